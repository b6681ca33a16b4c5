//! What is kept no longer than promised, and how what is kept stays as it was written.

use std::time::Duration;

use app::join::Clock;
use register::Register;

const EVERY: Duration = Duration::from_secs(60 * 60);
const EVERY_MINUTE: Duration = Duration::from_secs(60);
/// How long an entry of the access log may stand unsealed.
const UNSEALED: Duration = Duration::from_secs(2);

/// Erases, now and every hour, what has waited for a guardian for longer than it may, and what is
/// left of signing in.
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
        if let Err(error) = register.forget_sign_ins(clock.now()).await {
            tracing::error!("What is left of signing in could not be erased: {error}");
        }
    }
}

/// Erases the lists that nobody imported within the hour.
pub(crate) async fn forget_lists(register: Register, clock: Clock) {
    let mut minutes = tokio::time::interval(EVERY_MINUTE);
    loop {
        minutes.tick().await;
        if let Err(error) = register.forget_lists(clock.now()).await {
            tracing::error!("Lists that nobody imported could not be erased: {error}");
        }
    }
}

/// Seals the access log as it is written, so that no entry can be changed unnoticed.
pub(crate) async fn seal_access_log(register: Register) {
    let mut ticks = tokio::time::interval(UNSEALED);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut away = false;
    loop {
        ticks.tick().await;
        match register.seal_access_log().await {
            Ok(_) => away = false,
            // Said once: while the register is away, everything else says so too.
            Err(error) if !away => {
                tracing::warn!("The access log waits to be sealed: {error}");
                away = true;
            }
            Err(_) => {}
        }
    }
}
