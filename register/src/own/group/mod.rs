//! One's own group: for whoever signed in with the address of its contact, and, of their own seat
//! alone, for a representative.

mod held;
mod shown;

pub(crate) use held::hold;
pub use shown::{OwnGroupDetails, OwnGroupShown};
