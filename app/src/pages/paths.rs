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
