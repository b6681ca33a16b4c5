//! What every page says: around the page, and about the site as a whole.

use crate::site::Site;

/// The words around every page.
pub(crate) struct SiteWords {
    /// The language, as in the `lang` attribute.
    pub(crate) language: &'static str,
    /// The `<title>` of a page, from the page's own title.
    pub(crate) title: fn(page: &str, site: &Site) -> String,
    /// What the site is, in a sentence, where a page says nothing of its own.
    pub(crate) description: fn(&Site) -> String,
    /// The first link on every page.
    pub(crate) skip: &'static str,
    /// What stands beside the network's name at the top.
    pub(crate) brand: &'static str,
    /// What the links at the top are called by a screen reader.
    pub(crate) navigation: &'static str,
    /// What the links at the bottom are called by a screen reader.
    pub(crate) footer_navigation: &'static str,
    /// The network's name and what it is, at the bottom.
    pub(crate) footer: fn(&Site) -> String,
    /// The link to the start of the join.
    pub(crate) join: &'static str,
    /// The link to what membership is.
    pub(crate) membership: &'static str,
    /// The link to the branches.
    pub(crate) branches: &'static str,
    /// The link to a member's own place.
    pub(crate) me: &'static str,
    /// The link to the rules.
    pub(crate) rules: &'static str,
    /// The link to the privacy notice.
    pub(crate) privacy: &'static str,
    /// The link to the accessibility statement.
    pub(crate) accessibility: &'static str,
    /// The link to the contact page.
    pub(crate) contact: &'static str,
    /// How to use the contact address as it is shown (R12).
    pub(crate) replace_at: &'static str,
}
