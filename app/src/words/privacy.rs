//! The words of the privacy notice.

use super::{Head, Section};

/// The words of the privacy notice.
pub(crate) struct PrivacyWords {
    pub(crate) head: Head,
    pub(crate) sections: &'static [Section],
    /// Which wording of the consent the notice goes with.
    pub(crate) version: fn(i32) -> String,
}
