//! Where a page begins or ends.

use std::fmt;

/// The row after which a page begins, or before which it ends: by its number in the database,
/// since it stands in an address, where no name may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    pub(super) membership: i64,
    pub(super) way: Way,
}

/// Which way a page lies from its cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    After,
    Before,
}

impl Cursor {
    /// Reads a cursor as it is printed; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (way, number) = match text.split_at_checked(1)? {
            ("a", number) => (Way::After, number),
            ("b", number) => (Way::Before, number),
            _ => return None,
        };
        if !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let membership = number.parse().ok()?;
        Some(Self { membership, way })
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let way = match self.way {
            Way::After => 'a',
            Way::Before => 'b',
        };
        write!(f, "{way}{}", self.membership)
    }
}
