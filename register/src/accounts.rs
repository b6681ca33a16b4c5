//! An account: an e-mail address that signs in.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
    TryInsertResult,
};

use crate::entities::{accounts, sign_ins};
use crate::error::Error;
use crate::hash::sha256;
use crate::known;
use crate::turns::{self, Turn};

/// Which account: the same for every session of one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId(pub(crate) i64);

/// Finds or makes the account of an address.
pub(crate) async fn find_or_make(
    db: &DatabaseTransaction,
    email: &str,
    at: DateTime<Utc>,
) -> Result<i64, Error> {
    let key = email.to_ascii_lowercase();
    let account = accounts::ActiveModel {
        email: Set(email.to_owned()),
        email_key: Set(key.clone()),
        created_at: Set(at),
        tries: Set(0),
        ..Default::default()
    };
    let known = OnConflict::column(accounts::Column::EmailKey).do_nothing().to_owned();
    let made = accounts::Entity::insert(account).on_conflict(known).try_insert().exec(db).await?;
    match made {
        TryInsertResult::Inserted(made) => Ok(made.last_insert_id),
        _ => by_key(db, &key).await?.map(|account| account.id).ok_or_else(conflict),
    }
}

/// Erased between two statements: the transaction runs again.
const fn conflict() -> Error {
    Error::Unavailable(crate::Outage::Conflict)
}

/// The account of an address.
pub(crate) async fn by_key(
    db: &impl ConnectionTrait,
    email_key: &str,
) -> Result<Option<accounts::Model>, Error> {
    let account = accounts::Entity::find().filter(accounts::Column::EmailKey.eq(email_key));
    Ok(account.one(db).await?)
}

/// Reads an account and holds it for this transaction.
pub(crate) async fn hold(db: &DatabaseTransaction, id: i64) -> Result<accounts::Model, Error> {
    let account = accounts::Entity::find_by_id(id).lock_exclusive().one(db).await?;
    account.ok_or_else(conflict)
}

/// Erases the account of an address, its sessions and its requests, unless the register still
/// knows the address otherwise. Whatever erases an address calls it afterwards.
pub(crate) async fn forget(db: &DatabaseTransaction, email: &str) -> Result<(), Error> {
    let key = email.to_ascii_lowercase();
    // Nobody is to be given a role by this address at the same moment.
    turns::take(db, Turn::Roles).await?;
    if known::spelling(db, &key).await?.is_some() {
        return Ok(());
    }
    accounts::Entity::delete_many().filter(accounts::Column::EmailKey.eq(&key)).exec(db).await?;
    sign_ins::Entity::delete_many()
        .filter(sign_ins::Column::EmailHash.eq(sha256(&key)))
        .exec(db)
        .await?;
    Ok(())
}
