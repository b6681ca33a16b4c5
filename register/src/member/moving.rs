//! Moving a member to another branch.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::{Held, MoveReason, Version};
use crate::access_log::{self, Action, Whom};
use crate::branches::ACTIVE;
use crate::counters::Changes;
use crate::entities::{branches, memberships};
use crate::error::Error;
use crate::letters;
use crate::placings::Moving;
use crate::register::{Register, Write};
use crate::scope::Scope;
use crate::turns::{self, Turn};
use crate::{listing, person, placings};

/// What became of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// They are there now.
    Done,
    /// They were there.
    ThereAlready,
    /// There is no such branch that takes members.
    NoSuchBranch,
    /// Their membership has ended, or waits for a guardian.
    NotCurrent,
    /// What is known of them has changed since it was seen; nothing was done.
    ChangedMeanwhile,
}

impl Register {
    /// Moves a member to an active branch, or to none, by hand: their postcode does not bring them
    /// back. Whoever moves somebody out of their own branch does not see them any more. `None` as
    /// for [`Register::member`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn move_member(
        &self,
        by: impl Into<Scope<'_>>,
        number: &str,
        to: Option<&str>,
        why: &MoveReason,
        seen: Version,
        at: DateTime<Utc>,
    ) -> Result<Option<Moved>, Error> {
        self.write(&Move { scope: by.into(), number, to, why, seen, at }).await
    }
}

struct Move<'a> {
    scope: Scope<'a>,
    number: &'a str,
    to: Option<&'a str>,
    why: &'a MoveReason,
    seen: Version,
    at: DateTime<Utc>,
}

impl Write for Move<'_> {
    type Done = Option<Moved>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<Moved>, Error> {
        // Whoever closes the branch meanwhile would not see who comes to it.
        turns::keep_still(db, Turn::Branches).await?;
        let Some(held) = Held::hold(db, self.scope, self.number).await? else { return Ok(None) };
        if !held.is(self.seen) {
            return Ok(Some(Moved::ChangedMeanwhile));
        }
        if !held.is_current() {
            return Ok(Some(Moved::NotCurrent));
        }
        let to = match self.to {
            None => None,
            Some(slug) => match active(db, slug).await? {
                None => return Ok(Some(Moved::NoSuchBranch)),
                found => found,
            },
        };
        let from = held.membership.branch_id;
        if to == from {
            return Ok(Some(Moved::ThereAlready));
        }
        self.place(db, &held, to).await?;
        person::changed(db, held.person.id).await?;
        let actor = self.scope.behind().actor();
        // In the log of the branch that they leave, and of the one that they come to.
        for branch in [from, to] {
            let whom = Whom { branch, ..held.whom() };
            access_log::write(db, self.at, actor, Action::Moved, whom).await?;
        }
        let mut changes = Changes::default();
        changes.moved(from, to, held.counted()?);
        changes.keep(db).await?;
        Ok(Some(Moved::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

impl Move<'_> {
    async fn place(
        &self,
        db: &DatabaseTransaction,
        held: &Held,
        to: Option<i64>,
    ) -> Result<(), Error> {
        let how = to.map(|_| "chosen".to_owned());
        let moved = memberships::ActiveModel {
            id: Unchanged(held.membership.id),
            branch_id: Set(to),
            placed: Set(how.clone()),
            ..Default::default()
        };
        memberships::Entity::update(moved).exec(db).await?;
        listing::moved(db, held.membership.id, to).await?;
        // A letter about an earlier move would say what is not so any more.
        letters::no_longer_owe_moves(db, &[held.membership.id], &[]).await?;
        let moving = Moving { why: self.why.as_str(), account: self.scope.behind().account };
        placings::close(db, held.membership.id, self.at).await?;
        placings::open(db, held.membership.id, to, how, Some(moving), self.at).await
    }
}

async fn active(db: &DatabaseTransaction, slug: &str) -> Result<Option<i64>, Error> {
    let branch = branches::Entity::find()
        .filter(branches::Column::Slug.eq(slug))
        .filter(branches::Column::Status.eq(ACTIVE))
        .one(db)
        .await?;
    Ok(branch.map(|branch| branch.id))
}
