//! Why a membership ends.

use crate::answers::choice;

choice! {
    /// Why a membership is ended. All that is known of the person is erased with it. That one ends
    /// without a reason is nobody's to do, and somebody who joined twice loses nothing: the two
    /// are merged.
    EndReason {
        /// The member asked to leave.
        AskedToLeave = "asked-to-leave",
        /// The member has died.
        Died = "died",
        /// Somebody else joined in their name.
        NotThemselves = "not-themselves",
    }
}
