//! The words of the committees' pages.

use register::Office;

/// See [`super::Words`].
pub(crate) struct CommitteeWords {
    pub(crate) description: &'static str,
    pub(crate) home: &'static str,
    /// What a screen reader calls the links between the pages of a branch, from its name.
    pub(crate) branch_pages: fn(&str) -> String,
    pub(crate) dashboard: &'static str,
    pub(crate) administrator: &'static str,
    /// From the office and the branch's name.
    pub(crate) office: fn(Office, &str) -> String,
    /// From the group's name.
    pub(crate) nominee: fn(&str) -> String,
    pub(crate) no_role: &'static str,
    pub(crate) all_branches: &'static str,
}
