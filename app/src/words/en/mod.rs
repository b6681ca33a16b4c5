//! English.

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
mod join;
#[cfg(feature = "ssr")]
mod leave;
#[cfg(feature = "ssr")]
mod letters;
#[cfg(feature = "ssr")]
mod links;
mod live;
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
mod numbers;
#[cfg(feature = "ssr")]
mod own_group;
#[cfg(feature = "ssr")]
mod own_links;
#[cfg(feature = "ssr")]
mod own_seats;
#[cfg(feature = "ssr")]
mod periods;
#[cfg(feature = "ssr")]
mod privacy;
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

use super::Words;

pub(super) static WORDS: Words = Words {
    join: join::JOIN,
    live: live::LIVE,
    #[cfg(feature = "ssr")]
    site: site::SITE,
    #[cfg(feature = "ssr")]
    home: home::HOME,
    #[cfg(feature = "ssr")]
    membership: membership::MEMBERSHIP,
    #[cfg(feature = "ssr")]
    branches: branches::BRANCHES,
    #[cfg(feature = "ssr")]
    rules: rules::RULES,
    #[cfg(feature = "ssr")]
    privacy: privacy::PRIVACY,
    #[cfg(feature = "ssr")]
    accessibility: accessibility::ACCESSIBILITY,
    #[cfg(feature = "ssr")]
    contact: contact::CONTACT,
    #[cfg(feature = "ssr")]
    done: done::DONE,
    #[cfg(feature = "ssr")]
    letters: letters::LETTERS,
    #[cfg(feature = "ssr")]
    links: links::LINKS,
    #[cfg(feature = "ssr")]
    own_links: own_links::OWN_LINKS,
    #[cfg(feature = "ssr")]
    own_seats: own_seats::OWN_SEATS,
    #[cfg(feature = "ssr")]
    sign_in: sign_in::SIGN_IN,
    #[cfg(feature = "ssr")]
    me: me::ME,
    #[cfg(feature = "ssr")]
    agreed: agreed::AGREED,
    #[cfg(feature = "ssr")]
    everything: everything::EVERYTHING,
    #[cfg(feature = "ssr")]
    leave: leave::LEAVE,
    #[cfg(feature = "ssr")]
    card: card::CARD,
    #[cfg(feature = "ssr")]
    change: change::CHANGE,
    #[cfg(feature = "ssr")]
    own_group: own_group::OWN_GROUP,
    #[cfg(feature = "ssr")]
    group_leave: group_leave::GROUP_LEAVE,
    #[cfg(feature = "ssr")]
    committee: committee::COMMITTEE,
    #[cfg(feature = "ssr")]
    dashboard: dashboard::DASHBOARD,
    #[cfg(feature = "ssr")]
    demo: demo::DEMO,
    #[cfg(feature = "ssr")]
    branch_pages: branch_pages::BRANCH_PAGES,
    #[cfg(feature = "ssr")]
    roles: roles::ROLES,
    #[cfg(feature = "ssr")]
    members: members::MEMBERS,
    #[cfg(feature = "ssr")]
    doubles: doubles::DOUBLES,
    #[cfg(feature = "ssr")]
    import: import::IMPORT,
    #[cfg(feature = "ssr")]
    roll: roll::ROLL,
    #[cfg(feature = "ssr")]
    member: member::MEMBER,
    #[cfg(feature = "ssr")]
    member_forms: member_forms::MEMBER_FORMS,
    #[cfg(feature = "ssr")]
    groups: groups::GROUPS,
    #[cfg(feature = "ssr")]
    evidence: evidence::EVIDENCE,
    #[cfg(feature = "ssr")]
    network: network::NETWORK,
    #[cfg(feature = "ssr")]
    trouble: trouble::TROUBLE,
};
