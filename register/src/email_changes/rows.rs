//! The rows of changes, and whose an address is.

use chrono::{DateTime, Utc};
use rules::Period;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
    QuerySelect,
};

use super::EmailWaits;
use crate::entities::{email_changes, memberships, people};
use crate::error::Error;
use crate::register::Write;
use crate::{accounts, listing, person, stored};

/// What waits to be confirmed for somebody.
pub(crate) async fn waiting(
    db: &impl ConnectionTrait,
    person: i64,
    within: Period,
    at: DateTime<Utc>,
) -> Result<Option<EmailWaits>, Error> {
    let waits = email_changes::Entity::find()
        .filter(email_changes::Column::PersonId.eq(person))
        .filter(email_changes::Column::ConfirmedAt.is_null())
        .one(db)
        .await?;
    let waits = waits
        .map(|change| EmailWaits { until: change.asked_at + within.length(), email: change.email });
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
    let changes = ids(db, email_changes::Column::PersonId.eq(person).into()).await?;
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

/// Whether somebody else of the same name has an address: the two could not be told apart.
pub(crate) async fn is_taken(
    db: &impl ConnectionTrait,
    person: &people::Model,
    email_key: &str,
) -> Result<bool, Error> {
    let others = people::Entity::find()
        .filter(people::Column::EmailKey.eq(email_key))
        .filter(people::Column::NameKey.eq(&person.name_key))
        .filter(people::Column::Id.ne(person.id));
    Ok(others.count(db).await? > 0)
}

/// Whether somebody else has an address.
pub(crate) async fn is_used(
    db: &impl ConnectionTrait,
    person: i64,
    email_key: &str,
) -> Result<bool, Error> {
    let others = people::Entity::find()
        .filter(people::Column::EmailKey.eq(email_key))
        .filter(people::Column::Id.ne(person));
    Ok(others.count(db).await? > 0)
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

/// Puts another address in the place of somebody's own. Nobody signs in with the one before any
/// more, unless it is somebody else's, too: whoever is signed in with it shows by that to read the
/// letters to it, and to no other.
pub(super) async fn put(
    db: &DatabaseTransaction,
    person: i64,
    email: &str,
    email_key: &str,
) -> Result<(), Error> {
    let before = stored::there(people::Entity::find_by_id(person).one(db).await?)?;
    let changed = people::ActiveModel {
        id: Unchanged(person),
        email: Set(email.to_owned()),
        email_key: Set(email_key.to_owned()),
        ..Default::default()
    };
    people::Entity::update(changed).exec(db).await?;
    person::changed(db, person).await?;
    listing::refresh(db, person).await?;
    accounts::forget(db, &before.email).await
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
