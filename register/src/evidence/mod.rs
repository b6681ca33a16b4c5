//! Evidence of how a group chose its representatives: asked for, supplied, judged (R9).

mod file;
mod judge;
mod mark;
mod naming;
mod open;
mod rounds;
mod sent;
mod shown;
mod state;
mod supply;

pub use file::{EvidenceFile, FileError, FileKind, MOST_BYTES};
pub use judge::SeatDone;
pub(crate) use judge::of_group;
pub use mark::EvidenceMark;
pub use naming::SeatNamer;
pub use open::{EvidenceOpened, FileOpened};
pub use rounds::SentFile;
pub(crate) use rounds::{changed, last, of_seats};
pub use sent::SentRound;
pub use shown::{
    EvidenceRound, GroupDetails, GroupShown, Judged, Nominee, SeatHolder, SeatShown, Verdict,
};
pub(crate) use state::{ACCEPTED, QUERIED, REQUESTED, SUPPLIED, stands, state};
pub use state::{SeatStands, SeatState, SeatStep};
pub use supply::{Evidence, EvidenceRequest, EvidenceSent, EvidenceStage};
