//! The register of members: every read and write of it, as named operations.
//!
//! Only this crate knows tables. An operation is one transaction, whole or not at all; time,
//! numbers, references and tokens come in from outside. It runs on SQLite and on PostgreSQL, and
//! the address given to [`Register::open`] chooses.

mod access_log;
mod answers;
mod branches;
mod consents;
mod counters;
mod dashboard;
mod days;
mod entities;
mod error;
mod group;
mod guardian;
mod hash;
mod help_offers;
mod individual;
mod join;
mod letters;
mod links;
mod migrations;
mod open;
mod options;
mod person;
mod place;
mod postcode_area;
mod postgres;
mod register;
mod seats;
mod shared_commit;
mod sqlite;
mod stored;
mod submissions;
mod ticks;
mod waiting;

pub use dashboard::{
    BranchKey, Dashboard, HelpOffers, JoinedAs, LatestJoin, Recent, Representatives, Week,
};
pub use error::{Error, Fault, Outage};
pub use guardian::{GuardianRequest, Refusal};
pub use hash::Token;
pub use join::{JoinError, Joined, LedTo, Submission};
pub use letters::{Letter, LetterContent, LetterProblem, MemberLetter, Recipient};
pub use open::OpenError;
pub use options::Options;
pub use place::{InBranch, Place};
pub use register::Register;
pub use seats::SeatRequest;
pub use waiting::GUARDIAN_DAYS;
