//! Who represents a group: named, replaced or removed, by its branch's committee or its contact.

use chrono::{DateTime, TimeDelta, Utc};
use rules::Representative;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter};

use super::judge::{SeatDone, hold, of_group};
use super::rounds;
use super::state::state;
use crate::access_log::{self, Action, Actor, Whom};
use crate::counters::{self, Changes};
use crate::entities::{access_log as log, groups, seats};
use crate::error::Error;
use crate::letters::{self, About};
use crate::member::Version;
use crate::own::hold_group;
use crate::permits::{EvidencePermit, OwnPermit};
use crate::register::{Register, Write};
use crate::seats::{DECLARED, Filled, is_same, leave};

/// How often somebody may be named for a group within a day, by its contact: each of them is written
/// to, at whatever address was typed.
const A_DAY: u64 = 5;

/// Who says who represents a group.
#[derive(Debug, Clone, Copy)]
pub enum SeatNamer<'a> {
    /// Whoever sees the whole group.
    Committee(&'a EvidencePermit),
    /// Its contact.
    Contact {
        /// Signed in with which address.
        by: &'a OwnPermit,
        /// The number of the group.
        group: &'a str,
    },
}

impl<'a> From<&'a EvidencePermit> for SeatNamer<'a> {
    fn from(by: &'a EvidencePermit) -> Self {
        Self::Committee(by)
    }
}

impl SeatNamer<'_> {
    const fn actor(self) -> Actor {
        match self {
            Self::Committee(by) => by.behind().actor(),
            Self::Contact { by, .. } => by.actor(),
        }
    }

    /// Whether they have had somebody named as often as they may.
    async fn has_named_enough(
        self,
        db: &DatabaseTransaction,
        group: i64,
        at: DateTime<Utc>,
    ) -> Result<bool, Error> {
        if matches!(self, Self::Committee(_)) {
            return Ok(false);
        }
        let named = log::Entity::find()
            .filter(log::Column::GroupId.eq(group))
            .filter(log::Column::Action.eq(Action::RepresentativeNamed.as_str()))
            .filter(log::Column::At.gt(at - TimeDelta::days(1)));
        Ok(named.count(db).await? >= A_DAY)
    }

    /// The group, held; `None` when it is out of their reach.
    async fn hold(self, db: &DatabaseTransaction) -> Result<Option<groups::Model>, Error> {
        match self {
            Self::Committee(by) if by.sees_group() => hold(db, by).await,
            Self::Committee(_) => Ok(None),
            Self::Contact { by, group } => hold_group(db, by, group).await,
        }
    }
}

impl Register {
    /// Names somebody for a seat. Whoever was in it is told; what was known of them as its
    /// representative is erased, their evidence too, and the seat starts again. `None` as for
    /// [`Register::ask_for_evidence`], for a nominee, and for whoever is not the group's contact.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn name_representative(
        &self,
        by: impl Into<SeatNamer<'_>>,
        place: u8,
        representative: &Representative,
        seen: Version,
        at: DateTime<Utc>,
    ) -> Result<Option<SeatDone>, Error> {
        self.write(&Act { by: by.into(), place, named: Some(representative), seen, at }).await
    }

    /// Makes a seat vacant. Whoever was in it is told; what was known of them as its representative
    /// is erased, their evidence too. `None` as for [`Register::name_representative`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn remove_representative(
        &self,
        by: impl Into<SeatNamer<'_>>,
        place: u8,
        seen: Version,
        at: DateTime<Utc>,
    ) -> Result<Option<SeatDone>, Error> {
        self.write(&Act { by: by.into(), place, named: None, seen, at }).await
    }
}

struct Act<'a> {
    by: SeatNamer<'a>,
    place: u8,
    /// Who is to be in the seat, if anybody.
    named: Option<&'a Representative>,
    seen: Version,
    at: DateTime<Utc>,
}

impl Write for Act<'_> {
    type Done = Option<SeatDone>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<SeatDone>, Error> {
        if !matches!(self.place, 1 | 2) {
            return Ok(None);
        }
        let Some(group) = self.by.hold(db).await? else { return Ok(None) };
        if group.version != self.seen.0 {
            return Ok(Some(SeatDone::ChangedMeanwhile));
        }
        let filled = of_group(db, group.id).await?;
        let was = filled.iter().find(|seat| seat.place == i32::from(self.place));
        if self.named.is_none() && was.is_none() {
            return Ok(Some(SeatDone::NotPossible));
        }
        if self.named.is_some_and(|named| filled.iter().any(|seat| is_same(seat, named))) {
            return Ok(Some(SeatDone::NamedAlready));
        }
        if self.named.is_some() && self.by.has_named_enough(db, group.id, self.at).await? {
            return Ok(Some(SeatDone::TooOften));
        }
        let mut changes = Changes::default();
        if let Some(seat) = was {
            let round = rounds::last(db, seat.id).await?;
            let state = state(Some(seat), round.as_ref())?;
            let is_replaced = self.named.is_some();
            letters::bid_farewell(db, &group, seat, is_replaced, self.at).await?;
            leave(db, Filled { seat, group: &group, state }, &mut changes).await?;
        }
        let action = match self.named {
            Some(named) => {
                self.name(db, &group, named, &mut changes).await?;
                Action::RepresentativeNamed
            }
            None => Action::RepresentativeRemoved,
        };
        rounds::changed(db, group.id).await?;
        let whom = Whom { group: Some(group.id), branch: group.branch_id, ..Whom::default() };
        access_log::write(db, self.at, self.by.actor(), action, whom).await?;
        changes.keep(db).await?;
        Ok(Some(SeatDone::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

impl Act<'_> {
    async fn name(
        &self,
        db: &DatabaseTransaction,
        group: &groups::Model,
        representative: &Representative,
        changes: &mut Changes,
    ) -> Result<(), Error> {
        let seat = seats::ActiveModel {
            group_id: Set(group.id),
            place: Set(i32::from(self.place)),
            name: Set(representative.name.as_str().to_owned()),
            email: Set(representative.email.as_str().to_owned()),
            state: Set(DECLARED.to_owned()),
            declared_at: Set(self.at),
            ..Default::default()
        };
        let seat = seats::Entity::insert(seat).exec(db).await?.last_insert_id;
        letters::owe(db, About::Representative(seat), self.at).await?;
        changes.seat(group.branch_id, None, Some(counters::Seat::Declared));
        Ok(())
    }
}
