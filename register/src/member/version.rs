//! Which state of something somebody saw.

use std::fmt;

/// Which state of something somebody saw before they changed it: whoever saw an older one is shown
/// the newer one first, and overwrites nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version(pub(crate) i32);

impl Version {
    /// Reads a version as it is printed; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().filter(|version| *version >= 1).map(Self)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
