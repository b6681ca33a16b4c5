//! Ending a membership.

use chrono::{DateTime, Utc};
use rules::EndReason;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{DatabaseTransaction, EntityTrait};

use super::{Held, Version};
use crate::access_log::{self, Action};
use crate::counters::Changes;
use crate::entities::memberships;
use crate::error::Error;
use crate::register::{Register, Write};
use crate::scope::Scope;
use crate::{person, placings};

/// What became of ending a membership.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// It has ended.
    Done,
    /// It has ended, and all that was known of the person is erased.
    Erased,
    /// It had ended before, or waits for a guardian.
    NotCurrent,
    /// What is known of them has changed since it was seen; nothing was done.
    ChangedMeanwhile,
}

impl Register {
    /// Ends a membership. What is known of the person stays until they have it erased; for
    /// somebody who has died, or who never joined themselves, it is erased at once, together with
    /// all their other memberships. What stays of them then is the access log, and the membership
    /// number on rolls that were frozen. `None` as for [`Register::member`].
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
        let behind = self.scope.behind();
        access_log::write(db, self.at, behind.actor(), Action::Ended, held.whom()).await?;
        let mut changes = Changes::default();
        let erases = self.how.erases();
        if erases {
            person::erase(db, held.person.id, &mut changes).await?;
            access_log::write(db, self.at, behind.actor(), Action::Erased, held.whom()).await?;
        } else {
            end(db, &held.membership, self.how, behind.account, self.at).await?;
            person::changed(db, held.person.id).await?;
        }
        changes.left(held.membership.branch_id, held.counted()?);
        changes.keep(db).await?;
        Ok(Some(if erases { Ended::Erased } else { Ended::Done }))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// Writes down that a membership has ended. What is counted is for the caller to say.
pub(crate) async fn end(
    db: &DatabaseTransaction,
    membership: &memberships::Model,
    how: EndReason,
    account: i64,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let ended = memberships::ActiveModel {
        id: Unchanged(membership.id),
        ended_at: Set(Some(at)),
        ended_how: Set(Some(how.as_str().to_owned())),
        ended_by: Set(Some(account)),
        ..Default::default()
    };
    memberships::Entity::update(ended).exec(db).await?;
    placings::close(db, membership.id, at).await
}
