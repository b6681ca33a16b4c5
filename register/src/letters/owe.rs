//! Owing a letter.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};

use super::WAITING;
use crate::entities::letters;
use crate::error::Error;

/// What a letter is about, by the number of its row.
#[derive(Debug, Clone, Copy)]
pub(crate) enum About {
    /// A membership that has started.
    Welcome(i64),
    /// A membership that somebody submitted once more.
    AlreadyAMember(i64),
    /// What a guardian is asked.
    Guardian(i64),
    /// A group that joined.
    GroupWelcome(i64),
    /// A group that somebody submitted once more.
    GroupAlready(i64),
    /// A seat whose representative is asked to confirm.
    Representative(i64),
    /// A request to sign in.
    SignIn(i64),
    /// A role that somebody was given.
    RoleGiven(i64),
    /// A membership that came to a branch, since that covers where they live now.
    Placed(i64),
    /// A membership whose branch does not cover where they live any more.
    Released(i64),
    /// A group, likewise.
    GroupPlaced(i64),
    /// A group, likewise.
    GroupReleased(i64),
    /// A seat whose representative is asked for evidence.
    EvidenceAsked(i64),
    /// A seat whose representative has sent it.
    EvidenceReceived(i64),
    /// A seat whose evidence was accepted.
    EvidenceAccepted(i64),
    /// A seat whose evidence was queried.
    EvidenceQueried(i64),
    /// A group, and the farewell to a representative who was replaced.
    Replaced(i64, i64),
    /// A group, one of whose representatives has stopped.
    SeatVacant(i64),
    /// A membership that a branch brought along on its own list.
    Added(i64),
    /// A membership whose member has come of age.
    OfAge(i64),
    /// A membership, and the change of its member's e-mail address that waits to be confirmed;
    /// `None` when it has been dropped since.
    EmailNew(i64, Option<i64>),
    /// A membership, and the change that can be taken back, likewise.
    EmailOld(i64, Option<i64>),
    /// The goodbye to somebody who has left.
    Left(i64),
    /// The goodbye to the contact of a group that has left.
    GroupLeft(i64),
    /// The goodbye to somebody who represented it.
    GroupGone(i64),
}

impl About {
    fn letter(self) -> letters::ActiveModel {
        let (kind, about) = self.kind();
        let mut letter = letters::ActiveModel {
            kind: Set(kind.to_owned()),
            about: Set(about.to_owned()),
            ..Default::default()
        };
        match self {
            Self::Welcome(id)
            | Self::AlreadyAMember(id)
            | Self::Placed(id)
            | Self::Released(id)
            | Self::Added(id)
            | Self::OfAge(id) => letter.membership_id = Set(Some(id)),
            Self::Guardian(id) => letter.guardian_id = Set(Some(id)),
            Self::GroupWelcome(id)
            | Self::GroupAlready(id)
            | Self::GroupPlaced(id)
            | Self::GroupReleased(id)
            | Self::SeatVacant(id) => letter.group_id = Set(Some(id)),
            Self::Representative(id)
            | Self::EvidenceAsked(id)
            | Self::EvidenceReceived(id)
            | Self::EvidenceAccepted(id)
            | Self::EvidenceQueried(id) => letter.seat_id = Set(Some(id)),
            Self::Replaced(group, farewell) => {
                letter.group_id = Set(Some(group));
                letter.farewell_id = Set(Some(farewell));
            }
            Self::EmailNew(membership, change) | Self::EmailOld(membership, change) => {
                letter.membership_id = Set(Some(membership));
                letter.email_change_id = Set(change);
            }
            Self::SignIn(id) => letter.sign_in_id = Set(Some(id)),
            Self::RoleGiven(id) => letter.role_id = Set(Some(id)),
            Self::Left(id) | Self::GroupLeft(id) | Self::GroupGone(id) => {
                letter.goodbye_id = Set(Some(id));
            }
        }
        letter
    }

