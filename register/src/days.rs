//! Days and weeks, as people in Great Britain count them.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeZone, Utc};
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

/// The Monday of the week that a day is in.
pub(crate) fn monday(day: NaiveDate) -> NaiveDate {
    before(day, day.weekday().num_days_from_monday())
}

/// The day so many days before. At the beginning of the calendar, where there is none, that day.
pub(crate) fn before(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(days.into())).unwrap_or(day)
}
