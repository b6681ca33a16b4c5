//! The groups that somebody has to do with: whose contact has their address, or that are
//! represented from it.

use chrono::{DateTime, NaiveDate, Utc};
use rules::{GroupKind, Retention};
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};

use super::branch::{self, OwnBranch};
use crate::email_changes::{self, EmailWaits, Whose};
use crate::entities::{groups, seats};
use crate::error::Error;
use crate::evidence::{self, SeatStands, SeatState};
use crate::permits::OwnPermit;
use crate::roles::GroupRef;
use crate::{days, stored};

/// A group, as its contact and its representatives see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnGroup {
    /// Which.
    pub group: GroupRef,
    /// Its kind.
    pub kind: GroupKind,
    /// Since when it is a member.
    pub since: DateTime<Utc>,
    /// The branch that it is in.
    pub branch: Option<OwnBranch>,
    /// The name of its contact, where that is somebody with this address.
    pub contact: Option<String>,
    /// Another contact, or another address of the contact, that waits to be confirmed; for the
    /// contact alone.
    pub contact_waits: Option<EmailWaits>,
    /// Its seats that somebody is in: all of them for its contact, for others their own.
    pub seats: Vec<OwnSeat>,
}

/// A seat that somebody is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnSeat {
    /// Which one: 1 or 2.
    pub place: u8,
    /// Who is in it.
    pub name: String,
    /// Whether they have this address.
    pub is_own: bool,
    /// How it stands with it.
    pub stands: SeatStands,
    /// Until when evidence is asked for, when it is.
    pub due: Option<NaiveDate>,
}

/// Reads the groups that are members.
pub(super) async fn read(
    db: &impl ConnectionTrait,
    by: &OwnPermit,
    kept: &Retention,
    at: DateTime<Utc>,
) -> Result<Vec<OwnGroup>, Error> {
    let held = seats::Entity::find().filter(is_theirs(by)).all(db).await?;
    let contact = groups::Entity::find()
        .filter(groups::Column::ContactEmailKey.eq(by.email_key()))
        .filter(groups::Column::EndedAt.is_null());
    let mut rows = contact.all(db).await?;
    let missing: Vec<_> = held
        .iter()
        .map(|seat| seat.group_id)
        .filter(|group| rows.iter().all(|row| row.id != *group))
        .collect();
    if !missing.is_empty() {
        let represented = groups::Entity::find()
            .filter(groups::Column::Id.is_in(missing))
            .filter(groups::Column::EndedAt.is_null());
        rows.extend(represented.all(db).await?);
    }
    rows.sort_by(|one, other| (&one.name_key, one.id).cmp(&(&other.name_key, other.id)));
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        found.push(group(db, row, by, kept, at).await?);
    }
    Ok(found)
}

/// Whether a seat has their address; in lower case, as its index has it.
fn is_theirs(by: &OwnPermit) -> Expr {
    let email = Func::lower(Expr::col((seats::Entity, seats::Column::Email)));
    Expr::expr(email).eq(by.email_key())
}

pub(super) async fn group(
    db: &impl ConnectionTrait,
    row: groups::Model,
    by: &OwnPermit,
    kept: &Retention,
    at: DateTime<Utc>,
) -> Result<OwnGroup, Error> {
    let is_contact = row.contact_email_key == by.email_key();
    let own = (!is_contact).then(|| is_theirs(by));
    let filled = seats::Entity::find()
        .filter(seats::Column::GroupId.eq(row.id))
        .filter(Condition::all().add_option(own));
    let mut filled = filled.all(db).await?;
    filled.sort_by_key(|seat| seat.place);
    let today = days::day(at);
    let rounds = evidence::of_seats(db, filled.iter().map(|seat| seat.id)).await?;
    let mut seats = Vec::with_capacity(filled.len());
    for seat in filled {
        let last = rounds.iter().find(|round| round.seat_id == seat.id);
        let stands = evidence::stands(Some(&seat), last, today)?;
        let asked = last.filter(|_| stands.state == SeatState::Requested);
        seats.push(OwnSeat {
            place: if seat.place == 1 { 1 } else { 2 },
            is_own: seat.email.eq_ignore_ascii_case(by.email_key()),
            name: seat.name,
            stands,
            due: asked.map(|round| round.due_on),
        });
    }
    let contact_waits = if is_contact {
        email_changes::waiting(db, Whose::Group(row.id), kept.email, at).await?
    } else {
        None
    };
    Ok(OwnGroup {
        contact_waits,
        kind: stored::group_kind(&row.kind)?,
        since: row.joined_at,
        branch: branch::read(db, row.branch_id, row.placed.as_deref()).await?,
        contact: is_contact.then_some(row.contact_name),
        group: GroupRef { number: row.number, name: row.name },
        seats,
    })
}
