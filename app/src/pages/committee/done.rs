//! What has just been done, said on the page that a form leads to. It comes there as a word in
//! the address: nothing of anybody's.

use leptos::prelude::*;

use crate::words::words;

/// What has just been done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// A note was added.
    Noted,
    /// A note was changed.
    NoteChanged,
    /// Details were corrected.
    Corrected,
    /// A member was moved to another branch, or out of all.
    Moved,
    /// A membership was ended, and all that was known of the person erased.
    Erased,
    /// Two members were made one.
    Merged,
    /// A roll was frozen.
    Frozen,
    /// A role was given.
    RoleGiven,
    /// A role was withdrawn.
    RoleWithdrawn,
    /// A branch was started.
    BranchFounded,
    /// A branch was given another name.
    BranchRenamed,
    /// A branch was made active.
    BranchActivated,
    /// A branch was closed.
    BranchClosed,
    /// An area was added to a branch.
    AreaAdded,
    /// An area was removed from a branch.
    AreaRemoved,
    /// Evidence was asked for.
    EvidenceAsked,
    /// Evidence was accepted.
    EvidenceAccepted,
    /// Evidence was queried.
    EvidenceQueried,
    /// A representative was named.
    RepresentativeNamed,
}

impl Done {
    const ALL: [Self; 19] = [
        Self::Noted,
        Self::NoteChanged,
        Self::Corrected,
        Self::Moved,
        Self::Erased,
        Self::Merged,
        Self::Frozen,
        Self::RoleGiven,
        Self::RoleWithdrawn,
        Self::BranchFounded,
        Self::BranchRenamed,
        Self::BranchActivated,
        Self::BranchClosed,
        Self::AreaAdded,
        Self::AreaRemoved,
        Self::EvidenceAsked,
        Self::EvidenceAccepted,
        Self::EvidenceQueried,
        Self::RepresentativeNamed,
    ];

    /// The word for it in an address.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Noted => "noted",
            Self::NoteChanged => "note-changed",
            Self::Corrected => "corrected",
            Self::Moved => "moved",
            Self::Erased => "erased",
            Self::Merged => "merged",
            Self::Frozen => "frozen",
            Self::RoleGiven => "role-given",
            Self::RoleWithdrawn => "role-withdrawn",
            Self::BranchFounded => "branch-founded",
            Self::BranchRenamed => "branch-renamed",
            Self::BranchActivated => "branch-activated",
            Self::BranchClosed => "branch-closed",
            Self::AreaAdded => "area-added",
            Self::AreaRemoved => "area-removed",
            Self::EvidenceAsked => "evidence-asked",
            Self::EvidenceAccepted => "evidence-accepted",
            Self::EvidenceQueried => "evidence-queried",
            Self::RepresentativeNamed => "representative-named",
        }
    }

    /// Reads the word for it.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|done| done.as_str() == word)
    }
}

/// Says it, at the top of the page.
pub(super) fn done_note(done: Option<Done>) -> impl IntoView {
    done.map(|done| {
        view! { <p class="done" role="status">{(words().branch_pages.done)(done)}</p> }
    })
}
