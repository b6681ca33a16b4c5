//! The outbox: which letters are owed, what each says, and how sending it went.
//!
//! A letter is owed in the transaction that makes it due, and holds no name, no address and no
//! text: what it says is read when it is claimed, so that it is true when it is sent.

mod access;
mod claim;
mod content;
mod emails;
mod evidence;
mod farewells;
mod goodbyes;
mod moves;
mod outcome;
mod owe;
mod read;
mod vacant;

pub use claim::Letter;
pub use content::{LetterContent, MemberLetter, Recipient};
pub use emails::NewAddress;
pub use evidence::{EvidenceLetter, EvidenceTurn};
pub(crate) use farewells::{bid_farewell, is_untold};
pub use goodbyes::{GroupLeftLetter, LeftHow, LeftLetter};
pub(crate) use goodbyes::{ToldAs, group_left, say_goodbye};
pub use moves::{GroupMovedLetter, MovedLetter};
pub use outcome::LetterProblem;
pub(crate) use owe::{
    About, no_longer_owe, no_longer_owe_moves, owe, owe_added, owe_all, owe_evidence,
    owe_once_a_day,
};
pub(crate) use read::full_opens;
pub use vacant::VacantLetter;

/// The state of a letter that is to be sent.
const WAITING: &str = "waiting";
/// The state of a letter that was sent.
const SENT: &str = "sent";
/// The state of a letter that will not be tried again.
const GIVEN_UP: &str = "given-up";
