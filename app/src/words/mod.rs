//! What people read, apart from the components that lay it out.
//!
//! Each page has a struct of its words here and their English values under [`en`]. Another
//! language, or an Easy Read edition, is another module beside `en` with the same constants; what
//! it leaves out does not compile. The words of the pages stay on the server: only those of the
//! wizard travel to the browser.

mod en;
pub(crate) mod join;
pub(crate) mod live;

#[cfg(feature = "ssr")]
mod accessibility;
#[cfg(feature = "ssr")]
mod agreed;
#[cfg(feature = "ssr")]
mod branch_pages;
#[cfg(feature = "ssr")]
mod branches;
#[cfg(feature = "ssr")]
mod card;
#[cfg(feature = "ssr")]
mod change;
#[cfg(feature = "ssr")]
mod committee;
#[cfg(feature = "ssr")]
mod contact;
#[cfg(feature = "ssr")]
mod dashboard;
#[cfg(feature = "ssr")]
mod demo;
#[cfg(feature = "ssr")]
mod done;
#[cfg(feature = "ssr")]
mod doubles;
#[cfg(feature = "ssr")]
mod everything;
#[cfg(feature = "ssr")]
mod evidence;
#[cfg(feature = "ssr")]
mod group_leave;
#[cfg(feature = "ssr")]
mod groups;
#[cfg(feature = "ssr")]
mod home;
#[cfg(feature = "ssr")]
mod import;
#[cfg(feature = "ssr")]
mod leave;
#[cfg(feature = "ssr")]
pub(crate) mod letters;
#[cfg(feature = "ssr")]
mod links;
#[cfg(feature = "ssr")]
mod me;
#[cfg(feature = "ssr")]
mod member;
#[cfg(feature = "ssr")]
mod member_forms;
#[cfg(feature = "ssr")]
mod members;
#[cfg(feature = "ssr")]
mod membership;
#[cfg(feature = "ssr")]
mod network;
#[cfg(feature = "ssr")]
mod own_group;
#[cfg(feature = "ssr")]
mod own_links;
#[cfg(feature = "ssr")]
mod own_seats;
#[cfg(feature = "ssr")]
mod privacy;
#[cfg(feature = "ssr")]
mod prose;
#[cfg(feature = "ssr")]
mod roles;
#[cfg(feature = "ssr")]
mod roll;
#[cfg(feature = "ssr")]
mod rules;
#[cfg(feature = "ssr")]
mod sign_in;
#[cfg(feature = "ssr")]
mod site;
#[cfg(feature = "ssr")]
mod trouble;

#[cfg(feature = "ssr")]
pub(crate) use self::{
    accessibility::AccessibilityWords,
    agreed::AgreedWords,
    branch_pages::BranchPagesWords,
    branches::BranchesWords,
    card::{Card, CardWords},
    change::ChangeWords,
    committee::CommitteeWords,
    contact::ContactWords,
    dashboard::DashboardWords,
    demo::DemoWords,
    done::DoneWords,
    doubles::DoublesWords,
    everything::EverythingWords,
    evidence::EvidenceWords,
    group_leave::GroupLeaveWords,
    groups::GroupsWords,
    home::{HomeWords, Point},
    import::ImportWords,
    leave::LeaveWords,
    letters::{
        GroupAlreadyLetter, GroupLetter, GuardianLetter, LetterPart, LettersWords, NewEmailLetter,
        SeatLetter, SignInLetter, SubjectWords,
    },
    links::{LinkWords, LinksWords},
    me::MeWords,
    member::MemberWords,
    member_forms::MemberFormsWords,
    members::MembersWords,
    membership::{GroupRow, MembershipWords, Row},
    network::NetworkWords,
    own_group::OwnGroupWords,
    own_links::OwnLinksWords,
    own_seats::OwnSeatsWords,
    privacy::PrivacyWords,
    prose::{Block, Head, Kept, Section},
    roles::RolesWords,
    roll::RollWords,
    rules::RulesWords,
    sign_in::SignInWords,
    site::SiteWords,
    trouble::{Trouble, TroubleWords},
};

/// Everything that the site says, in one language. The browser carries the wizard's words alone.
pub(crate) struct Words {
    pub(crate) join: join::JoinWords,
    pub(crate) live: live::LiveWords,
    #[cfg(feature = "ssr")]
    pub(crate) site: SiteWords,
    #[cfg(feature = "ssr")]
    pub(crate) home: HomeWords,
    #[cfg(feature = "ssr")]
    pub(crate) membership: MembershipWords,
    #[cfg(feature = "ssr")]
    pub(crate) branches: BranchesWords,
    #[cfg(feature = "ssr")]
    pub(crate) rules: RulesWords,
    #[cfg(feature = "ssr")]
    pub(crate) privacy: PrivacyWords,
    #[cfg(feature = "ssr")]
    pub(crate) accessibility: AccessibilityWords,
    #[cfg(feature = "ssr")]
    pub(crate) contact: ContactWords,
    #[cfg(feature = "ssr")]
    pub(crate) done: DoneWords,
    #[cfg(feature = "ssr")]
    pub(crate) letters: LettersWords,
    #[cfg(feature = "ssr")]
    pub(crate) links: LinksWords,
    #[cfg(feature = "ssr")]
    pub(crate) own_links: OwnLinksWords,
    #[cfg(feature = "ssr")]
    pub(crate) own_seats: OwnSeatsWords,
    #[cfg(feature = "ssr")]
    pub(crate) sign_in: SignInWords,
    #[cfg(feature = "ssr")]
    pub(crate) me: MeWords,
    #[cfg(feature = "ssr")]
    pub(crate) agreed: AgreedWords,
    #[cfg(feature = "ssr")]
    pub(crate) everything: EverythingWords,
    #[cfg(feature = "ssr")]
    pub(crate) leave: LeaveWords,
    #[cfg(feature = "ssr")]
    pub(crate) card: CardWords,
    #[cfg(feature = "ssr")]
    pub(crate) change: ChangeWords,
    #[cfg(feature = "ssr")]
    pub(crate) own_group: OwnGroupWords,
    #[cfg(feature = "ssr")]
    pub(crate) group_leave: GroupLeaveWords,
    #[cfg(feature = "ssr")]
    pub(crate) committee: CommitteeWords,
    #[cfg(feature = "ssr")]
    pub(crate) dashboard: DashboardWords,
    #[cfg(feature = "ssr")]
    pub(crate) demo: DemoWords,
    #[cfg(feature = "ssr")]
    pub(crate) branch_pages: BranchPagesWords,
    #[cfg(feature = "ssr")]
    pub(crate) roles: RolesWords,
    #[cfg(feature = "ssr")]
    pub(crate) members: MembersWords,
    #[cfg(feature = "ssr")]
    pub(crate) doubles: DoublesWords,
    #[cfg(feature = "ssr")]
    pub(crate) import: ImportWords,
    #[cfg(feature = "ssr")]
    pub(crate) roll: RollWords,
    #[cfg(feature = "ssr")]
    pub(crate) member: MemberWords,
    #[cfg(feature = "ssr")]
    pub(crate) member_forms: MemberFormsWords,
    #[cfg(feature = "ssr")]
    pub(crate) groups: GroupsWords,
    #[cfg(feature = "ssr")]
    pub(crate) evidence: EvidenceWords,
    #[cfg(feature = "ssr")]
    pub(crate) network: NetworkWords,
    #[cfg(feature = "ssr")]
    pub(crate) trouble: TroubleWords,
}

/// The words of the language that the site speaks: English, so far.
pub(crate) fn words() -> &'static Words {
    &en::WORDS
}
