//! A group's representatives (R9, R10).

use crate::email::EmailAddress;
use crate::name::Name;

/// How many representatives a group may have (R9). The register holds the same limit.
pub const SEATS: usize = 2;

/// Somebody who represents a group, declared to have been chosen through a democratic process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Representative {
    /// Their name.
    pub name: Name,
    /// Where to write to them.
    pub email: EmailAddress,
}
