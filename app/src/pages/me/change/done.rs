//! What somebody has just changed, said on the first page of their own place. It comes there as a
//! word in the address: nothing of anybody's.

use leptos::prelude::*;

use crate::words::words;

/// What has just been changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// The class of the membership.
    Class,
    /// Name and telephone number.
    Details,
    /// Another e-mail address was asked for.
    EmailAsked,
    /// That was taken back.
    EmailWithdrawn,
    /// The postcode, and with it the branch, perhaps.
    House,
    /// The branch.
    Branch,
    /// The postcode was taken back.
    PostcodeWithdrawn,
}

impl Changed {
    const ALL: [Self; 7] = [
        Self::Class,
        Self::Details,
        Self::EmailAsked,
        Self::EmailWithdrawn,
        Self::House,
        Self::Branch,
        Self::PostcodeWithdrawn,
    ];

    /// The word for it in an address.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Class => "membership",
            Self::Details => "details",
            Self::EmailAsked => "email",
            Self::EmailWithdrawn => "noemail",
            Self::House => "postcode",
            Self::Branch => "branch",
            Self::PostcodeWithdrawn => "nopostcode",
        }
    }

    /// Reads the word for it.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|changed| changed.as_str() == word)
    }
}

/// Says it, at the top of the page.
pub(in super::super) fn note(changed: Option<Changed>) -> impl IntoView {
    changed
        .map(|changed| view! { <p class="done" role="status">{(words().change.done)(changed)}</p> })
}
