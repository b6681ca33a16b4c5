//! What the committee of a branch, or its nominee, does about a seat: ask for evidence, accept it,
//! query it.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::sea_query::LockType;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::rounds;
use super::state::{ACCEPTED, QUERIED, SeatStep, state};
use crate::access_log::{self, Action, Whom};
use crate::counters::Changes;
use crate::entities::{evidence, groups, seats};
use crate::error::Error;
use crate::letters::{self, About};
use crate::member::{EvidenceQuery, Version};
use crate::permits::EvidencePermit;
use crate::register::{Register, Write};
use crate::stored;

/// What became of something done to a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeatDone {
    /// It is done, and a letter tells the representative.
    Done,
    /// Something about the group has changed since it was seen; nothing was done.
    ChangedMeanwhile,
    /// The seat is in a state in which this cannot be done.
    NotPossible,
    /// Whoever was to be named represents the group already.
    NamedAlready,
    /// Somebody was named for the group too often within a day; nothing was done.
    TooOften,
}

impl Register {
    /// Asks the representative in a seat (1 or 2) for evidence. `None` when the permit does not
    /// stand any more, or reaches no such group or seat.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn ask_for_evidence(
        &self,
        by: &EvidencePermit,
        place: u8,
        due: NaiveDate,
        seen: Version,
        at: DateTime<Utc>,
    ) -> Result<Option<SeatDone>, Error> {
        self.write(&Act { by, place, seen, at, what: What::Ask(due) }).await
    }

    /// Accepts what was supplied. `None` as for [`Register::ask_for_evidence`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn accept_evidence(
        &self,
        by: &EvidencePermit,
        place: u8,
        seen: Version,
        at: DateTime<Utc>,
    ) -> Result<Option<SeatDone>, Error> {
        self.write(&Act { by, place, seen, at, what: What::Accept }).await
    }

    /// Says what is missing in what was supplied, and asks again. `None` as for
    /// [`Register::ask_for_evidence`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn query_evidence(
        &self,
        by: &EvidencePermit,
        place: u8,
        why: &EvidenceQuery,
        due: NaiveDate,
        seen: Version,
        at: DateTime<Utc>,
    ) -> Result<Option<SeatDone>, Error> {
        self.write(&Act { by, place, seen, at, what: What::Query { why, due } }).await
    }
}

struct Act<'a> {
    by: &'a EvidencePermit,
    place: u8,
    seen: Version,
    at: DateTime<Utc>,
    what: What<'a>,
}

enum What<'a> {
    Ask(NaiveDate),
    Accept,
    Query { why: &'a EvidenceQuery, due: NaiveDate },
}

impl What<'_> {
    const fn step(&self) -> SeatStep {
        match self {
            Self::Ask(_) => SeatStep::Ask,
            Self::Accept => SeatStep::Accept,
            Self::Query { .. } => SeatStep::Query,
        }
    }

    const fn action(&self) -> Action {
        match self {
            Self::Ask(_) => Action::EvidenceAsked,
            Self::Accept => Action::EvidenceAccepted,
            Self::Query { .. } => Action::EvidenceQueried,
        }
    }
}

impl Write for Act<'_> {
    type Done = Option<SeatDone>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<SeatDone>, Error> {
        if !matches!(self.place, 1 | 2) {
            return Ok(None);
        }
        let Some(group) = hold(db, self.by).await? else { return Ok(None) };
        if group.version != self.seen.0 {
            return Ok(Some(SeatDone::ChangedMeanwhile));
        }
        let filled = of_group(db, group.id).await?;
        let seat = filled.iter().find(|seat| seat.place == i32::from(self.place));
        let round = match seat {
            Some(seat) => rounds::last(db, seat.id).await?,
            None => None,
        };
        let was = state(seat, round.as_ref())?;
        if !was.may(self.what.step()) {
            return Ok(Some(SeatDone::NotPossible));
        }
        let mut changes = Changes::default();
        match (&self.what, seat, round) {
            (What::Ask(due), Some(seat), _) => {
                rounds::begin(db, seat.id, 1, *due, self.account(), self.at).await?;
                letters::owe_evidence(db, About::EvidenceAsked(seat.id), self.at).await?;
            }
            (What::Accept, Some(seat), Some(round)) => {
                self.judge(db, &round, ACCEPTED, None).await?;
                letters::owe_evidence(db, About::EvidenceAccepted(seat.id), self.at).await?;
                changes.evidence_waits_no_longer(group.branch_id);
            }
            (What::Query { why, due }, Some(seat), Some(round)) => {
                self.judge(db, &round, QUERIED, Some(why.as_str().to_owned())).await?;
                let next = round.round.saturating_add(1);
                rounds::begin(db, seat.id, next, *due, self.account(), self.at).await?;
                letters::owe_evidence(db, About::EvidenceQueried(seat.id), self.at).await?;
                changes.evidence_waits_no_longer(group.branch_id);
            }
            _ => return Ok(Some(SeatDone::NotPossible)),
        }
        rounds::changed(db, group.id).await?;
        let whom = Whom { group: Some(group.id), branch: group.branch_id, ..Whom::default() };
        let actor = self.by.behind().actor();
        access_log::write(db, self.at, actor, self.what.action(), whom).await?;
        changes.keep(db).await?;
        Ok(Some(SeatDone::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

impl Act<'_> {
    const fn account(&self) -> i64 {
        self.by.behind().account
    }

    async fn judge(
        &self,
        db: &DatabaseTransaction,
        round: &evidence::Model,
        state: &str,
        why: Option<String>,
    ) -> Result<(), Error> {
        let supplied = stored::there(round.supplied_at)?;
        let judged = evidence::ActiveModel {
            id: Unchanged(round.id),
            state: Set(state.to_owned()),
            judged_at: Set(Some(rounds::following(supplied, self.at))),
            judged_by: Set(Some(self.account())),
            why: Set(why),
            ..Default::default()
        };
        evidence::Entity::update(judged).exec(db).await?;
        Ok(())
    }
}

/// The group of a permit, if it reaches it still; held, so that nothing else changes its seats
/// during this transaction.
pub(super) async fn hold(
    db: &DatabaseTransaction,
    by: &EvidencePermit,
) -> Result<Option<groups::Model>, Error> {
    if !by.behind().stands(db).await? {
        return Ok(None);
    }
    // Not against whoever only refers to it: a role that is being given.
    Ok(reached(by).lock(LockType::NoKeyUpdate).one(db).await?)
}

/// The group of a permit, if it reaches it still.
pub(super) fn reached(by: &EvidencePermit) -> sea_orm::Select<groups::Entity> {
    let mut group =
        groups::Entity::find_by_id(by.group_id()).filter(groups::Column::EndedAt.is_null());
    if let Some(branch) = by.branch() {
        group = group.filter(groups::Column::BranchId.eq(branch));
    }
    group
}

/// The seats of a group that are filled, in their order.
pub(crate) async fn of_group(
    db: &impl sea_orm::ConnectionTrait,
    group: i64,
) -> Result<Vec<seats::Model>, Error> {
    let filled = seats::Entity::find()
        .filter(seats::Column::GroupId.eq(group))
        .order_by_asc(seats::Column::Place);
    Ok(filled.all(db).await?)
}
