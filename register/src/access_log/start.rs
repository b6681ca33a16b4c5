//! Where the log begins: at its first entry, or after those whose time was over. Of what was cut
//! off the head stays, so that the chain goes on from it; the next entry's hash covers it.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait};

use super::chain::LogHead;
use crate::entities::log_start;
use crate::error::Error;
use crate::stored;

/// How much of the log was erased because its time was over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogStart {
    /// How many entries.
    pub erased: u64,
    /// When the last of them was written.
    pub until: DateTime<Utc>,
    /// When it was erased.
    pub at: DateTime<Utc>,
}

/// The one row there is.
const ONLY: i32 = 1;

/// The head from which the chain goes on, and what was erased before it.
pub(super) async fn read(db: &impl ConnectionTrait) -> Result<(LogHead, Option<LogStart>), Error> {
    let Some(row) = log_start::Entity::find_by_id(ONLY).one(db).await? else {
        return Ok((LogHead::NONE, None));
    };
    let head = stored_head(Some(row.sealed), Some(&row.hash))?;
    Ok((head, Some(LogStart { erased: head.sealed, until: row.until_at, at: row.cut_at })))
}

/// Lets the log begin after `head`, whose entry was written at `until`.
pub(super) async fn set(
    db: &DatabaseTransaction,
    head: &LogHead,
    until: DateTime<Utc>,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let row = log_start::ActiveModel {
        id: Set(ONLY),
        sealed: Set(i64::try_from(head.sealed).map_err(|_| Error::fault("a log too long"))?),
        hash: Set(head.hash.to_vec()),
        until_at: Set(until),
        cut_at: Set(at),
    };
    let again = OnConflict::column(log_start::Column::Id)
        .update_columns([
            log_start::Column::Sealed,
            log_start::Column::Hash,
            log_start::Column::UntilAt,
            log_start::Column::CutAt,
        ])
        .to_owned();
    log_start::Entity::insert(row).on_conflict(again).exec_without_returning(db).await?;
    Ok(())
}

/// A head as it is stored.
pub(super) fn stored_head(seq: Option<i64>, hash: Option<&[u8]>) -> Result<LogHead, Error> {
    let wrong = || Error::fault("a stored seal");
    let sealed = seq.and_then(|seq| u64::try_from(seq).ok()).ok_or_else(wrong)?;
    let hash = stored::there(hash)?;
    Ok(LogHead { sealed, hash: hash.try_into().map_err(|_| wrong())? })
}
