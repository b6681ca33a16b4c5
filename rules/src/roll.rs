//! The roll: who is a member on a day, and so what their class guarantees them then (R4, R5).

use chrono::NaiveDate;

/// Whether a membership is on the roll for a day. It is from the day on which it starts (R5), and
/// is not any more on the day on which it ends: who leaves before a meeting does not vote at it.
/// Days are days in Europe/London; the caller turns a moment into one.
#[must_use]
pub fn on_the_roll(started: NaiveDate, ended: Option<NaiveDate>, day: NaiveDate) -> bool {
    started <= day && ended.is_none_or(|ended| ended > day)
}
