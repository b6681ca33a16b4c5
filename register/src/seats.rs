//! A representative answers (R9).

use chrono::{DateTime, Utc};
use rules::{Name, Representative};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::sea_query::LockType;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
};

use crate::access_log::{self, Action, Actor, Whom};
use crate::accounts;
use crate::counters::{self, Changes};
use crate::entities::{groups, seats};
use crate::error::Error;
use crate::evidence::{self, SeatState};
use crate::hash::Token;
use crate::letters::{self, About};
use crate::links;
use crate::register::{Register, Write};

/// The state of a seat whose representative was named by the group.
pub(crate) const DECLARED: &str = "declared";
/// The state of a seat whose representative has said yes.
pub(crate) const CONFIRMED: &str = "confirmed";

/// What a representative is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatRequest {
    /// Who they are.
    pub name: String,
    /// The group they were declared to represent.
    pub group: String,
    /// Whether they have said yes.
    pub confirmed: bool,
}

impl Register {
    /// The seat that this link is about; `None` when the link is unknown, the seat is vacant
    /// again, or the group has left.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn seat(&self, token: &Token) -> Result<Option<SeatRequest>, Error> {
        let held = find(self.reader(), token).await?;
        Ok(held.map(|(seat, group)| request(seat, group)))
    }

    /// The representative says yes. Saying it again changes nothing. `None` as for
    /// [`Register::seat`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn confirm_seat(
        &self,
        token: &Token,
        at: DateTime<Utc>,
    ) -> Result<Option<SeatRequest>, Error> {
        self.write(&Answer { token, at, yes: true }).await
    }

    /// The representative says no, or not any more: the seat is vacant again, and what was known
    /// of them as its representative is erased. `None` as for [`Register::seat`]; otherwise what
    /// the seat was.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn decline_seat(
        &self,
        token: &Token,
        at: DateTime<Utc>,
    ) -> Result<Option<SeatRequest>, Error> {
        self.write(&Answer { token, at, yes: false }).await
    }
}

struct Answer<'a> {
    token: &'a Token,
    at: DateTime<Utc>,
    yes: bool,
}

impl Write for Answer<'_> {
    type Done = Option<SeatRequest>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<SeatRequest>, Error> {
        let Some((mut seat, group)) = hold(db, self.token).await? else { return Ok(None) };
        let mut changes = Changes::default();
        let whom = Whom { group: Some(group.id), branch: group.branch_id, ..Whom::default() };
        if !self.yes {
            let last = evidence::last(db, seat.id).await?;
            let state = evidence::state(Some(&seat), last.as_ref())?;
            leave(db, Filled { seat: &seat, group: &group, state }, &mut changes).await?;
            evidence::changed(db, group.id).await?;
            let (actor, action) = (Actor::Representative, Action::SeatDeclined);
            access_log::write(db, self.at, actor, action, whom).await?;
        } else if seat.state == DECLARED {
            let confirmed = seats::ActiveModel {
                id: Unchanged(seat.id),
                state: Set(CONFIRMED.to_owned()),
                confirmed_at: Set(Some(self.at)),
                ..Default::default()
            };
            seats::Entity::update(confirmed).exec(db).await?;
            letters::no_longer_owe(db, About::Representative(seat.id)).await?;
            let confirmed = Some(counters::Seat::Confirmed);
            changes.seat(group.branch_id, Some(counted(&seat)), confirmed);
            evidence::changed(db, group.id).await?;
            let (actor, action) = (Actor::Representative, Action::SeatConfirmed);
            access_log::write(db, self.at, actor, action, whom).await?;
            CONFIRMED.clone_into(&mut seat.state);
        }
        changes.keep(db).await?;
        Ok(Some(request(seat, group)))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// A seat that somebody is in.
pub(crate) struct Filled<'a> {
    pub(crate) seat: &'a seats::Model,
    pub(crate) group: &'a groups::Model,
    pub(crate) state: SeatState,
}

/// Makes a seat vacant: what was known of whoever was in it as a representative is erased, their
/// evidence and their links too.
pub(crate) async fn leave(
    db: &DatabaseTransaction,
    Filled { seat, group, state }: Filled<'_>,
    changes: &mut Changes,
) -> Result<(), Error> {
    seats::Entity::delete_by_id(seat.id).exec(db).await?;
    accounts::forget(db, &seat.email).await?;
    changes.seat(group.branch_id, Some(counted(seat)), None);
    if state == SeatState::Supplied {
        changes.evidence_waits_no_longer(group.branch_id);
    }
    Ok(())
}

/// Whether a representative is the one in a seat: by name and address, since people share
/// addresses.
pub(crate) fn is_same(seat: &seats::Model, other: &Representative) -> bool {
    seat.email.eq_ignore_ascii_case(other.email.as_str()) && name_key(seat) == other.name.key()
}

/// By what the name in a seat is told from others.
pub(crate) fn name_key(seat: &seats::Model) -> String {
    Name::parse(&seat.name).map_or_else(|_| seat.name.clone(), |name| name.key())
}

/// The seat of a link, and its group, which is held: nothing else changes its seats during this
/// transaction.
pub(crate) async fn hold(
    db: &DatabaseTransaction,
    token: &Token,
) -> Result<Option<(seats::Model, groups::Model)>, Error> {
    let Some((_, group)) = find(db, token).await? else { return Ok(None) };
    // Not against whoever only refers to it: a role that is being given.
    groups::Entity::find_by_id(group.id).lock(LockType::NoKeyUpdate).one(db).await?;
    // It may have changed while another transaction held it.
    find(db, token).await
}

/// The seat of a link, and its group.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    token: &Token,
) -> Result<Option<(seats::Model, groups::Model)>, Error> {
    let Some(seat) = links::find(db, token).await?.and_then(|link| link.seat_id) else {
        return Ok(None);
    };
    let Some(seat) = seats::Entity::find_by_id(seat).one(db).await? else { return Ok(None) };
    let group = groups::Entity::find_by_id(seat.group_id)
        .filter(groups::Column::EndedAt.is_null())
        .one(db)
        .await?;
    Ok(group.map(|group| (seat, group)))
}

pub(crate) fn counted(seat: &seats::Model) -> counters::Seat {
    if seat.state == CONFIRMED { counters::Seat::Confirmed } else { counters::Seat::Declared }
}

fn request(seat: seats::Model, group: groups::Model) -> SeatRequest {
    SeatRequest { name: seat.name, group: group.name, confirmed: seat.state == CONFIRMED }
}
