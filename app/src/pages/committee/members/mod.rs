//! The members of a branch.

mod filter_form;
mod list;
mod listing;
mod sheet;

pub use list::MemberList;
pub(super) use list::{list, wrong};
pub use listing::{Column, Listing, WrongFilter, read_day};
pub use sheet::{export_head, export_row};
