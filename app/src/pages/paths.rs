//! The addresses of the pages, as links name them.

/// The first page.
pub(crate) const HOME: &str = "/";
/// The first step of the join.
pub(crate) const JOIN: &str = "/join/who";
/// Wherever the answers so far have got to.
pub(crate) const RESUME: &str = "/join";
/// Membership explained.
pub(crate) const MEMBERSHIP: &str = "/membership";
/// The branches.
pub(crate) const BRANCHES: &str = "/branches";
/// The rules.
pub(crate) const RULES: &str = "/rules";
/// The privacy notice.
pub(crate) const PRIVACY: &str = "/privacy";
/// The accessibility statement.
pub(crate) const ACCESSIBILITY: &str = "/accessibility";
/// The contact page.
pub(crate) const CONTACT: &str = "/contact";
/// Where signing in begins.
pub(crate) const SIGN_IN: &str = "/sign-in";
/// The code of the second step.
pub(crate) const SECOND_STEP: &str = "/sign-in/second-step";
/// A recovery code in its place.
pub(crate) const RECOVERY_CODE: &str = "/sign-in/recovery-code";
/// A member's own place.
pub(crate) const ME: &str = "/me";
/// One's own groups; the number of one follows.
pub(crate) const ME_GROUPS: &str = "/me/groups";
/// Everything that is held under somebody's address.
pub(crate) const ME_EVERYTHING: &str = "/me/everything";
/// The same as a file.
pub(crate) const ME_FILE: &str = "/me/everything.json";
/// Taking back what was agreed to.
pub(crate) const ME_AGREED: &str = "/me/agreed";
/// Leaving.
pub(crate) const ME_LEAVE: &str = "/me/leave";
/// Everything that somebody has a role in.
pub(crate) const COMMITTEES: &str = "/committee";
/// The administrators of the network.
pub(crate) const ADMINISTRATORS: &str = "/network/administrators";
/// The branches, as administrators see them.
pub(crate) const NETWORK_BRANCHES: &str = "/network/branches";
/// Who offered to help start a branch; the area follows.
pub(crate) const NETWORK_OFFERS: &str = "/network/offers";
/// What a demo is, and the ways into it. Only a demo has it.
pub(crate) const DEMO: &str = "/demo";
/// The letters of a demo.
pub(crate) const DEMO_LETTERS: &str = "/demo/letters";
/// Where the chair of a branch signs in to a demo; the branch follows.
pub(crate) const DEMO_CHAIR: &str = "/demo/chair";
/// Where a member signs in to a demo.
pub(crate) const DEMO_MEMBER: &str = "/demo/member";
/// Where the representative of a group signs in to a demo.
pub(crate) const DEMO_REPRESENTATIVE: &str = "/demo/representative";
/// Where the contact of a group signs in to a demo.
pub(crate) const DEMO_CONTACT: &str = "/demo/contact";
/// Where a child of a demo joins whose guardian is asked.
pub(crate) const DEMO_GUARDIAN: &str = "/demo/guardian";
/// Where an administrator signs in to a demo.
pub(crate) const DEMO_ADMINISTRATOR: &str = "/demo/administrator";
/// A group's evidence, for whoever was named to look at it; the group follows.
pub(crate) const GROUPS: &str = "/groups";
/// The end of this session.
pub(crate) const SIGN_OUT: &str = "/sign-out";
/// The end of all sessions of this account.
pub(crate) const SIGN_OUT_EVERYWHERE: &str = "/sign-out/everywhere";
