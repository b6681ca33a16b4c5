//! Changing the class of a membership (R1 to R3).

use chrono::NaiveDate;

use crate::age::{BirthMonth, adult_by, adult_from};
use crate::answers::{Age, Experience};
use crate::class::{Class, eligibility};

/// How old somebody is by now, as far as what they gave when they joined tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgeNow {
    /// Eighteen or over, whoever they are.
    Adult,
    /// Under eighteen, whoever they are, until this day at least.
    UnderEighteen(NaiveDate),
    /// One or the other: it has to be asked.
    Unsaid,
}

impl AgeNow {
    /// Of somebody who gave this age, and perhaps the month of birth, on a day.
    #[must_use]
    pub fn of(age: Age, born: Option<BirthMonth>, said_on: NaiveDate, today: NaiveDate) -> Self {
        match (adult_from(age, born, said_on), adult_by(age, born, said_on)) {
            (_, Some(by)) if by <= today => Self::Adult,
            (Some(from), _) if from > today => Self::UnderEighteen(from),
            (_, Some(_)) => Self::Unsaid,
            (_, None) => Self::Adult,
        }
    }

    /// What the rules take it for; `None` while it has to be asked.
    #[must_use]
    pub const fn known(self) -> Option<Age> {
        match self {
            Self::Adult => Some(Age::EighteenOrOver),
            Self::UnderEighteen(_) => Some(Age::ThirteenTo17),
            Self::Unsaid => None,
        }
    }
}

/// A change of class that the rules allow. It says nothing of how it came about: the answer to
/// `experience` ends here (R2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClassChange {
    to: Class,
}

impl ClassChange {
    /// Associate membership is open to everybody, and asks no reason (R3).
    pub const TO_ASSOCIATE: Self = Self { to: Class::Associate };

    /// To full membership, if it is open by these answers (R1, R2).
    #[must_use]
    pub fn to_full(age: Age, experience: Experience) -> Option<Self> {
        let open = eligibility(age, Some(experience))?;
        open.allows(Class::Full).then_some(Self { to: Class::Full })
    }

    /// What it leads to.
    #[must_use]
    pub const fn to(self) -> Class {
        self.to
    }
}
