//! What is kept for a period, and then erased.

mod cutting;
mod ended_roles;
mod erasing;

use chrono::{DateTime, TimeDelta, Utc};
use register::{Expiring, Register};
use rules::{Period, Retention};

pub(super) fn second() -> TimeDelta {
    TimeDelta::seconds(1)
}

pub(super) fn period(days: u16) -> Period {
    Period::new(days).unwrap()
}

/// Nothing goes a second before its time, and then as much as was counted.
pub(super) async fn goes_at(register: &Register, what: Expiring, at: DateTime<Utc>, much: u64) {
    let before = at - second();
    assert_eq!(register.count_expired(what, before).await, Ok(0), "{what:?}");
    assert_eq!(register.erase_expired(what, before).await, Ok(0), "{what:?}");
    assert_eq!(register.count_expired(what, at).await, Ok(much), "{what:?}");
    assert_eq!(register.erase_expired(what, at).await, Ok(much), "{what:?}");
    assert_eq!(register.count_expired(what, at).await, Ok(0), "{what:?}");
}

/// Everything is kept for so many days.
pub(super) fn for_days(days: u16) -> Retention {
    let period = period(days);
    Retention {
        guardian: period,
        submission: period,
        sign_in: period,
        letter: period,
        email: period,
        evidence: period,
        access_log: period,
        backup: period,
    }
}
