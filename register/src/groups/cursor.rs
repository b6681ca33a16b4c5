//! Where a page of groups begins.

use std::fmt;

/// The group after which a page begins: by its number in the database, since it stands in an
/// address, where no name may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupCursor(pub(super) i64);

impl GroupCursor {
    /// Reads a cursor as it is printed; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let figures = text.bytes().all(|byte| byte.is_ascii_digit());
        if figures { text.parse().ok().map(Self) } else { None }
    }
}

impl fmt::Display for GroupCursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
