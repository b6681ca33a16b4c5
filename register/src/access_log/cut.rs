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
    /// many. An entry that is not old yet stays until one that was sealed after it is old: it goes
    /// with that one, so that a clock that was ahead for a while keeps nothing for good.
    pub(crate) async fn cut_access_log(&self, at: DateTime<Utc>) -> Result<u64, RetentionError> {
        let before = at - self.retention().access_log.length();
        let mut erased = 0;
        loop {
            // Most of the time there is nothing to erase, and looking costs no write.
            let (head, _) = start::read(self.reader()).await?;
            let Some(last) = last_old(self.reader(), &head, before, at).await? else {
                return Ok(erased);
            };
            match self.write(&Cut { last, at }).await? {
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
        while let Some(last) = last_old(&db, &head, before, at).await? {
            loop {
                let some = until(next(&db, &head, PAGE).await?, last);
                if some.is_empty() {
                    break;
                }
                head = follow(head, &some)?;
            }
        }
        Ok(head.sealed - first.sealed)
    }
}

struct Cut {
    /// The last of the sealed entries that is erased.
    last: i64,
    at: DateTime<Utc>,
}

impl Write for Cut {
    type Done = u64;
    type Failed = RetentionError;

    async fn run(&self, db: &DatabaseTransaction) -> Result<u64, RetentionError> {
        turns::take(db, Turn::Log).await?;
        let (first, _) = start::read(db).await?;
        let old = until(next(db, &first, PAGE).await?, self.last);
        let Some(last) = old.last() else { return Ok(0) };
        let head = follow(first, &old)?;
        access_log::Entity::delete_many()
            .filter(access_log::Column::Seq.lte(last.seq))
            .exec(db)
            .await
            .map_err(Error::from)?;
        // What a clock ahead of ours wrote was not written later than now.
        start::set(db, &head, last.at.min(self.at), self.at).await?;
        let erased = i32::try_from(head.sealed).map_err(|_| Error::fault("a log too long"))?;
        let whom = Whom { how_many: Some(erased), ..Whom::default() };
        write(db, self.at, Actor::System, Action::LogCut, whom).await?;
        Ok(head.sealed - first.sealed)
    }

    fn is_conflict(failed: &RetentionError) -> bool {
        matches!(failed, RetentionError::Register(error) if error.is_conflict())
    }
}

/// The last old entry of the next ones. Only where all of those are from a clock ahead of ours are
/// more looked at: otherwise something will be old among them in time.
async fn last_old(
    db: &impl ConnectionTrait,
    head: &LogHead,
    before: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Option<i64>, Error> {
    let mut from = *head;
    loop {
        let some = next(db, &from, PAGE).await?;
        if let Some(old) = some.iter().rfind(|entry| entry.at <= before) {
            return Ok(old.seq);
        }
        let ahead = some.iter().all(|entry| entry.at > now);
        let last = some.last().and_then(|last| u64::try_from(last.seq?).ok());
        match last.filter(|_| ahead) {
            Some(sealed) => from.sealed = sealed,
            None => return Ok(None),
        }
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

/// Those up to one of them.
fn until(entries: Vec<access_log::Model>, last: i64) -> Vec<access_log::Model> {
    entries.into_iter().take_while(|entry| entry.seq.is_some_and(|seq| seq <= last)).collect()
}

/// The head after some entries. What is not whole is not erased: it would not be found any more.
fn follow(mut head: LogHead, entries: &[access_log::Model]) -> Result<LogHead, RetentionError> {
    for entry in entries {
        head = verify::follow(&head, entry)?
            .map_err(|why| RetentionError::LogChanged { at_seq: head.sealed + 1, why })?;
    }
    Ok(head)
}
