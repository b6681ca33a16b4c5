//! What people agree to: which text, in which version.

use crate::answers::choice;

choice! {
    /// What a consent is for.
    ConsentKind {
        /// Being on the register, including what a class of membership may say about one's
        /// mental health (UK GDPR, articles 6(1)(a) and 9(2)(a)).
        Membership = "membership",
        /// News by e-mail.
        Newsletter = "newsletter",
        /// Being contacted about starting a branch (R7).
        StartBranch = "start-branch",
    }
}

/// A text that was agreed to. A change of its words is a new version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConsentText {
    /// What it is for.
    pub kind: ConsentKind,
    /// Which wording, counted from 1.
    pub version: i32,
}

impl ConsentKind {
    /// The wording that is shown now.
    #[must_use]
    pub const fn current(self) -> ConsentText {
        ConsentText { kind: self, version: 1 }
    }
}
