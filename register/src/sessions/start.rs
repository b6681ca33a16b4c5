//! Beginning a session, and forgetting those that are long over.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, Select};

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

/// The sessions that began longer ago than one lasts, the oldest first.
pub(crate) fn over(at: DateTime<Utc>) -> Select<sessions::Entity> {
    let began_by = at - TimeDelta::hours(SESSION_HOURS);
    sessions::Entity::find()
        .filter(sessions::Column::StartedAt.lte(began_by))
        .order_by_asc(sessions::Column::StartedAt)
}
