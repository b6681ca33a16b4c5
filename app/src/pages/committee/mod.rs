//! The pages of committees: what the volunteers of a branch open on a meeting night.

mod branch_page;
mod dashboard;
mod frame;
mod home;

pub(crate) use dashboard::DashboardPage;
pub use dashboard::Picture;
pub use frame::Viewer;
pub(crate) use home::CommitteesPage;
