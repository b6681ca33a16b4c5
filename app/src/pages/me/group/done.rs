//! What the contact of a group has just changed, said on the group's page. It comes there as a word
//! in the address: nothing of anybody's.

use leptos::prelude::*;

use crate::words::words;

/// What has just been changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupChanged {
    /// Its name, its website, or who its contact is.
    Details,
    /// Somebody was named as a representative.
    Named,
    /// A representative was removed.
    Removed,
    /// Its postcode, and with it its branch, perhaps.
    Postcode,
}

impl GroupChanged {
    const ALL: [Self; 4] = [Self::Details, Self::Named, Self::Removed, Self::Postcode];

    /// The word for it in an address.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Details => "details",
            Self::Named => "named",
            Self::Removed => "removed",
            Self::Postcode => "postcode",
        }
    }

    /// Reads the word for it.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|changed| changed.as_str() == word)
    }
}

/// Says it, at the top of the page.
pub(super) fn note(changed: Option<GroupChanged>) -> impl IntoView {
    changed.map(|changed| {
        view! { <p class="done" role="status">{(words().own_group.done)(changed)}</p> }
    })
}
