//! The words of the page of members who may be the same person.

use register::Alike;

/// See [`super::Words`].
pub(crate) struct DoublesWords {
    /// The heading, from the branch's name.
    pub(crate) title: fn(&str) -> String,
    pub(crate) merge_title: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) nobody: &'static str,
    pub(crate) changed: &'static str,
    pub(crate) alike: fn(Alike) -> &'static str,
    pub(crate) side_by_side: &'static str,
    pub(crate) what: &'static str,
    pub(crate) first: &'static str,
    pub(crate) second: &'static str,
    pub(crate) kept: &'static str,
    pub(crate) ends: &'static str,
    pub(crate) number: &'static str,
    pub(crate) since: &'static str,
    /// The link, from the number of the membership that goes on.
    pub(crate) keep: fn(&str) -> String,
    /// What will happen, from the number that goes on and the number that ends.
    pub(crate) merge_says: fn(&str, &str) -> Vec<String>,
    pub(crate) merge_button: &'static str,
}
