//! For how long what is kept. Whoever runs the site sets the periods, and the privacy notice says
//! them as they are set.

use chrono::TimeDelta;

/// A period of whole days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period(u16);

impl Period {
    /// The longest there is, in days: ten years.
    pub const LONGEST: u16 = 3650;

    /// A period of 1 to [`Period::LONGEST`] days. One of no days would erase what is just there.
    #[must_use]
    pub const fn new(days: u16) -> Option<Self> {
        match days {
            1..=Self::LONGEST => Some(Self(days)),
            _ => None,
        }
    }

    /// Reads a number of days.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().and_then(Self::new)
    }

    /// How many days.
    #[must_use]
    pub const fn days(self) -> u16 {
        self.0
    }

    /// How long that is.
    #[must_use]
    pub fn length(self) -> TimeDelta {
        TimeDelta::days(self.0.into())
    }
}

/// For how long what is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// What waits for a parent or guardian; for as long they may confirm it.
    pub guardian: Period,
    /// That something was sent, so that it counts once.
    pub submission: Period,
    /// Requests to sign in with their links and codes, and recovery codes that were used.
    pub sign_in: Period,
    /// That a letter was sent, or given up; and its file, where letters are files.
    pub letter: Period,
    /// A change of an e-mail address: for as long it may be confirmed, and then taken back.
    pub email: Period,
    /// Evidence, once it was accepted or more was asked for.
    pub evidence: Period,
    /// Who looked at what.
    pub access_log: Period,
    /// Backups of the register, by whoever runs the site: what was erased is in them for so long.
    pub backup: Period,
}

impl Default for Retention {
    fn default() -> Self {
        Self {
            guardian: Period(14),
            submission: Period(30),
            sign_in: Period(1),
            letter: Period(30),
            email: Period(7),
            evidence: Period(90),
            access_log: Period(730),
            backup: Period(30),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_a_whole_number_of_days_from_one_to_ten_years() {
        for (text, days) in [("1", Some(1)), ("14", Some(14)), ("3650", Some(3650))] {
            assert_eq!(Period::parse(text).map(Period::days), days, "{text}");
        }
        for text in ["", "0", "-1", "3651", "65536", "1.5", "14 days", "two", " "] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_has_24_hours() {
        assert_eq!(Period::new(2).map(Period::length), Some(TimeDelta::hours(48)));
    }
}
