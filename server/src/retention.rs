//! What is kept no longer than promised, and how what is kept stays as it was written.

mod run;

use std::time::Duration;

use app::join::Clock;
use register::Register;

use crate::letters::Folder;
pub(crate) use run::{Doing, Outcome, Row, keep_to_periods};

const EVERY: Duration = Duration::from_secs(60 * 60);
const EVERY_MINUTE: Duration = Duration::from_secs(60);
/// How long an entry of the access log may stand unsealed.
const UNSEALED: Duration = Duration::from_secs(2);

/// Keeps to the periods, now and every hour. Letters may be files there, or have been once.
pub(crate) async fn keep_to_periods_by_itself(register: Register, letters: Folder, clock: Clock) {
    let mut hours = tokio::time::interval(EVERY);
    loop {
        hours.tick().await;
        for Row { what, outcome, .. } in
            keep_to_periods(&register, &letters, Doing::Erase, clock.now()).await
        {
            match outcome {
                Outcome::Done(0) => {}
                Outcome::Done(erased) => tracing::info!("Erased after its time: {what}, {erased}"),
                Outcome::Failed(error) => {
                    tracing::error!("Not erased after its time: {what}: {error}");
                }
            }
        }
    }
}

/// Tells associate members who have come of age, now and every hour.
pub(crate) async fn tell_who_came_of_age(register: Register, clock: Clock) {
    let mut hours = tokio::time::interval(EVERY);
    loop {
        hours.tick().await;
        match register.tell_who_came_of_age(clock.now()).await {
            Ok(0) => {}
            Ok(told) => tracing::info!("Told of full membership, having come of age: {told}"),
            Err(error) => {
                tracing::error!("Whoever came of age could not be told: {error}");
            }
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