    /// The kind of letter, and what letters of this kind are about.
    const fn kind(self) -> (&'static str, &'static str) {
        match self {
            Self::Welcome(_) => ("welcome", "membership"),
            Self::AlreadyAMember(_) => ("already-a-member", "membership"),
            Self::Guardian(_) => ("guardian", "guardian"),
            Self::GroupWelcome(_) => ("group-welcome", "group"),
            Self::GroupAlready(_) => ("group-already", "group"),
            Self::Representative(_) => ("representative", "seat"),
            Self::SignIn(_) => ("sign-in", "sign-in"),
            Self::RoleGiven(_) => ("role-given", "role"),
            Self::Placed(_) => ("placed", "membership"),
            Self::Released(_) => ("released", "membership"),
            Self::GroupPlaced(_) => ("group-placed", "group"),
            Self::GroupReleased(_) => ("group-released", "group"),
            Self::EvidenceAsked(_) => ("evidence-asked", "seat"),
            Self::EvidenceReceived(_) => ("evidence-received", "seat"),
            Self::EvidenceAccepted(_) => ("evidence-accepted", "seat"),
            Self::EvidenceQueried(_) => ("evidence-queried", "seat"),
            Self::Replaced(..) => ("seat-replaced", "group"),
            Self::SeatVacant(_) => ("seat-vacant", "group"),
            Self::Added(_) => ("added", "membership"),
            Self::OfAge(_) => ("of-age", "membership"),
            Self::EmailNew(..) => ("email-new", "membership"),
            Self::EmailOld(..) => ("email-old", "membership"),
            Self::Left(_) => ("left", "goodbye"),
            Self::GroupLeft(_) => ("group-left", "goodbye"),
            Self::GroupGone(_) => ("group-gone", "goodbye"),
        }
    }

    /// What the row of a letter is about.
    pub(super) fn of(letter: &letters::Model) -> Option<Self> {
        match letter.kind.as_str() {
            "welcome" => letter.membership_id.map(Self::Welcome),
            "already-a-member" => letter.membership_id.map(Self::AlreadyAMember),
            "guardian" => letter.guardian_id.map(Self::Guardian),
            "group-welcome" => letter.group_id.map(Self::GroupWelcome),
            "group-already" => letter.group_id.map(Self::GroupAlready),
            "representative" => letter.seat_id.map(Self::Representative),
            "sign-in" => letter.sign_in_id.map(Self::SignIn),
            "role-given" => letter.role_id.map(Self::RoleGiven),
            "placed" => letter.membership_id.map(Self::Placed),
            "released" => letter.membership_id.map(Self::Released),
            "group-placed" => letter.group_id.map(Self::GroupPlaced),
            "group-released" => letter.group_id.map(Self::GroupReleased),
            "evidence-asked" => letter.seat_id.map(Self::EvidenceAsked),
            "evidence-received" => letter.seat_id.map(Self::EvidenceReceived),
            "evidence-accepted" => letter.seat_id.map(Self::EvidenceAccepted),
            "evidence-queried" => letter.seat_id.map(Self::EvidenceQueried),
            "seat-replaced" => {
                letter.group_id.zip(letter.farewell_id).map(|(group, id)| Self::Replaced(group, id))
            }
            "seat-vacant" => letter.group_id.map(Self::SeatVacant),
            "added" => letter.membership_id.map(Self::Added),
            "of-age" => letter.membership_id.map(Self::OfAge),
            "email-new" => {
                letter.membership_id.map(|id| Self::EmailNew(id, letter.email_change_id))
            }
            "email-old" => {
                letter.membership_id.map(|id| Self::EmailOld(id, letter.email_change_id))
            }
            "left" => letter.goodbye_id.map(Self::Left),
            "group-left" => letter.goodbye_id.map(Self::GroupLeft),
            "group-gone" => letter.goodbye_id.map(Self::GroupGone),
            _ => None,
        }
    }
}

/// Owes a letter, to be sent from `at` on.
pub(crate) async fn owe(
    db: &DatabaseTransaction,
    about: About,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    letters::Entity::insert(owed(about, at)).exec_without_returning(db).await?;
    Ok(())
}

/// Owes many letters of one kind, as many as one statement takes.
pub(crate) async fn owe_all(
    db: &DatabaseTransaction,
    about: impl ExactSizeIterator<Item = About> + Send,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    if about.len() > 0 {
        let owed: Vec<_> = about.map(|about| owed(about, at)).collect();
        letters::Entity::insert_many(owed).exec_without_returning(db).await?;
    }
    Ok(())
}

/// How far apart the letters of one import are sent: a letter that somebody waits for, such as one
/// to sign in with, is not to stand behind thousands.
const APART: TimeDelta = TimeDelta::milliseconds(500);

