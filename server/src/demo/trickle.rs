//! People who join while a demo runs.

use std::time::Duration;

use app::join::Clock;
use register::Register;

use super::dice::Dice;
use super::past::submission;
use super::people::{Living, People};

/// For how many seconds nobody joins at least.
const PAUSE: u64 = 3;
/// How many different pauses there are, each a second longer.
const PAUSES: u64 = 6;

/// Somebody joins every few seconds, in one branch or the other.
pub(super) async fn trickle(register: Register, clock: Clock, mut people: People) {
    let mut dice = Dice::new(2);
    loop {
        tokio::time::sleep(Duration::from_secs(PAUSE + dice.roll(PAUSES))).await;
        let now = clock.now();
        let Some(join) = people.next(Living::InABranch, now.date_naive()) else { continue };
        if let Err(error) = register.join(submission(join, now)).await {
            tracing::warn!("Nobody could join the demo just now: {error}");
        }
    }
}
