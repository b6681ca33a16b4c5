//! The words of the pages of one's own group.

use crate::pages::me::GroupChanged;

/// See [`super::Words`].
pub(crate) struct OwnGroupWords {
    pub(crate) description: &'static str,
    /// The link to the page, for its contact and for a representative.
    pub(crate) to_page: &'static str,
    pub(crate) to_page_seat: &'static str,

    pub(crate) about: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) number: &'static str,
    pub(crate) since: &'static str,
    pub(crate) website: &'static str,
    pub(crate) branch: &'static str,
    /// From the branch's name, for a group that is in it since it covers the postcode, and for one
    /// that chose it or was moved to it.
    pub(crate) covered: fn(&str) -> String,
    pub(crate) chosen: fn(&str) -> String,
    pub(crate) contact: &'static str,
    pub(crate) contact_text: &'static str,
    pub(crate) back: &'static str,
    pub(crate) to_details: &'static str,
    pub(crate) to_contact: &'static str,
    pub(crate) to_move: &'static str,
    /// What has just been done.
    pub(crate) done: fn(GroupChanged) -> &'static str,

    pub(crate) details_title: &'static str,
    pub(crate) name: &'static str,
    pub(crate) same_name: &'static str,

    pub(crate) move_title: &'static str,
    pub(crate) move_text: &'static str,
    /// For a group for which nothing else changes: from the branch.
    pub(crate) stays_in: fn(&str) -> String,
    /// From the branch now and the one after.
    pub(crate) moves: fn(from: Option<&str>, to: Option<&str>) -> String,
    /// For a group that chose its branch: from it, and from the one that covers the postcode.
    pub(crate) chose: fn(chosen: &str, covers: &str) -> String,
    pub(crate) follow: &'static str,
    pub(crate) move_button: &'static str,
}
