//! A person: a name with an e-mail address.

use chrono::{DateTime, Utc};
use rules::{Home, IndividualJoin, Postcode};
use sea_orm::ActiveValue::{NotSet, Set, Unchanged};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, TryInsertResult,
};

use crate::accounts;
use crate::counters::Changes;
use crate::entities::people;
use crate::error::Error;
use crate::{help_offers, listing, stored};

/// A person who joins.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Found {
    /// Nobody of this name and address was known.
    New(i64),
    /// Known before, and now held for this transaction.
    Known(i64),
}

/// Finds or makes the person. What is known of somebody stays as it is: whoever submits has not
/// shown to be them. Two that make the same person at once wait for one another.
pub(crate) async fn find_or_make(
    db: &DatabaseTransaction,
    join: &IndividualJoin,
    at: DateTime<Utc>,
) -> Result<Found, Error> {
    let person = people::ActiveModel { id: NotSet, created_at: Set(at), ..details(join) };
    let conflict = OnConflict::columns([people::Column::EmailKey, people::Column::NameKey])
        .do_nothing()
        .to_owned();
    let made = people::Entity::insert(person).on_conflict(conflict).try_insert().exec(db).await?;
    if let TryInsertResult::Inserted(made) = made {
        return Ok(Found::New(made.last_insert_id));
    }
    let known = people::Entity::find()
        .select_only()
        .column(people::Column::Id)
        .filter(people::Column::EmailKey.eq(join.email.key()))
        .filter(people::Column::NameKey.eq(join.name.key()))
        .lock_exclusive()
        .into_tuple()
        .one(db)
        .await?;
    // Erased between the two statements: the caller's transaction runs again and finds nobody.
    known.map(Found::Known).ok_or(Error::Unavailable(crate::Outage::Conflict))
}

/// Holds a person for this transaction: whatever changes them or their
/// memberships does it first, so that two such changes take turns and never each other's locks.
/// `false` if they have been erased.
pub(crate) async fn hold(db: &DatabaseTransaction, person: i64) -> Result<bool, Error> {
    let held: Option<i64> = people::Entity::find_by_id(person)
        .select_only()
        .column(people::Column::Id)
        .lock_exclusive()
        .into_tuple()
        .one(db)
        .await?;
    Ok(held.is_some())
}

/// Puts what somebody says now in the place of what was known of them.
pub(crate) async fn replace_details(
    db: &DatabaseTransaction,
    person: i64,
    join: &IndividualJoin,
) -> Result<(), Error> {
    let details = people::ActiveModel { id: Unchanged(person), ..details(join) };
    people::Entity::update(details).exec(db).await?;
    changed(db, person).await?;
    listing::refresh(db, person).await
}

/// Counts one more change of what is known of a person: whoever looked before sees that it is not
/// any more what they saw.
pub(crate) async fn changed(db: &DatabaseTransaction, person: i64) -> Result<(), Error> {
    people::Entity::update_many()
        .col_expr(people::Column::Version, Expr::col(people::Column::Version).add(1))
        .filter(people::Column::Id.eq(person))
        .exec(db)
        .await?;
    Ok(())
}

/// Erases a person, and with them everything that refers to them, and their account, unless the
/// address is somebody else's, too. What is counted of their memberships is for the caller to say.
pub(crate) async fn erase(
    db: &DatabaseTransaction,
    person: i64,
    changes: &mut Changes,
) -> Result<(), Error> {
    let erased = stored::there(people::Entity::find_by_id(person).one(db).await?)?;
    // Whoever was found to be the same goes, too.
    let merged: Vec<String> = people::Entity::find()
        .select_only()
        .column(people::Column::Email)
        .filter(people::Column::SameAs.eq(person))
        .into_tuple()
        .all(db)
        .await?;
    help_offers::withdraw(db, person, changes).await?;
    people::Entity::delete_by_id(person).exec(db).await?;
    for email in std::iter::once(erased.email).chain(merged) {
        accounts::forget(db, &email).await?;
    }
    Ok(())
}

fn details(join: &IndividualJoin) -> people::ActiveModel {
    let postcode = match &join.home {
        Home::Postcode { postcode, .. } => Some(postcode),
        Home::Chosen(_) => None,
    };
    people::ActiveModel {
        name: Set(join.name.as_str().to_owned()),
        name_key: Set(join.name.key()),
        email: Set(join.email.as_str().to_owned()),
        email_key: Set(join.email.key()),
        phone: Set(join.phone.as_ref().map(|phone| phone.as_str().to_owned())),
        postcode: Set(postcode.map(Postcode::to_string)),
        district: Set(postcode.map(|postcode| postcode.district().to_owned())),
        age: Set(join.age.as_str().to_owned()),
        birth_month: Set(join.born.and_then(|born| i32::try_from(born.month()).ok())),
        birth_year: Set(join.born.map(rules::BirthMonth::year)),
        ..Default::default()
    }
}
