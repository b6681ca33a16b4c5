//! Ending a membership.

use chrono::{DateTime, Utc};
use rules::EndReason;
use sea_orm::DatabaseTransaction;

use super::{Held, Version};
use crate::access_log::{self, Action, Actor};
use crate::counters::Changes;
use crate::error::Error;
use crate::person;
use crate::register::{Register, Write};
use crate::scope::Scope;

/// What became of ending a membership.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// It has ended, and all that was known of the person is erased.
    Done,
    /// It had ended before, or waits for a guardian.
    NotCurrent,
    /// What is known of them has changed since it was seen; nothing was done.
    ChangedMeanwhile,
}

impl Register {
    /// Ends a membership and erases what is known of the person, all their other memberships
    /// included. What stays is the access log, and the membership number on rolls that were
    /// frozen; the log says why it ended. `None` as for [`Register::member`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn end_membership(
        &self,
        by: impl Into<Scope<'_>>,
        number: &str,
        how: EndReason,
        seen: Version,
        at: DateTime<Utc>,
    ) -> Result<Option<Ended>, Error> {
        self.write(&End { scope: by.into(), number, how, seen, at }).await
    }
}

struct End<'a> {
    scope: Scope<'a>,
    number: &'a str,
    how: EndReason,
    seen: Version,
    at: DateTime<Utc>,
}

impl Write for End<'_> {
    type Done = Option<Ended>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<Ended>, Error> {
        let Some(held) = Held::hold(db, self.scope, self.number).await? else { return Ok(None) };
        if !held.is(self.seen) {
            return Ok(Some(Ended::ChangedMeanwhile));
        }
        if !held.is_current() {
            return Ok(Some(Ended::NotCurrent));
        }
        end(db, &held, self.how, self.scope.behind().actor(), self.at).await?;
        Ok(Some(Ended::Done))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// Ends a membership that is held and has started, and erases the person.
pub(crate) async fn end(
    db: &DatabaseTransaction,
    held: &Held,
    how: EndReason,
    actor: Actor,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    access_log::write(db, at, actor, Action::Ended(how), held.whom()).await?;
    let mut changes = Changes::default();
    person::erase(db, held.person.id, &mut changes).await?;
    access_log::write(db, at, actor, Action::Erased, held.whom()).await?;
    changes.left(held.membership.branch_id, held.counted()?);
    changes.keep(db).await
}
