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
    /// A run of neighbouring areas.
    pub(crate) range: fn(from: &str, to: &str) -> String,
    /// While there is no active branch.
    pub(crate) none: &'static str,
    /// How a postcode finds its branch.
    pub(crate) nearest: &'static str,
    pub(crate) sections: &'static [Section],
    pub(crate) join: &'static str,
}
