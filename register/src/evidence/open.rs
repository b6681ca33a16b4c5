//! A group as whoever judges its evidence sees it, and the evidence that they open.

use chrono::{DateTime, NaiveDate, Utc};
use rules::GroupKind;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::file::FileKind;
use super::judge::{of_group, reached};
use super::rounds::{self, SentFile};
use super::state::{ACCEPTED, QUERIED, SeatState, state};
use crate::access_log::{self, Action, Whom};
use crate::entities::{accounts, evidence, evidence_files, groups, roles, seats};
use crate::error::Error;
use crate::member::{By, Version};
use crate::permits::EvidencePermit;
use crate::register::{Register, Write};
use crate::roles::GroupRef;
use crate::stored;

/// A group, with its seats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupShown {
    /// Which state of it this is.
    pub version: Version,
    /// Which group.
    pub group: GroupRef,
    /// Its kind.
    pub kind: GroupKind,
    /// What only those see who see the whole group.
    pub details: Option<GroupDetails>,
    /// Its two seats.
    pub seats: [SeatShown; 2],
}

/// What a committee sees of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupDetails {
    /// Its website, if it gave one.
    pub website: Option<String>,
    /// Where it works.
    pub postcode: String,
    /// Whom we write to.
    pub contact_name: String,
    /// Where.
    pub contact_email: String,
    /// Where to call them, if they gave a number.
    pub contact_phone: Option<String>,
    /// Since when it is a member.
    pub joined: DateTime<Utc>,
    /// Who was named to look at its evidence.
    pub nominees: Vec<Nominee>,
}

/// Somebody who was named to look at a group's evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nominee {
    /// The number of their role.
    pub role: i64,
    /// Their address.
    pub email: String,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// A seat of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatShown {
    /// Which one: 1 or 2.
    pub place: u8,
    /// How far it has come.
    pub state: SeatState,
    /// Who is in it.
    pub holder: Option<SeatHolder>,
    /// What was asked and supplied, the newest first.
    pub rounds: Vec<EvidenceRound>,
}

/// Who is in a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatHolder {
    /// Their name.
    pub name: String,
    /// Their address, for those who see the whole group.
    pub email: Option<String>,
    /// When they were named.
    pub declared: DateTime<Utc>,
    /// When they said yes, if they did.
    pub confirmed: Option<DateTime<Utc>>,
}

/// A time that evidence was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceRound {
    /// Which one, from 1 on.
    pub number: i32,
    /// When it was asked for.
    pub asked: DateTime<Utc>,
    /// The address of whoever asked, while they have an account.
    pub asked_by: Option<String>,
    /// Until when.
    pub due: NaiveDate,
    /// When it was supplied, if it was.
    pub supplied: Option<DateTime<Utc>>,
    /// What was said of it, if anything was.
    pub judged: Option<Judged>,
}

/// What was said of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// When.
    pub at: DateTime<Utc>,
    /// The address of whoever said it, while they have an account.
    pub by: Option<String>,
    /// What is missing; `None` when it was accepted.
    pub missing: Option<String>,
}

/// Evidence that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceOpened {
    /// The group, as it is.
    pub group: GroupShown,
    /// Which seat: 1 or 2.
    pub place: u8,
    /// Which round.
    pub round: EvidenceRound,
    /// What they wrote.
    pub text: Option<String>,
    /// What file they sent.
    pub file: Option<SentFile>,
}

/// A file to hand out.
#[derive(Clone, PartialEq, Eq)]
pub struct FileOpened {
    /// What it is.
    pub kind: FileKind,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for FileOpened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FileOpened").field("kind", &self.kind).finish_non_exhaustive()
    }
}

impl Register {
    /// The group of a permit; it is written down that it was looked at. `None` when the permit does
    /// not stand any more, or the group has left its reach.
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn group(
        &self,
        by: &EvidencePermit,
        at: DateTime<Utc>,
    ) -> Result<Option<GroupShown>, Error> {
        self.write(&Look { by, at }).await
    }

    /// Opens what was supplied in a round; it is written down. `None` as for [`Register::group`],
    /// and when nothing was supplied.
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn open_evidence(
        &self,
        by: &EvidencePermit,
        place: u8,
        round: i32,
        at: DateTime<Utc>,
    ) -> Result<Option<EvidenceOpened>, Error> {
        self.write(&Open { by, place, round, at }).await
    }

    /// Hands out the file that was supplied in a round; it is written down. `None` as for
    /// [`Register::open_evidence`].
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn open_evidence_file(
        &self,
        by: &EvidencePermit,
        place: u8,
        round: i32,
        at: DateTime<Utc>,
    ) -> Result<Option<FileOpened>, Error> {
        self.write(&HandOut(Open { by, place, round, at })).await
    }
}

struct Look<'a> {
    by: &'a EvidencePermit,
    at: DateTime<Utc>,
}

impl Write for Look<'_> {
    type Done = Option<GroupShown>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<GroupShown>, Error> {
        let Some(group) = find(db, self.by).await? else { return Ok(None) };
        log(db, self.by, &group, Action::GroupSeen, self.at).await?;
        shown(db, self.by, group).await.map(Some)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

struct Open<'a> {
    by: &'a EvidencePermit,
    place: u8,
    round: i32,
    at: DateTime<Utc>,
}

