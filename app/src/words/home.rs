//! The words of the first page.

use crate::site::Site;

/// A short text under a heading.
pub(crate) struct Point {
    pub(crate) heading: &'static str,
    pub(crate) text: &'static str,
}

/// The words of the first page.
pub(crate) struct HomeWords {
    pub(crate) title: &'static str,
    pub(crate) description: fn(&Site) -> String,
    pub(crate) heading: &'static str,
    /// What the network is.
    pub(crate) lead: fn(&Site) -> String,
    /// The button.
    pub(crate) join: &'static str,
    /// What to expect of joining, beside the button.
    pub(crate) join_hint: &'static str,
    /// The quiet link beside the button.
    pub(crate) explained: &'static str,
    pub(crate) meaning_heading: &'static str,
    /// What membership means, in three lines.
    pub(crate) meaning: [Point; 3],
    pub(crate) group_heading: &'static str,
    pub(crate) group: &'static [&'static str],
    pub(crate) group_join: &'static str,
    pub(crate) branches_heading: &'static str,
    /// How branches work, in order.
    pub(crate) branches: &'static [&'static str],
    pub(crate) branches_link: &'static str,
    pub(crate) care_heading: &'static str,
    /// What happens with what people tell us.
    pub(crate) care: &'static [&'static str],
    pub(crate) care_link: &'static str,
}
