//! A representative puts their own name right.

use chrono::{DateTime, Utc};
use rules::Name;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::name_key;
use super::way::SeatWay;
use crate::access_log::{self, Action, Whom};
use crate::entities::seats;
use crate::error::Error;
use crate::evidence;
use crate::register::{Register, Write};

/// What became of putting a name right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renamed {
    /// It is the name now.
    Done,
    /// It is not the name any more that was seen; nothing was done.
    ChangedMeanwhile,
    /// Somebody else with the same address has this name, in the same group.
    SomebodyElse,
}

impl Register {
    /// Puts another name in the place of a representative's, by themselves; `was` is the one that
    /// they saw. `None` as for [`Register::seat`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn rename_seat(
        &self,
        way: impl Into<SeatWay<'_>>,
        name: &Name,
        was: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<Renamed>, Error> {
        self.write(&Rename { way: way.into(), name, was, at }).await
    }
}

struct Rename<'a> {
    way: SeatWay<'a>,
    name: &'a Name,
    was: &'a str,
    at: DateTime<Utc>,
}

impl Write for Rename<'_> {
    type Done = Option<Renamed>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<Renamed>, Error> {
        let Some(held) = self.way.hold_own(db).await? else { return Ok(None) };
        let (seat, group) = (held.seat, held.group);
        if seat.name == self.name.as_str() {
            return Ok(Some(Renamed::Done));
        }
        if seat.name != self.was {
            return Ok(Some(Renamed::ChangedMeanwhile));
        }
        let others = seats::Entity::find()
            .filter(seats::Column::GroupId.eq(group.id))
            .filter(seats::Column::Id.ne(seat.id))
            .all(db)
            .await?;
        let is_same = |other: &seats::Model| {
            other.email.eq_ignore_ascii_case(&seat.email) && name_key(other) == self.name.key()
        };
        if others.iter().any(is_same) {
            return Ok(Some(Renamed::SomebodyElse));
        }
        let renamed = seats::ActiveModel {
            id: Unchanged(seat.id),
            name: Set(self.name.as_str().to_owned()),
            ..Default::default()
        };
        seats::Entity::update(renamed).exec(db).await?;
        evidence::changed(db, group.id).await?;
        let whom = Whom { group: Some(group.id), branch: group.branch_id, ..Whom::default() };
        access_log::write(db, self.at, self.way.actor(), Action::SeatRenamed, whom).await?;
        Ok(Some(Renamed::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}
