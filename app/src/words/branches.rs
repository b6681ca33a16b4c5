//! The words of the page about branches.

use super::{Head, Section};

/// The words of the page about branches.
pub(crate) struct BranchesWords {
    pub(crate) head: Head,
    pub(crate) list_heading: &'static str,
    /// What a branch is called.
    pub(crate) branch: fn(name: &str) -> String,
    /// What stands before the areas.
    pub(crate) covers: &'static str,
    /// What stands before the local authorities.
    pub(crate) covers_authorities: &'static str,
    /// A run of neighbouring areas.
    pub(crate) range: fn(from: &str, to: &str) -> String,
    /// While there is no active branch.
    pub(crate) none: &'static str,
    /// How a postcode finds its branch.
    pub(crate) nearest: &'static str,
    pub(crate) sections: &'static [Section],
    pub(crate) join: &'static str,
    /// Whose data the postcode directory is, from its year; and under which licence.
    pub(crate) directory: fn(year: i32) -> String,
    pub(crate) directory_licence: &'static str,
}
