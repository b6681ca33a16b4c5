//! The words of the contact page.

use super::{Head, Section};

/// The words of the contact page.
pub(crate) struct ContactWords {
    pub(crate) head: Head,
    pub(crate) sections: &'static [Section],
}
