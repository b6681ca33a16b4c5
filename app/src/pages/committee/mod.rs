//! The pages of committees: what the volunteers of a branch open on a meeting night.

mod administrators;
mod branch_page;
mod branch_view;
mod confirm;
mod dashboard;
pub(crate) mod days;
mod done;
mod doubles;
mod frame;
mod groups;
mod home;
mod import;
mod member;
mod members;
mod network;
mod numbers;
mod roles;
mod roll;

pub use administrators::AdministratorsPage;
pub(crate) use administrators::administrators;
pub(crate) use branch_view::branch_view;
pub use branch_view::{BranchView, Shows};
pub(crate) use dashboard::DashboardPage;
pub use dashboard::Picture;
pub use done::Done;
pub use doubles::{Doubles, Merging};
pub(crate) use frame::SignedInPage;
pub use frame::Viewer;
pub use groups::{
    AskForm, Decision, GroupList, GroupPage, GroupView, JudgeForm, NameForm, NomineeForm,
    ShowsGroup, WrongDue, WrongJudgement, WrongRepresentative,
};
pub(crate) use groups::{group_view, name_fields};
pub(crate) use home::CommitteesPage;
pub use import::{
    ImportForm, ImportLook, ImportRuns, ImportStands, LookNote, WrongFile, example_sheet,
    list_head, list_row,
};
pub use member::{
    DetailsForm, EndForm, MemberPage, MoveForm, NoteForm, TypedDetails, TypedNote, WrongDetail,
    WrongEnd, WrongMove,
};
pub use members::{Column, Listing, MemberList, WrongFilter, export_head, export_row, read_day};
pub(crate) use network::network;
pub use network::{BranchForm, NetworkPage, WrongBranch};
pub use roles::{GivenRole, MayGive, RolesShown, WrongRole};
pub use roll::{HowMuch, RollPage, frozen_sheet, roll_sheet};
