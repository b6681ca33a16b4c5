//! What people see: the pages, the wizard's island, and the server functions behind it.
//!
//! Two builds: for the server, with everything (`ssr`); for the browser, with the wizard alone
//! (`hydrate`). A page that is only read ships no code.

pub mod join;
pub mod live;
mod words;

#[cfg(feature = "ssr")]
pub mod draw;
#[cfg(feature = "ssr")]
mod fault;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
mod shell;
#[cfg(feature = "ssr")]
mod site;

/// The pages of committees.
#[cfg(feature = "ssr")]
pub mod committee {
    pub use crate::pages::committee::{
        AdministratorsPage, AskForm, BranchForm, BranchView, Column, Decision, DetailsForm, Done,
        Doubles, EndForm, GivenRole, GroupList, GroupPage, GroupView, HowMuch, ImportForm,
        ImportLook, ImportRuns, ImportStands, JudgeForm, Listing, LookNote, MayGive, MemberList,
        MemberPage, Merging, MoveForm, NameForm, NetworkPage, NomineeForm, NoteForm, Picture,
        RolesShown, RollPage, Shows, ShowsGroup, TypedDetails, TypedNote, Viewer, WrongBranch,
        WrongDetail, WrongDue, WrongEnd, WrongFile, WrongFilter, WrongJudgement, WrongMove,
        WrongRepresentative, WrongRole, example_sheet, export_head, export_row, frozen_sheet,
        list_head, list_row, read_day, roll_sheet,
    };
}

/// The pages of representatives, parents and guardians.
#[cfg(feature = "ssr")]
pub mod links {
    pub use crate::pages::links::{
        GuardianPage, NameChange, SeatPage, SeatPlaces, ShowsGuardian, ShowsSeat, WrongName,
    };
}

/// The pages of a demo.
#[cfg(feature = "ssr")]
pub mod demo {
    pub use crate::pages::demo::{DemoLetter, DemoPage, InADemo};
}

/// The pages of a member's own place.
#[cfg(feature = "ssr")]
pub mod me {
    pub use crate::pages::me::{
        BranchChange, ChangePage, Changed, ClassForm, ClassStage, DetailsChange, EmailForm,
        GroupChangePage, GroupChanged, GroupContactForm, GroupDetailsForm, GroupLeaveEnd,
        GroupLeavePage, GroupMoveCheck, GroupMoveForm, GroupNameForm, GroupNow, GroupRemoveForm,
        HouseChange, HouseCheck, OwnGroupPage, ShowsChange, ShowsGroupChange, WrongContact,
        WrongEmail, WrongGroup, WrongNamed, WrongOwn, WrongPostcode,
    };
}

/// The pages of signing in.
#[cfg(feature = "ssr")]
pub mod sign_in {
    pub use crate::pages::sign_in::{RefusedAddress, RefusedCode, RefusedStep, SignInPage};
}

#[cfg(feature = "ssr")]
pub use fault::trouble_of;
#[cfg(feature = "ssr")]
pub use page::{LinkPage, Page, Trouble};
#[cfg(feature = "ssr")]
pub use pages::evidence::{EvidencePage, WrongEvidence};
#[cfg(feature = "ssr")]
pub use pages::me::{
    EverythingPage, LeaveEnd, LeavePage, LeaveQuestion, MePage, NewsPage, OwnPage, agreed_change,
    everything_file, everything_file_by_link,
};
#[cfg(feature = "ssr")]
pub use shell::shell;
#[cfg(feature = "ssr")]
pub use site::Site;
#[cfg(feature = "ssr")]
pub use words::letters::{LetterPart, LetterText, letter_text, news_url};
