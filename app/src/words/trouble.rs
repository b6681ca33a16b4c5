//! The words of the pages for when something is not there or does not work.

use super::{Head, Section};

/// The words of each such page.
pub(crate) struct TroubleWords {
    /// There is no such page (404).
    pub(crate) not_found: Trouble,
    pub(crate) no_member: Trouble,
    /// The form cannot be read (400).
    pub(crate) unreadable: Trouble,
    /// The form is too large (413).
    pub(crate) too_large: Trouble,
    /// A step before this one is open (409).
    pub(crate) out_of_order: Trouble,
    /// The answers so far are not there (410).
    pub(crate) answers_gone: Trouble,
    /// The form came from another site (403).
    pub(crate) other_site: Trouble,
    /// Too much from one address (429).
    pub(crate) too_many: Trouble,
    /// A fault of ours (500).
    pub(crate) fault: Trouble,
    /// The register cannot be reached just now (503).
    pub(crate) unavailable: Trouble,
}

/// The words of one of them.
pub(crate) struct Trouble {
    pub(crate) head: Head,
    pub(crate) sections: &'static [Section],
    /// The button, which leads to the first page or back into the join.
    pub(crate) go_on: &'static str,
}
