//! Erasing the entries whose time is over: the oldest ones, as far as the chain is whole. Each cut is
//! an entry itself, with how many entries were erased by then.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::chain::LogHead;
use super::{Action, Actor, Whom, start, verify, write};
use crate::entities::access_log;
use crate::error::Error;
use crate::register::{Register, Write};
use crate::retention::RetentionError;
use crate::turns::{self, Turn};

/// How many entries are erased in one transaction.
const PAGE: u64 = 1_000;

impl Register {
    /// Erases the sealed entries that were written longer ago than the log is kept, and says how
    /// many. An entry that is not old yet keeps those that were sealed after it.
    pub(crate) async fn cut_access_log(&self, at: DateTime<Utc>) -> Result<u64, RetentionError> {
        let before = at - self.retention().access_log.length();
        let mut erased = 0;
        loop {
            // Most of the time there is nothing to erase, and looking costs no write.
            let (head, _) = start::read(self.reader()).await?;
            let first = next(self.reader(), &head, 1).await?;
            if first.first().is_none_or(|entry| entry.at > before) {
                return Ok(erased);
            }
            match self.write(&Cut { before, at }).await? {
                0 => return Ok(erased),
                more => erased += more,
            }
        }
    }

    /// How many it would erase.
    pub(crate) async fn count_access_log(&self, at: DateTime<Utc>) -> Result<u64, RetentionError> {
        let before = at - self.retention().access_log.length();
        let db = self.look().await?;
        let (first, _) = start::read(&db).await?;
        let mut head = first;
        loop {
            let old = old(next(&db, &head, PAGE).await?, before);
            if old.is_empty() {
                return Ok(head.sealed - first.sealed);
            }
            head = follow(head, &old)?;
        }
    }
}

struct Cut {
    before: DateTime<Utc>,
    at: DateTime<Utc>,
}

impl Write for Cut {
    type Done = u64;
    type Failed = RetentionError;

    async fn run(&self, db: &DatabaseTransaction) -> Result<u64, RetentionError> {
        turns::take(db, Turn::Log).await?;
        let (first, _) = start::read(db).await?;
        let old = old(next(db, &first, PAGE).await?, self.before);
        let Some(last) = old.last() else { return Ok(0) };
        let head = follow(first, &old)?;
        access_log::Entity::delete_many()
            .filter(access_log::Column::Seq.lte(last.seq))
            .exec(db)
            .await
            .map_err(Error::from)?;
        start::set(db, &head, last.at, self.at).await?;
        let erased = i32::try_from(head.sealed).map_err(|_| Error::fault("a log too long"))?;
        let whom = Whom { how_many: Some(erased), ..Whom::default() };
        write(db, self.at, Actor::System, Action::LogCut, whom).await?;
        Ok(head.sealed - first.sealed)
    }

    fn is_conflict(failed: &RetentionError) -> bool {
        matches!(failed, RetentionError::Register(error) if error.is_conflict())
    }
}

/// The sealed entries that come after a head.
pub(super) async fn next(
    db: &impl ConnectionTrait,
    head: &LogHead,
    most: u64,
) -> Result<Vec<access_log::Model>, Error> {
    let last = i64::try_from(head.sealed).map_err(|_| Error::fault("a log too long"))?;
    let page = access_log::Entity::find()
        .filter(access_log::Column::Seq.gt(last))
        .order_by_asc(access_log::Column::Seq)
        .limit(most);
    Ok(page.all(db).await?)
}

/// Those at the beginning that are old.
fn old(entries: Vec<access_log::Model>, before: DateTime<Utc>) -> Vec<access_log::Model> {
    entries.into_iter().take_while(|entry| entry.at <= before).collect()
}

/// The head after some entries. What is not whole is not erased: it would not be found any more.
fn follow(mut head: LogHead, entries: &[access_log::Model]) -> Result<LogHead, RetentionError> {
    for entry in entries {
        head = verify::follow(&head, entry)?
            .map_err(|why| RetentionError::LogChanged { at_seq: head.sealed + 1, why })?;
    }
    Ok(head)
}