/// Owes letters to those whom an import added, `before` others of the same import.
pub(crate) async fn owe_added(
    db: &DatabaseTransaction,
    memberships: &[i64],
    before: usize,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let owed = memberships.iter().zip(before..).map(|(membership, place)| letters::ActiveModel {
        next_attempt_at: Set(at + APART * i32::try_from(place).unwrap_or(i32::MAX)),
        ..owed(About::Added(*membership), at)
    });
    letters::Entity::insert_many(owed.collect::<Vec<_>>()).exec_without_returning(db).await?;
    Ok(())
}

fn owed(about: About, at: DateTime<Utc>) -> letters::ActiveModel {
    letters::ActiveModel {
        state: Set(WAITING.to_owned()),
        attempts: Set(0),
        created_at: Set(at),
        next_attempt_at: Set(at),
        ..about.letter()
    }
}

/// Takes back what has not been sent of letters about earlier moves of these memberships and
/// groups: the newest one says where they are.
pub(crate) async fn no_longer_owe_moves(
    db: &DatabaseTransaction,
    memberships: &[i64],
    groups: &[i64],
) -> Result<(), Error> {
    for (column, ids, kinds) in [
        (letters::Column::MembershipId, memberships, ["placed", "released"]),
        (letters::Column::GroupId, groups, ["group-placed", "group-released"]),
    ] {
        if !ids.is_empty() {
            letters::Entity::delete_many()
                .filter(column.is_in(ids.iter().copied()))
                .filter(letters::Column::Kind.is_in(kinds))
                .filter(letters::Column::State.eq(WAITING))
                .exec(db)
                .await?;
        }
    }
    Ok(())
}

/// Owes a letter about a turn of the evidence about a seat; what has not been sent about an earlier
/// one is overtaken.
pub(crate) async fn owe_evidence(
    db: &DatabaseTransaction,
    about: About,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    if let About::EvidenceAsked(seat)
    | About::EvidenceReceived(seat)
    | About::EvidenceAccepted(seat)
    | About::EvidenceQueried(seat) = about
    {
        letters::Entity::delete_many()
            .filter(letters::Column::SeatId.eq(seat))
            .filter(letters::Column::Kind.starts_with("evidence-"))
            .filter(letters::Column::State.eq(WAITING))
            .exec(db)
            .await?;
    }
    owe(db, about, at).await
}

/// Owes a letter about a membership or a group that is held by this transaction, unless one of the
/// same kind about the same has been owed within the last 24 hours, whatever became of it:
/// anybody can bring such a letter about, and nobody's inbox is to be filled that way.
pub(crate) async fn owe_once_a_day(
    db: &DatabaseTransaction,
    about: About,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let same = match about {
        About::AlreadyAMember(id) => letters::Column::MembershipId.eq(id),
        About::GroupAlready(id) => letters::Column::GroupId.eq(id),
        _ => return owe(db, about, at).await,
    };
    let (kind, _) = about.kind();
    let last: Option<i64> = letters::Entity::find()
        .select_only()
        .column(letters::Column::Id)
        .filter(same)
        .filter(letters::Column::Kind.eq(kind))
        .filter(letters::Column::CreatedAt.gt(at - TimeDelta::days(1)))
        .limit(1)
        .into_tuple()
        .one(db)
        .await?;
    match last {
        Some(_) => Ok(()),
        None => owe(db, about, at).await,
    }
}

/// Takes back what has not been sent of letters that something else has overtaken: a request that
/// was answered, a role that was withdrawn.
pub(crate) async fn no_longer_owe(db: &DatabaseTransaction, about: About) -> Result<(), Error> {
    let asks = match about {
        About::Guardian(id) => letters::Column::GuardianId.eq(id),
        About::Representative(id) => letters::Column::SeatId.eq(id),
        About::SignIn(id) => letters::Column::SignInId.eq(id),
        About::RoleGiven(id) => letters::Column::RoleId.eq(id),
        About::SeatVacant(id) => letters::Column::GroupId.eq(id),
        _ => return Ok(()),
    };
    letters::Entity::delete_many()
        .filter(asks)
        .filter(letters::Column::Kind.eq(about.kind().0))
        .filter(letters::Column::State.eq(WAITING))
        .exec(db)
        .await?;
    Ok(())
}
