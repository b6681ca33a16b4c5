//! What was done to whom, written in the transaction that does it, and sealed later: so that
//! those who join at once do not wait for one another.

mod chain;
mod cut;
mod seal;
mod start;
mod verify;

use chrono::{DateTime, Utc};
use rules::EndReason;
use sea_orm::ActiveValue::Set;
use sea_orm::{DatabaseTransaction, EntityTrait};

use crate::entities::access_log;
use crate::error::Error;

pub use chain::LogHead;
pub use start::LogStart;
pub use verify::{LogBreak, LogCheck};

/// Who did it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Actor {
    Applicant,
    Guardian,
    Representative,
    /// Whoever reads a member's letters, by a link in one.
    Member,
    System,
    /// Whoever has a link from a letter, which does one thing.
    LetterLink,
    /// Somebody who is signed in.
    Account(i64),
    /// Whoever runs the server, on the command line, for this account.
    Operator(i64),
}

/// What was done.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Action {
    Joined,
    AskedGuardian,
    Confirmed,
    Erased,
    SeatConfirmed,
    SeatDeclined,
    SeatRenamed,
    GuardianRenamed,
    SignedIn,
    SecondFactorSetUp,
    SecondFactorReset,
    RecoveryCodeUsed,
    Invited,
    RoleGiven,
    RoleWithdrawn,
    RolesSeen,
    MembersSeen,
    MemberSeen,
    NoteWritten,
    NoteEdited,
    Moved,
    Ended(EndReason),
    Corrected,
    CorrectionRefused,
    ExportBegun,
    Exported,
    DoublesSeen,
    Merged,
    RollSeen,
    RollFrozen,
    DashboardOpened,
    BranchFounded,
    BranchRenamed,
    BranchActivated,
    BranchClosed,
    AreaAdded,
    AreaRemoved,
    OfferSeen,
    GroupsSeen,
    GroupSeen,
    EvidenceAsked,
    EvidenceSupplied,
    EvidenceOpened,
    EvidenceAccepted,
    EvidenceQueried,
    RepresentativeNamed,
    RepresentativeRemoved,
    ListSeen,
    ListImported,
    Imported,
    FoundOnList,
    DetailsChanged,
    MovedHouse,
    BranchChosen,
    PostcodeWithdrawn,
    ClassChanged,
    EmailAsked,
    EmailWithdrawn,
    EmailChanged,
    EmailReverted,
    CameOfAge,
    ConsentGiven,
    ConsentWithdrawn,
    LogCut,
}

/// Whom or what it was done to, and to how many; numbers alone.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Whom {
    pub(crate) person: Option<i64>,
    pub(crate) group: Option<i64>,
    pub(crate) branch: Option<i64>,
    pub(crate) role: Option<i64>,
    pub(crate) how_many: Option<i32>,
}

impl Actor {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Applicant => "applicant",
            Self::Guardian => "guardian",
            Self::Representative => "representative",
            Self::Member => "member",
            Self::System => "system",
            Self::LetterLink => "letter-link",
            Self::Account(_) => "account",
            Self::Operator(_) => "operator",
        }
    }

    const fn account(self) -> Option<i64> {
        match self {
            Self::Account(account) | Self::Operator(account) => Some(account),
            _ => None,
        }
    }
}

