//! The pages of committees: what the volunteers of a branch open on a meeting night.

mod administrators;
mod branch_page;
mod branch_view;
mod confirm;
mod days;
mod done;
mod frame;
mod home;
mod roles;

pub use administrators::AdministratorsPage;
pub(crate) use administrators::administrators;
pub(crate) use branch_view::branch_view;
pub use branch_view::{BranchView, Shows};
pub use done::Done;
pub use frame::Viewer;
pub(crate) use home::CommitteesPage;
pub use roles::{GivenRole, MayGive, RolesShown, WrongRole};
