//! What the chosen answers lead to: the whole of R1 to R4 and R8 in one function, held against
//! `decision-table.txt` row by row.

use crate::answers::{Age, Experience, GroupKind, Who};
use crate::class::{Class, Reason, eligibility};
use crate::step::Step;

/// The chosen answers that decide what somebody joins as; each may still be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choices {
    /// Who is joining.
    pub who: Option<Who>,
    /// How old they are.
    pub age: Option<Age>,
    /// Whether a description of R2 fits.
    pub experience: Option<Experience>,
    /// The class they chose.
    pub membership: Option<Class>,
    /// The kind of group.
    pub group_kind: Option<GroupKind>,
    /// Whether the group's work relates to mental health.
    pub group_work: Option<bool>,
}

/// What the answers lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A question that decides is still open.
    Asks(Step),
    /// An individual membership.
    Individual {
        /// Of this class.
        class: Class,
        /// Why this class is open.
        reason: Reason,
        /// Whether it waits for a parent's or guardian's confirmation.
        guardian: bool,
    },
    /// A group membership (R8).
    Group(GroupKind),
    /// Its work does not relate to mental health: told why, and shown associate membership (R8).
    NotAGroup,
}

/// What `choices` lead to. An answer that is no longer on the path (a class that is not open, an
/// experience given by somebody under eighteen) has no effect.
#[must_use]
pub fn decide(choices: &Choices) -> Outcome {
    match choices.who {
        None => Outcome::Asks(Step::Who),
        Some(Who::Me) => decide_individual(choices),
        Some(Who::Group) => match (choices.group_kind, choices.group_work) {
            (None, _) => Outcome::Asks(Step::GroupKind),
            (Some(_), None) => Outcome::Asks(Step::GroupWork),
            (Some(kind), Some(true)) => Outcome::Group(kind),
            (Some(_), Some(false)) => Outcome::NotAGroup,
        },
    }
}

fn decide_individual(choices: &Choices) -> Outcome {
    let Some(age) = choices.age else { return Outcome::Asks(Step::Age) };
    let Some(open) = eligibility(age, choices.experience) else {
        return Outcome::Asks(Step::Experience);
    };
    match choices.membership {
        Some(class) if open.allows(class) => {
            Outcome::Individual { class, reason: open.reason, guardian: age.needs_guardian() }
        }
        _ => Outcome::Asks(Step::Membership),
    }
}
