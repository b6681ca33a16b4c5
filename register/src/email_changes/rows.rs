//! The rows of changes.

use chrono::{DateTime, Utc};
use rules::Period;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
};

use super::EmailWaits;
use super::owner::Whose;
use crate::entities::{email_changes, memberships};
use crate::error::Error;
use crate::register::Write;

/// What waits to be confirmed for somebody.
pub(crate) async fn waiting(
    db: &impl ConnectionTrait,
    whose: Whose,
    within: Period,
    at: DateTime<Utc>,
) -> Result<Option<EmailWaits>, Error> {
    let waits = email_changes::Entity::find()
        .filter(whose.changes())
        .filter(email_changes::Column::ConfirmedAt.is_null())
        .one(db)
        .await?;
    let waits = waits.map(|change| EmailWaits {
        until: change.asked_at + within.length(),
        name: change.name,
        email: change.email,
    });
    Ok(waits.filter(|waits| at < waits.until))
}

/// Drops changes. A letter about one that has not been sent has nothing to say then; that it was
/// owed still counts against how often somebody may ask.
pub(super) async fn drop_some(db: &DatabaseTransaction, changes: Vec<i64>) -> Result<u64, Error> {
    if changes.is_empty() {
        return Ok(0);
    }
    let these = email_changes::Column::Id.is_in(changes);
    Ok(email_changes::Entity::delete_many().filter(these).exec(db).await?.rows_affected)
}

/// Drops every change of a person: somebody else has put their address right.
pub(crate) async fn drop_all(db: &DatabaseTransaction, person: i64) -> Result<(), Error> {
    let changes = ids(db, Whose::Person(person).changes()).await?;
    drop_some(db, changes).await.map(drop)
}

/// The numbers of some changes.
pub(super) async fn ids(
    db: &impl ConnectionTrait,
    which: sea_orm::Condition,
) -> Result<Vec<i64>, Error> {
    let ids =
        email_changes::Entity::find().select_only().column(email_changes::Column::Id).filter(which);
    Ok(ids.into_tuple().all(db).await?)
}

/// The membership of a person that has started and not ended.
pub(super) async fn membership(
    db: &impl ConnectionTrait,
    person: i64,
) -> Result<Option<memberships::Model>, Error> {
    let current = memberships::Entity::find()
        .filter(memberships::Column::PersonId.eq(person))
        .filter(memberships::Column::StartedAt.is_not_null())
        .filter(memberships::Column::EndedAt.is_null());
    Ok(current.one(db).await?)
}

/// Whether this says that another of the same name has an address.
pub(super) fn is_taken(failed: &Error) -> bool {
    let unique = ["email_key", "groups_current"];
    failed.broken_unique().is_some_and(|broken| unique.iter().any(|it| broken.contains(it)))
}

/// Erases changes whose time is over, whatever became of them.
pub(crate) struct EraseChanges(pub(crate) Vec<i64>);

impl Write for EraseChanges {
    type Done = u64;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<u64, Error> {
        drop_some(db, self.0.clone()).await
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}
