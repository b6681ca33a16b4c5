//! The words that the pages of a branch have in common.

use chrono::NaiveDate;

use crate::pages::committee::Done;

/// See [`super::Words`].
pub(crate) struct BranchPagesWords {
    /// What a screen reader calls the links between the pages, from the branch's name.
    pub(crate) label: fn(&str) -> String,
    pub(crate) dashboard: &'static str,
    pub(crate) members: &'static str,
    pub(crate) groups: &'static str,
    pub(crate) roll: &'static str,
    pub(crate) committee: &'static str,
    /// A day, written out.
    pub(crate) day: fn(NaiveDate) -> String,
    /// From the time and the day, written out.
    pub(crate) moment: fn(&str, &str) -> String,
    /// So many.
    pub(crate) number: fn(u64) -> String,
    /// What has just been done.
    pub(crate) done: fn(Done) -> &'static str,
}
