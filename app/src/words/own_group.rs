//! The words of the pages of one's own group.

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
}
