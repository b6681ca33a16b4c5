//! The words of the committees' pages.

use register::Office;

/// See [`super::Words`].
pub(crate) struct CommitteeWords {
    pub(crate) description: &'static str,
    pub(crate) home: &'static str,
    pub(crate) administrator: &'static str,
    /// The link to the list of all.
    pub(crate) administrators: &'static str,
    /// The link to the list of all, and where people ask for one.
    pub(crate) network_branches: &'static str,
    /// From the office and the branch's name.
    pub(crate) office: fn(Office, &str) -> String,
    /// From the group's name.
    pub(crate) nominee: fn(&str) -> String,
    pub(crate) all_branches: &'static str,
}
