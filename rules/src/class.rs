//! Classes of membership, what each may do, and to whom each is open (R1 to R4).

use crate::answers::{Age, Experience, choice};

choice! {
    /// A class of individual membership.
    Class {
        /// Full individual membership (R1, R2).
        Full = "full",
        /// Associate individual membership (R3).
        Associate = "associate",
    }
}

/// What a class guarantees at meetings and elections (R4). Derived from the class, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rights {
    /// May speak at meetings.
    pub speak: bool,
    /// May vote at meetings.
    pub vote: bool,
    /// May stand for election to a local branch committee.
    pub stand: bool,
}

impl Class {
    /// What the class guarantees (R4).
    #[must_use]
    pub const fn rights(self) -> Rights {
        match self {
            Self::Full => Rights { speak: true, vote: true, stand: true },
            Self::Associate => Rights { speak: true, vote: false, stand: false },
        }
    }
}

/// Why a class is what a person is offered. Held while answering, never kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Eighteen or over, and one of the descriptions fits (R1, R2): both classes are open.
    MeetsCriteria,
    /// Under eighteen (R3).
    UnderEighteen,
    /// None of the descriptions fits (R3).
    DoesNotIdentify,
    /// Would rather not say: associate membership asks no reason (R3).
    NotSaid,
}

/// Which classes are open to a person, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Eligibility {
    /// Why.
    pub reason: Reason,
}

impl Eligibility {
    /// The classes that are open, the fuller one first. Associate is open to everybody (R3).
    #[must_use]
    pub const fn classes(self) -> &'static [Class] {
        match self.reason {
            Reason::MeetsCriteria => &[Class::Full, Class::Associate],
            Reason::UnderEighteen | Reason::DoesNotIdentify | Reason::NotSaid => {
                &[Class::Associate]
            }
        }
    }

    /// Whether there is a choice to make.
    #[must_use]
    pub const fn has_choice(self) -> bool {
        matches!(self.reason, Reason::MeetsCriteria)
    }

    /// Whether `class` is open.
    #[must_use]
    pub fn allows(self, class: Class) -> bool {
        self.classes().contains(&class)
    }
}

/// Which classes are open (R1, R2, R3); `None` while an answer that decides it is missing.
/// Under eighteen, `experience` is neither asked nor looked at.
#[must_use]
pub fn eligibility(age: Age, experience: Option<Experience>) -> Option<Eligibility> {
    let reason = match (age, experience) {
        (Age::ThirteenTo17 | Age::TwelveOrUnder, _) => Reason::UnderEighteen,
        (Age::EighteenOrOver, Some(Experience::Yes)) => Reason::MeetsCriteria,
        (Age::EighteenOrOver, Some(Experience::No)) => Reason::DoesNotIdentify,
        (Age::EighteenOrOver, Some(Experience::RatherNotSay)) => Reason::NotSaid,
        (Age::EighteenOrOver, None) => return None,
    };
    Some(Eligibility { reason })
}
