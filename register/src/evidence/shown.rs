//! A group as whoever judges its evidence sees it.

use chrono::{DateTime, NaiveDate, Utc};
use rules::GroupKind;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::judge::of_group;
use super::rounds;
use super::state::{ACCEPTED, QUERIED, SeatStands, stands};
use crate::days;
use crate::entities::{accounts, evidence, groups, roles, seats};
use crate::error::Error;
use crate::member::{By, Version};
use crate::permits::EvidencePermit;
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
    /// How it stands with it.
    pub stands: SeatStands,
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
    /// When what was supplied was erased, if its time is over.
    pub erased: Option<DateTime<Utc>>,
}

/// What was said of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// When.
    pub at: DateTime<Utc>,
    /// The address of whoever said it, while they have an account.
    pub by: Option<String>,
    /// What it was.
    pub verdict: Verdict,
}

/// What became of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It was accepted.
    Accepted,
    /// Something was missing.
    Queried {
        /// What; `None` when that was erased since.
        missing: Option<String>,
    },
}

/// Reads it.
pub(super) async fn shown(
    db: &impl ConnectionTrait,
    permit: &EvidencePermit,
    group: groups::Model,
    at: DateTime<Utc>,
) -> Result<GroupShown, Error> {
    let today = days::day(at);
    let filled = of_group(db, group.id).await?;
    let mut by = By::default();
    let first = seat(db, permit, 1, &filled, today, &mut by).await?;
    let second = seat(db, permit, 2, &filled, today, &mut by).await?;
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
    today: NaiveDate,
    by: &mut By,
) -> Result<SeatShown, Error> {
    let seat = filled.iter().find(|seat| seat.place == i32::from(place));
    let rows = rounds::of_seats(db, seat.map(|seat| seat.id)).await?;
    let stands = stands(seat, rows.first(), today)?;
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
    Ok(SeatShown { place, stands, holder, rounds })
}

/// Reads a round.
pub(super) async fn round(
    db: &impl ConnectionTrait,
    row: &evidence::Model,
    by: &mut By,
) -> Result<EvidenceRound, Error> {
    let verdict = match row.state.as_str() {
        ACCEPTED => Some(Verdict::Accepted),
        QUERIED => Some(Verdict::Queried { missing: row.why.clone() }),
        _ => None,
    };
    let judged = match (row.judged_at, verdict) {
        (Some(at), Some(verdict)) => {
            Some(Judged { at, by: by.email(db, row.judged_by).await?, verdict })
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
        erased: row.erased_at,
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
