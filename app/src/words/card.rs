//! The words of a member's card, in letters and on their own page.

use chrono::{DateTime, Utc};
use rules::Class;

/// What a card says.
pub(crate) struct Card<'a> {
    pub(crate) name: &'a str,
    pub(crate) class: Class,
    pub(crate) number: &'a str,
    pub(crate) since: DateTime<Utc>,
    /// The name of the branch.
    pub(crate) branch: Option<&'a str>,
}

/// See [`super::Words`].
pub(crate) struct CardWords {
    /// What each thing is, and the thing.
    pub(crate) rows: fn(&Card<'_>) -> Vec<(&'static str, String)>,
}
