//! Days, as pages write them.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::London;

use crate::words::words;

/// The day of a moment, in London.
pub(super) fn day(at: DateTime<Utc>) -> String {
    date(at.with_timezone(&London).date_naive())
}

/// A day.
pub(super) fn date(day: NaiveDate) -> String {
    (words().branch_pages.day)(day)
}
