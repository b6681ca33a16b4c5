//! The pages there are, each with what it shows.

use leptos::prelude::*;
use register::{InBranch, NewEmail, OldEmail, PostcodeEdition, Role};
use rules::Branches;

use crate::join::{DoneNote, State, wizard_page};
use crate::pages::committee::{
    AdministratorsPage, BranchView, CommitteesPage, DashboardPage, GroupView, NetworkPage, Picture,
    Viewer, administrators, branch_view, group_view, network,
};
use crate::pages::demo::DemoPage;
use crate::pages::evidence::{EvidencePage, evidence_page};
use crate::pages::links::{GuardianPage, SeatPage, guardian, seat};
use crate::pages::me::{ChangePage, MePage, OwnPage, change, me};
use crate::pages::sign_in::SignInPage;
use crate::pages::{
    AccessibilityPage, BranchesPage, ContactPage, DonePage, HomePage, MembershipPage, NewEmailPage,
    OldEmailPage, PrivacyPage, RulesPage, TroublePage,
};

/// A page, with what it shows.
#[derive(Debug, Clone)]
pub enum Page {
    /// The first page.
    Home,
    /// Membership explained.
    Membership,
    /// The branches and their areas, with the edition of the postcode directory that is in use.
    Branches(Branches, Option<PostcodeEdition>),
    /// The rules, as the decision table.
    Rules,
    /// The privacy notice.
    Privacy,
    /// The accessibility statement.
    Accessibility,
    /// Where questions go.
    Contact,
    /// A step of the wizard.
    Join(Box<State>),
    /// After sending; `None` for anybody but the browser that sent.
    Done(Option<DoneNote>),
    /// What a parent or guardian was asked, and what concerns them.
    Guardian(Box<GuardianPage>),
    /// What a representative was asked, and what concerns them.
    Representative(Box<SeatPage>),
    /// What whoever reads the letters to a new address was asked.
    NewEmail(LinkPage<NewEmail>),
    /// What whoever reads the letters to an old address can take back.
    OldEmail(LinkPage<OldEmail>),
    /// What a representative was asked for.
    Evidence(Box<EvidencePage>),
    /// Signing in.
    SignIn(SignInPage),
    /// A member's own place.
    Me(Box<MePage>),
    /// What a member changes of their own.
    Change(Box<ChangePage>),
    /// What is below a member's own place.
    Own(Box<OwnPage>),
    /// Everything that somebody has a role in.
    Committees {
        /// Who looks.
        viewer: Viewer,
        /// Their roles.
        roles: Vec<Role>,
        /// For an administrator, every branch.
        branches: Vec<InBranch>,
    },
    /// The dashboard of a branch.
    Dashboard {
        /// Who looks.
        viewer: Viewer,
        /// What it shows.
        picture: Box<Picture>,
    },
    /// The people of a branch.
    Branch(Box<BranchView>),
    /// A group, for whoever judges its evidence.
    Group(Box<GroupView>),
    /// The administrators of the network.
    Administrators {
        /// Who looks.
        viewer: Viewer,
        /// What is shown.
        shows: AdministratorsPage,
    },
    /// The branches, as administrators see and change them.
    Network {
        /// Who looks.
        viewer: Viewer,
        /// What is shown.
        shows: Box<NetworkPage>,
    },
    /// What only a demo has.
    Demo(DemoPage),
    /// Something is not there or does not work.
    Trouble(Trouble),
}

/// The page behind a link in a letter.
#[derive(Debug, Clone)]
pub enum LinkPage<Request> {
    /// The question, with the two buttons.
    Asks(Request),
    /// Confirmed, just now or before.
    Confirmed(Request),
    /// Declined: what was asked about is erased.
    Declined,
    /// The link leads nowhere: used up, too old, or never one of ours.
    Gone,
}

/// What can be wrong with a request, or with us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// There is no page at this address.
    NotFound,
    /// There is no such member, or not any more, where somebody may look.
    NoMember,
    /// The form cannot be read, or has a field that it should not have.
    Unreadable,
    /// The form is larger than any that could be right.
    TooLarge,
    /// A step was answered before one that comes first.
    OutOfOrder,
    /// The answers so far are not there: too old, cleared, sent, or changed by somebody.
    AnswersGone,
    /// The form came from another site.
    OtherSite,
    /// Too much from one address.
    TooMany,
    /// A fault of ours.
    Fault,
    /// The register cannot be reached just now.
    Unavailable,
}

impl Page {
    /// Whether the page needs the browser's code.
    pub(crate) fn has_island(&self) -> bool {
        match self {
            Self::Join(_) => true,
            Self::Dashboard { picture, .. } => picture.moves(),
            Self::Branch(view) => view.shows.has_island(),
            _ => false,
        }
    }

    pub(crate) fn into_view(self) -> AnyView {
        match self {
            Self::Home => view! { <HomePage/> }.into_any(),
            Self::Membership => view! { <MembershipPage/> }.into_any(),
            Self::Branches(branches, edition) => {
                view! { <BranchesPage branches edition/> }.into_any()
            }
            Self::Rules => view! { <RulesPage/> }.into_any(),
            Self::Privacy => view! { <PrivacyPage/> }.into_any(),
            Self::Accessibility => view! { <AccessibilityPage/> }.into_any(),
            Self::Contact => view! { <ContactPage/> }.into_any(),
            Self::Join(state) => wizard_page(*state),
            Self::Done(note) => view! { <DonePage note/> }.into_any(),
            Self::Guardian(page) => guardian(*page),
            Self::Representative(page) => seat(*page),
            Self::NewEmail(page) => view! { <NewEmailPage page/> }.into_any(),
            Self::OldEmail(page) => view! { <OldEmailPage page/> }.into_any(),
            Self::Evidence(page) => evidence_page(*page),
            Self::SignIn(page) => page.into_view(),
            Self::Me(page) => me(*page).into_any(),
            Self::Change(page) => change(*page).into_any(),
            Self::Own(page) => page.into_view(),
            Self::Committees { viewer, roles, branches } => {
                view! { <CommitteesPage viewer roles branches/> }.into_any()
            }
            Self::Dashboard { viewer, picture } => {
                view! { <DashboardPage viewer picture=*picture/> }.into_any()
            }
            Self::Branch(view) => branch_view(*view).into_any(),
            Self::Group(view) => group_view(*view),
            Self::Administrators { viewer, shows } => administrators(viewer, shows).into_any(),
            Self::Network { viewer, shows } => network(viewer, *shows).into_any(),
            Self::Demo(page) => page.into_view(),
            Self::Trouble(trouble) => view! { <TroublePage trouble/> }.into_any(),
        }
    }
}
