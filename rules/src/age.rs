//! Coming of age (R1), and the month and year of birth that somebody under eighteen may give.

use chrono::{Datelike, Months, NaiveDate};

use crate::answers::Age;

/// The day on which somebody born on `birth` is over eighteen (R1): the eighteenth birthday;
/// 1 March for somebody born on 29 February, when the year has no such day. Days are days in
/// Europe/London; the caller turns a moment into one. `None` only past the end of the calendar.
#[must_use]
pub fn comes_of_age_on(birth: NaiveDate) -> Option<NaiveDate> {
    years_after(birth, 18)
}

/// The same day so many years later; 1 March for 29 February, when the year has no such day.
fn years_after(day: NaiveDate, years: i32) -> Option<NaiveDate> {
    let year = day.year().checked_add(years)?;
    day.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
}

/// The day by which somebody who gave this age on a day is over eighteen, whoever they are: by the
/// month of birth, if they gave it, otherwise by the youngest who could have given it. `None` for
/// somebody who was eighteen or over then.
#[must_use]
pub fn adult_by(age: Age, born: Option<BirthMonth>, said_on: NaiveDate) -> Option<NaiveDate> {
    let years = match age {
        Age::EighteenOrOver => return None,
        Age::ThirteenTo17 => 18 - 13,
        Age::TwelveOrUnder => 18,
    };
    born.and_then(BirthMonth::full_membership_opens).or_else(|| years_after(said_on, years))
}

/// The first day on which somebody who gave this age on a day may be over eighteen: by the month of
/// birth, if they gave it, otherwise by the oldest who could have given it. `None` for somebody who
/// was eighteen or over then.
#[must_use]
pub(crate) fn adult_from(
    age: Age,
    born: Option<BirthMonth>,
    said_on: NaiveDate,
) -> Option<NaiveDate> {
    let oldest = match age {
        Age::EighteenOrOver => return None,
        Age::ThirteenTo17 => said_on.succ_opt(),
        Age::TwelveOrUnder => years_after(said_on, 18 - 13).and_then(|day| day.succ_opt()),
    };
    born.and_then(BirthMonth::first_day).and_then(comes_of_age_on).or(oldest)
}

/// A month and a year of birth, given by somebody under eighteen so that we can say when full
/// membership opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct BirthMonth {
    year: i32,
    month: u32,
}

/// What is wrong with a month and year of birth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BirthMonthError {
    /// One of the two is missing.
    Incomplete,
    /// Not a month from 1 to 12.
    Month,
    /// Not a year in four figures.
    Year,
    /// Does not go with the age that was answered.
    DoesNotFitAge,
}

impl BirthMonth {
    /// Reads a month (1 to 12) and a year (four figures) that go with `age` on the day `today`.
    ///
    /// # Errors
    /// Says which of the two is wrong, or that they do not go with the age.
    pub fn parse(
        month: &str,
        year: &str,
        age: Age,
        today: NaiveDate,
    ) -> Result<Self, BirthMonthError> {
        let born = Self::read(month, year)?;
        if born.fits(age, today) { Ok(born) } else { Err(BirthMonthError::DoesNotFitAge) }
    }

    /// A month and a year that were read before, whatever the age is by now.
    #[must_use]
    pub fn new(month: u32, year: i32) -> Option<Self> {
        ((1..=12).contains(&month) && (1000..=9999).contains(&year)).then_some(Self { year, month })
    }

    /// Reads a month and a year, whatever the age.
    pub(crate) fn read(month: &str, year: &str) -> Result<Self, BirthMonthError> {
        let (month, year) = (month.trim(), year.trim());
        if month.is_empty() || year.is_empty() {
            return Err(BirthMonthError::Incomplete);
        }
        let month = figures(month, 1..=2)
            .filter(|month| (1..=12).contains(month))
            .ok_or(BirthMonthError::Month)?;
        let year = figures(year, 4..=4)
            .and_then(|year| i32::try_from(year).ok())
            .ok_or(BirthMonthError::Year)?;
        Ok(Self { year, month })
    }

    /// The month of birth, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u32 {
        self.month
    }

    /// The year of birth.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The first day on which everybody born in this month is over eighteen (R1).
    #[must_use]
    pub fn full_membership_opens(self) -> Option<NaiveDate> {
        comes_of_age_on(self.last_day()?)
    }

    fn first_day(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.month, 1)
    }

    fn last_day(self) -> Option<NaiveDate> {
        self.first_day()?.checked_add_months(Months::new(1))?.pred_opt()
    }

    /// Whether at least one day of the month gives an age within the band on `today`.
    pub(crate) fn fits(self, age: Age, today: NaiveDate) -> bool {
        let (youngest, oldest) = match age {
            Age::EighteenOrOver => return false,
            Age::ThirteenTo17 => (13, 17),
            Age::TwelveOrUnder => (0, 12),
        };
        let (Some(first), Some(last)) = (self.first_day(), self.last_day()) else { return false };
        first <= today
            && years_between(first, today) >= youngest
            && years_between(last.min(today), today) <= oldest
    }
}

/// Whole years from `birth` to `today`; a birthday on 29 February counts on 1 March.
fn years_between(birth: NaiveDate, today: NaiveDate) -> i32 {
    let before = (today.month(), today.day()) < (birth.month(), birth.day());
    today.year() - birth.year() - i32::from(before)
}

fn figures(text: &str, lengths: std::ops::RangeInclusive<usize>) -> Option<u32> {
    (lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}
