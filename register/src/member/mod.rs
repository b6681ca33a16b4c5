//! One member: what a committee sees of them, notes about them, and what it changes.

mod correct;
mod ending;
mod held;
mod history;
mod moving;
mod notes;
mod read;
mod text;
mod version;

pub use correct::{Corrected, Details};
pub use ending::Ended;
pub(crate) use ending::end;
pub(crate) use held::Held;
pub use history::{
    ClassHistory, ConsentGiven, Ending, GroupSeat, HowEnded, ImportHistory, MembershipHistory,
    PlacingHistory,
};
pub use moving::Moved;
pub use notes::{Note, NoteEdited};
pub(crate) use read::By;
pub use read::Member;
pub use text::{EvidenceQuery, EvidenceText, MoveReason, NoteText, TextError};
pub use version::Version;
