//! A member changes their e-mail address: they ask for it, it is confirmed at the new address, the
//! old one is told, and can take it back for a time. An address is proven by reading its letters,
//! so each step is a link in one; and nobody learns from the answer on a page whether an address is
//! somebody's.

mod ask;
mod confirm;
mod links;
mod revert;
mod rows;

use chrono::{DateTime, Utc};

pub use ask::EmailAsked;
pub use confirm::NewEmail;
pub(crate) use links::{Side, make as make_link};
pub use revert::OldEmail;
pub(crate) use rows::{EraseChanges, drop_all, is_taken, is_used, waiting};

/// A change of address that waits to be confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailWaits {
    /// The new address.
    pub email: String,
    /// Until when it can be confirmed.
    pub until: DateTime<Utc>,
}