impl Open<'_> {
    /// The round, if something was supplied in it; it is written down that it was opened.
    async fn find(
        &self,
        db: &DatabaseTransaction,
    ) -> Result<Option<(groups::Model, evidence::Model)>, Error> {
        let Some(group) = find(db, self.by).await? else { return Ok(None) };
        let seat = seats::Entity::find()
            .filter(seats::Column::GroupId.eq(group.id))
            .filter(seats::Column::Place.eq(i32::from(self.place)))
            .one(db)
            .await?;
        let Some(seat) = seat else { return Ok(None) };
        let round = evidence::Entity::find()
            .filter(evidence::Column::SeatId.eq(seat.id))
            .filter(evidence::Column::Round.eq(self.round))
            .filter(evidence::Column::SuppliedAt.is_not_null())
            .one(db)
            .await?;
        let Some(round) = round else { return Ok(None) };
        log(db, self.by, &group, Action::EvidenceOpened, self.at).await?;
        Ok(Some((group, round)))
    }
}

impl Write for Open<'_> {
    type Done = Option<EvidenceOpened>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<EvidenceOpened>, Error> {
        let Some((group, row)) = self.find(db).await? else { return Ok(None) };
        Ok(Some(EvidenceOpened {
            group: shown(db, self.by, group).await?,
            place: self.place,
            round: round(db, &row, &mut By::default()).await?,
            file: rounds::file(db, &row).await?,
            text: row.text,
        }))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

struct HandOut<'a>(Open<'a>);

impl Write for HandOut<'_> {
    type Done = Option<FileOpened>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<FileOpened>, Error> {
        let Some((_, round)) = self.0.find(db).await? else { return Ok(None) };
        let file = evidence_files::Entity::find()
            .filter(evidence_files::Column::EvidenceId.eq(round.id))
            .one(db)
            .await?;
        let Some(file) = file else { return Ok(None) };
        let kind =
            FileKind::parse(&file.kind).ok_or_else(|| Error::fault("a stored kind of file"))?;
        Ok(Some(FileOpened { kind, bytes: file.bytes }))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

async fn find(
    db: &DatabaseTransaction,
    by: &EvidencePermit,
) -> Result<Option<groups::Model>, Error> {
    if !by.behind().stands(db).await? {
        return Ok(None);
    }
    Ok(reached(by).one(db).await?)
}

async fn log(
    db: &DatabaseTransaction,
    by: &EvidencePermit,
    group: &groups::Model,
    action: Action,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let whom = Whom { group: Some(group.id), branch: group.branch_id, ..Whom::default() };
    access_log::write(db, at, by.behind().actor(), action, whom).await
}

async fn shown(
    db: &impl ConnectionTrait,
    permit: &EvidencePermit,
    group: groups::Model,
) -> Result<GroupShown, Error> {
    let filled = of_group(db, group.id).await?;
    let mut by = By::default();
    let first = seat(db, permit, 1, &filled, &mut by).await?;
    let second = seat(db, permit, 2, &filled, &mut by).await?;
    let details = if permit.sees_group() { Some(details(db, &group).await?) } else { None };
    Ok(GroupShown {
        version: Version(group.version),
        kind: stored::group_kind(&group.kind)?,
        group: GroupRef { number: group.number, name: group.name },
        details,
        seats: [first, second],
    })
}

async fn seat(
    db: &impl ConnectionTrait,
    permit: &EvidencePermit,
    place: u8,
    filled: &[seats::Model],
    by: &mut By,
) -> Result<SeatShown, Error> {
    let seat = filled.iter().find(|seat| seat.place == i32::from(place));
    let rows = rounds::of_seats(db, seat.map(|seat| seat.id)).await?;
    let state = state(seat, rows.first())?;
    let mut rounds = Vec::with_capacity(rows.len());
    for row in &rows {
        rounds.push(round(db, row, by).await?);
    }
    let holder = seat.map(|seat| SeatHolder {
        name: seat.name.clone(),
        email: permit.sees_group().then(|| seat.email.clone()),
        declared: seat.declared_at,
        confirmed: seat.confirmed_at,
    });
    Ok(SeatShown { place, state, holder, rounds })
}

async fn round(
    db: &impl ConnectionTrait,
    row: &evidence::Model,
    by: &mut By,
) -> Result<EvidenceRound, Error> {
    let judged = match (row.judged_at, row.state.as_str()) {
        (Some(at), ACCEPTED | QUERIED) => {
            let by = by.email(db, row.judged_by).await?;
            Some(Judged { at, by, missing: row.why.clone() })
        }
        _ => None,
    };
    Ok(EvidenceRound {
        number: row.round,
        asked: row.asked_at,
        asked_by: by.email(db, Some(row.asked_by)).await?,
        due: row.due_on,
        supplied: row.supplied_at,
        judged,
    })
}

async fn details(db: &impl ConnectionTrait, group: &groups::Model) -> Result<GroupDetails, Error> {
    let rows = roles::Entity::find()
        .filter(roles::Column::GroupId.eq(group.id))
        .filter(roles::Column::WithdrawnAt.is_null())
        .all(db)
        .await?;
    let mut nominees = Vec::with_capacity(rows.len());
    for role in rows {
        let account = accounts::Entity::find_by_id(role.account_id).one(db).await?;
        let email = stored::there(account)?.email;
        nominees.push(Nominee { role: role.id, email, since: role.given_at });
    }
    nominees.sort_by_key(|nominee| nominee.role);
    Ok(GroupDetails {
        website: group.website.clone(),
        postcode: group.postcode.clone(),
        contact_name: group.contact_name.clone(),
        contact_email: group.contact_email.clone(),
        contact_phone: group.contact_phone.clone(),
        joined: group.joined_at,
        nominees,
    })
}
