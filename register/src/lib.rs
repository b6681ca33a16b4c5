//! The register of members: every read and write of it, as named operations.
//!
//! Only this crate knows tables. An operation is one transaction, whole or not at all; time,
//! numbers, references and tokens come in from outside. It runs on SQLite and on PostgreSQL, and
//! the address given to [`Register::open`] chooses.

mod access_log;
mod accounts;
mod answers;
mod branches;
mod class_changes;
mod coming_of_age;
mod consents;
mod counters;
mod dashboard;
mod days;
mod doubles;
mod email_changes;
mod entities;
mod error;
mod evidence;
mod group;
mod groups;
mod guardian;
mod hash;
mod help_offers;
mod individual;
mod join;
mod known;
mod letters;
mod links;
mod listing;
mod lists;
mod member;
mod members;
mod migrations;
mod news;
mod open;
mod options;
mod own;
mod permits;
mod person;
mod place;
mod placings;
mod postcode_area;
mod postcodes;
mod postgres;
mod register;
mod retention;
mod roles;
mod roll;
mod scope;
mod seats;
mod second_factor;
mod sessions;
mod shared_commit;
mod sign_in;
mod sqlite;
mod stored;
mod submissions;
mod ticks;
mod turns;
mod waiting;
mod words;

pub use access_log::{LogBreak, LogCheck, LogHead, LogStart};
pub use accounts::AccountId;
pub use branches::{
    AboutHowMany, BranchChange, BranchChanged, BranchFounded, BranchLook, BranchRenamed,
    BranchStatus, BranchesOverview, DistrictDemand, HelpOffer, MovesOf, NetworkBranch, NoChange,
    Placements, PlacementsMark,
};
pub use dashboard::{
    BranchKey, Dashboard, HelpOffers, JoinedAs, LatestJoin, Recent, Representatives, Week,
};
pub use doubles::{Alike, Double, DoubleOf, Looked, Merged};
pub use email_changes::{EmailAsked, EmailWaits, NewContact, NewEmail, OfGroup, OldEmail};
pub use error::{Error, Fault, Outage};
pub use evidence::{
    Evidence, EvidenceFile, EvidenceMark, EvidenceOpened, EvidenceRequest, EvidenceRound,
    EvidenceSent, EvidenceStage, FileError, FileKind, FileOpened, GroupDetails, GroupShown, Judged,
    MOST_BYTES, Nominee, SeatDone, SeatHolder, SeatNamer, SeatShown, SeatStands, SeatState,
    SeatStep, SentFile, SentRound, Verdict,
};
pub use groups::{GroupCursor, GroupRow, Groups, WhichGroups};
pub use guardian::{AgreementWithdrawn, GuardianRequest, Refusal};
pub use hash::Token;
pub use join::{JoinError, Joined, LedTo, Submission};
pub use letters::{
    EvidenceLetter, EvidenceTurn, GroupLeftLetter, GroupMovedLetter, LeftHow, LeftLetter, Letter,
    LetterContent, LetterProblem, MemberLetter, MovedLetter, NewAddress, Recipient, VacantLetter,
};
pub use lists::{
    KeptList, LIST_MINUTES, ListCounts, ListImported, ListLook, ListMark, ListStands, LookedRow,
    RowComes,
};
pub use member::{
    ClassHistory, ConsentGiven, Corrected, Details, Ended, Ending, EvidenceQuery, EvidenceText,
    GroupSeat, HowEnded, ImportHistory, Member, MembershipHistory, MoveReason, Moved, Note,
    NoteEdited, NoteText, PlacingHistory, TextError, Version,
};
pub use members::{
    Count, Cursor, ExportRow, MemberFilter, MemberRow, Members, Order, Placed, Status,
};
pub use open::OpenError;
pub use options::Options;
pub use own::{
    AgreedChange, AgreedChanged, BranchChosen, ClassChanged, Everything, FactName, FactValue,
    GroupGiven, HeldFile, HeldFiles, HeldKind, HeldPart, HeldWording, HouseLook, HouseMove,
    HouseMoved, Left, NameAndPhone, OwnAgreed, OwnBranch, OwnContact, OwnGroup, OwnGroupDetails,
    OwnGroupShown, OwnMembership, OwnPerson, OwnPlace, OwnSeat, OwnStanding, OwnWaiting,
    PostcodeWithdrawn, WhichBranch,
};
pub use permits::{BranchPermit, EvidencePermit, NetworkPermit, OwnPermit, Permitted, RoleGiver};
pub use place::{InBranch, Place};
pub use postcodes::{
    GoneAuthority, PostcodeEdition, PostcodeList, PostcodeSector, PostcodesLoaded,
};
pub use register::Register;
pub use retention::{Expiring, RetentionError};
pub use roles::{GaveRole, GroupRef, HeldRole, Office, Role, RoleFor, Withdrawal};
pub use roll::{FrozenRoll, FrozenRollShown, Roll, RollCounts, RollEntry};
pub use scope::Scope;
pub use seats::{Renamed, SeatRequest, SeatWay};
pub use second_factor::{LOCK_MINUTES, RecoveryAnswer, SECOND_FACTOR_TRIES, TotpSecret, Try};
pub use sessions::{IDLE_MINUTES, SESSION_HOURS, SecondFactor, Session};
pub use sign_in::{Asked, CodeAnswer, INVITATION_HOURS, SIGN_IN_MINUTES, SignInLink, SignedIn};
