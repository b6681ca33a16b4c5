//! Beginning a session, and forgetting those that are long over.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
};

use super::SESSION_HOURS;
use crate::entities::sessions;
use crate::error::Error;
use crate::hash::Token;

/// Begins a session, and forgets the account's old ones.
pub(crate) async fn start(
    db: &DatabaseTransaction,
    account: i64,
    token: &Token,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    sessions::Entity::delete_many()
        .filter(sessions::Column::AccountId.eq(account))
        .filter(sessions::Column::StartedAt.lte(at - TimeDelta::hours(SESSION_HOURS)))
        .exec(db)
        .await?;
    let session = sessions::ActiveModel {
        account_id: Set(account),
        token_hash: Set(token.hash()),
        started_at: Set(at),
        seen_at: Set(at),
        ..Default::default()
    };
    sessions::Entity::insert(session).exec_without_returning(db).await?;
    Ok(())
}

/// Forgets sessions that began longer ago than one lasts; says how many.
pub(crate) async fn forget(db: &DatabaseTransaction, at: DateTime<Utc>) -> Result<u64, Error> {
    Ok(sessions::Entity::delete_many().filter(over(at)).exec(db).await?.rows_affected)
}

/// How many would be forgotten.
pub(crate) async fn count_over(db: &impl ConnectionTrait, at: DateTime<Utc>) -> Result<u64, Error> {
    Ok(sessions::Entity::find().filter(over(at)).count(db).await?)
}

fn over(at: DateTime<Utc>) -> Expr {
    let began_by = at - TimeDelta::hours(SESSION_HOURS);
    sessions::Column::StartedAt.lte(began_by)
}
