//! What is kept no longer than promised: memberships that no guardian confirmed.

use std::time::Duration;

use app::join::Clock;
use register::Register;

const EVERY: Duration = Duration::from_secs(60 * 60);

/// Erases, now and every hour, what has waited for a guardian for longer than it may.
pub(crate) async fn keep_to_periods(register: Register, clock: Clock) {
    let mut hours = tokio::time::interval(EVERY);
    loop {
        hours.tick().await;
        match register.erase_unconfirmed(clock.now()).await {
            Ok(0) => {}
            Ok(erased) => tracing::info!("Erased {erased} memberships that no guardian confirmed"),
            Err(error) => {
                tracing::error!("What no guardian confirmed could not be erased: {error}")
            }
        }
    }
}
