//! The words of the page that shows the rules as they are run.

use rules::{Age, Class, Experience, GroupKind, Period, Reason};

use super::{Head, Section};

/// The words of the rules page. What names a value of the rules is a function, so that a value
/// that is added there is missed here.
pub(crate) struct RulesWords {
    pub(crate) head: Head,
    pub(crate) person_heading: &'static str,
    pub(crate) person_lead: &'static str,
    pub(crate) person_caption: &'static str,
    pub(crate) descriptions_lead: &'static str,
    pub(crate) descriptions: &'static [&'static str],
    pub(crate) age_column: &'static str,
    pub(crate) experience_column: &'static str,
    pub(crate) open_column: &'static str,
    pub(crate) why_column: &'static str,
    pub(crate) age: fn(Age) -> &'static str,
    pub(crate) experience: fn(Experience) -> &'static str,
    /// Where the experience question is not asked.
    pub(crate) not_asked: &'static str,
    pub(crate) class: fn(Class) -> &'static str,
    /// Joins the classes between which there is a choice.
    pub(crate) or: &'static str,
    pub(crate) reason: fn(Reason) -> &'static str,
    /// What is added where a parent or guardian confirms.
    /// From how long they have.
    pub(crate) guardian: fn(Period) -> String,
    pub(crate) rights_heading: &'static str,
    pub(crate) rights_caption: &'static str,
    pub(crate) right_column: &'static str,
    pub(crate) speak: &'static str,
    pub(crate) vote: &'static str,
    pub(crate) stand: &'static str,
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
    pub(crate) group_heading: &'static str,
    pub(crate) group_lead: fn(seats: usize) -> String,
    pub(crate) group_caption: &'static str,
    pub(crate) kind_column: &'static str,
    pub(crate) work_column: &'static str,
    pub(crate) outcome_column: &'static str,
    pub(crate) kind: fn(GroupKind) -> &'static str,
    pub(crate) group_joins: &'static str,
    pub(crate) group_not: &'static str,
    pub(crate) sections: &'static [Section],
}
