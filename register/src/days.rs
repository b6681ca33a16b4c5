//! Days, as people in Great Britain count them.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::London;

/// The day that it is then.
pub(crate) fn day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&London).date_naive()
}

/// The moment at which a day begins. Clocks never change at midnight in London.
pub(crate) fn begins(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    London
        .from_local_datetime(&midnight)
        .earliest()
        .map_or_else(|| midnight.and_utc(), |begins| begins.with_timezone(&Utc))
}

/// The moment at which a day has ended: the next one begins.
pub(crate) fn ends(day: NaiveDate) -> DateTime<Utc> {
    begins(day.checked_add_days(Days::new(1)).unwrap_or(day))
}
