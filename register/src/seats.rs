//! A representative answers (R9).

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
};

use crate::access_log::{self, Action, Actor, Whom};
use crate::accounts;
use crate::counters::{self, Changes};
use crate::entities::{groups, seats};
use crate::error::Error;
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
        let held = find(self.reader(), token, false).await?;
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
        let Some((mut seat, group)) = find(db, self.token, true).await? else { return Ok(None) };
        let mut changes = Changes::default();
        let whom = Whom { group: Some(group.id), branch: group.branch_id, ..Whom::default() };
        if !self.yes {
            seats::Entity::delete_by_id(seat.id).exec(db).await?;
            accounts::forget(db, &seat.email).await?;
            changes.seat(group.branch_id, Some(counted(&seat)), None);
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

/// The seat of a link, and its group; held, if it is to be changed.
async fn find(
    db: &impl ConnectionTrait,
    token: &Token,
    hold: bool,
) -> Result<Option<(seats::Model, groups::Model)>, Error> {
    let Some(seat) = links::find(db, token).await?.and_then(|link| link.seat_id) else {
        return Ok(None);
    };
    let mut seat = seats::Entity::find_by_id(seat);
    if hold {
        seat = seat.lock_exclusive();
    }
    let Some(seat) = seat.one(db).await? else { return Ok(None) };
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
