//! A member, or the contact of a group, changes their e-mail address: they ask for it, it is
//! confirmed at the new address, the old one is told, and can take it back for a time. The contact
//! of a group may hand it over to somebody else that way. An address is proven by reading its letters,
//! so each step is a link in one; and nobody learns from the answer on a page whether an address is
//! somebody's.

mod ask;
mod confirm;
mod hand_over;
mod links;
mod owner;
mod revert;
mod rows;

use chrono::{DateTime, Utc};

pub use ask::{EmailAsked, NewContact};
pub use confirm::{NewEmail, OfGroup};
pub(crate) use hand_over::name_at_old;
pub(crate) use links::{Side, make as make_link};
pub(crate) use owner::{Owner, Whose};
pub use revert::OldEmail;
pub(crate) use rows::{EraseChanges, drop_all, waiting};

/// A change of address that waits to be confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailWaits {
    /// Who is to be the contact, if it is of a group.
    pub name: Option<String>,
    /// The new address.
    pub email: String,
    /// Until when it can be confirmed.
    pub until: DateTime<Utc>,
}