impl Action {
    /// The word for it in the database.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Joined => "joined",
            Self::AskedGuardian => "asked-guardian",
            Self::Confirmed => "confirmed",
            Self::Erased => "erased",
            Self::SeatConfirmed => "seat-confirmed",
            Self::SeatDeclined => "seat-declined",
            Self::SeatRenamed => "seat-renamed",
            Self::GuardianRenamed => "guardian-renamed",
            Self::SignedIn => "signed-in",
            Self::SecondFactorSetUp => "second-factor-set-up",
            Self::SecondFactorReset => "second-factor-reset",
            Self::RecoveryCodeUsed => "recovery-code-used",
            Self::Invited => "invited",
            Self::RoleGiven => "role-given",
            Self::RoleWithdrawn => "role-withdrawn",
            Self::RolesSeen => "roles-seen",
            Self::MembersSeen => "members-seen",
            Self::MemberSeen => "member-seen",
            Self::NoteWritten => "note-written",
            Self::NoteEdited => "note-edited",
            Self::Moved => "moved",
            Self::Ended(EndReason::AskedToLeave) => "ended-asked-to-leave",
            Self::Ended(EndReason::Died) => "ended-died",
            Self::Ended(EndReason::NotThemselves) => "ended-not-themselves",
            Self::Corrected => "corrected",
            Self::CorrectionRefused => "correction-refused",
            Self::ExportBegun => "export-begun",
            Self::Exported => "exported",
            Self::DoublesSeen => "doubles-seen",
            Self::Merged => "merged",
            Self::RollSeen => "roll-seen",
            Self::RollFrozen => "roll-frozen",
            Self::DashboardOpened => "dashboard-opened",
            Self::BranchFounded => "branch-founded",
            Self::BranchRenamed => "branch-renamed",
            Self::BranchActivated => "branch-activated",
            Self::BranchClosed => "branch-closed",
            Self::AreaAdded => "area-added",
            Self::AreaRemoved => "area-removed",
            Self::OfferSeen => "offer-seen",
            Self::GroupsSeen => "groups-seen",
            Self::GroupSeen => "group-seen",
            Self::EvidenceAsked => "evidence-asked",
            Self::EvidenceSupplied => "evidence-supplied",
            Self::EvidenceOpened => "evidence-opened",
            Self::EvidenceAccepted => "evidence-accepted",
            Self::EvidenceQueried => "evidence-queried",
            Self::RepresentativeNamed => "representative-named",
            Self::RepresentativeRemoved => "representative-removed",
            Self::ListSeen => "list-seen",
            Self::ListImported => "list-imported",
            Self::Imported => "imported",
            Self::FoundOnList => "found-on-list",
            Self::DetailsChanged => "details-changed",
            Self::MovedHouse => "moved-house",
            Self::BranchChosen => "branch-chosen",
            Self::PostcodeWithdrawn => "postcode-withdrawn",
            Self::ClassChanged => "class-changed",
            Self::EmailAsked => "email-asked",
            Self::EmailWithdrawn => "email-withdrawn",
            Self::EmailChanged => "email-changed",
            Self::EmailReverted => "email-reverted",
            Self::CameOfAge => "came-of-age",
            Self::ConsentGiven => "consent-given",
            Self::ConsentWithdrawn => "consent-withdrawn",
            Self::LogCut => "log-cut",
        }
    }
}

/// Writes it down.
pub(crate) async fn write(
    db: &DatabaseTransaction,
    at: DateTime<Utc>,
    actor: Actor,
    action: Action,
    whom: Whom,
) -> Result<(), Error> {
    access_log::Entity::insert(entry(at, actor, action, whom)).exec_without_returning(db).await?;
    Ok(())
}

/// Writes down what was done to many.
pub(crate) async fn write_all(
    db: &DatabaseTransaction,
    at: DateTime<Utc>,
    actor: Actor,
    action: Action,
    whom: &[Whom],
) -> Result<(), Error> {
    if !whom.is_empty() {
        let entries = whom.iter().map(|whom| entry(at, actor, action, *whom));
        access_log::Entity::insert_many(entries).exec_without_returning(db).await?;
    }
    Ok(())
}

fn entry(at: DateTime<Utc>, actor: Actor, action: Action, whom: Whom) -> access_log::ActiveModel {
    access_log::ActiveModel {
        at: Set(at),
        actor: Set(actor.as_str().to_owned()),
        action: Set(action.as_str().to_owned()),
        person_id: Set(whom.person),
        group_id: Set(whom.group),
        branch_id: Set(whom.branch),
        account_id: Set(actor.account()),
        role_id: Set(whom.role),
        how_many: Set(whom.how_many),
        ..Default::default()
    }
}
