//! The words of the accessibility statement.

use super::{Head, Section};

/// The words of the accessibility statement.
pub(crate) struct AccessibilityWords {
    pub(crate) head: Head,
    pub(crate) sections: &'static [Section],
}
