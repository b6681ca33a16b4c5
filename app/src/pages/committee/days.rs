//! Days, as pages write them.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::London;

use crate::words::words;

/// The day of a moment, in London.
pub(crate) fn day(at: DateTime<Utc>) -> String {
    date(at.with_timezone(&London).date_naive())
}

/// A moment, in London: the day and the time.
pub(crate) fn moment(at: DateTime<Utc>) -> String {
    let time = at.with_timezone(&London).format("%H:%M").to_string();
    (words().branch_pages.moment)(&time, &day(at))
}

/// A day.
pub(crate) fn date(day: NaiveDate) -> String {
    (words().branch_pages.day)(day)
}
