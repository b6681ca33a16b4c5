//! Importing a list of members that a branch brings along.

mod file;
mod form;
mod look;
mod runs;
mod sheet;

pub use file::WrongFile;
pub use form::ImportForm;
pub(super) use form::form;
pub(super) use look::look;
pub use look::{ImportLook, LookNote};
pub(super) use runs::runs;
pub use runs::{ImportRuns, ImportStands};
pub use sheet::{example_sheet, list_head, list_row};
