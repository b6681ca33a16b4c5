//! Why a membership ends.

use crate::answers::choice;

choice! {
    /// Why a membership ended. Who may end it is the register's matter; that one ends without a
    /// reason is nobody's.
    EndReason {
        /// The member asked to leave. What is known of them is erased.
        AskedToLeave = "asked-to-leave",
        /// The member has died. What is known of them is erased.
        Died = "died",
        /// The same person joined twice: the other membership goes on.
        JoinedTwice = "joined-twice",
        /// Somebody else joined in their name. What is known of them is erased.
        NotThemselves = "not-themselves",
    }
}

impl EndReason {
    /// Whether all that is known of the person is erased with it: with every reason but the one
    /// for which they go on as a member.
    #[must_use]
    pub const fn erases(self) -> bool {
        !matches!(self, Self::JoinedTwice)
    }
}
