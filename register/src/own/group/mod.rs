//! One's own group: for whoever signed in with the address of its contact, and, of their own seat
//! alone, for a representative.

mod details;
mod held;
mod house;
mod leave;
mod seats;
mod shown;

pub use details::GroupGiven;
pub(crate) use held::hold;
pub use shown::{OwnGroupDetails, OwnGroupShown};
