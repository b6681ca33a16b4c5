//! The pages of committees: what the volunteers of a branch open on a meeting night.

mod frame;
mod home;

pub use frame::Viewer;
pub(crate) use home::CommitteesPage;
