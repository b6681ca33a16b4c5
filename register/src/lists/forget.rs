//! Lists that are not imported, and do not stay.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter};

use super::{keep, oldest};
use crate::entities::lists;
use crate::error::Error;
use crate::permits::BranchPermit;
use crate::register::{Register, Write};

/// For how many minutes a list may be looked at and imported: it is gone within the hour.
pub const LIST_MINUTES: i64 = 55;

impl Register {
    /// Erases a list that is not to be imported. `None` when there is none, for this account and
    /// branch, and when it is just imported.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn discard_list(
        &self,
        by: &BranchPermit,
        key: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<()>, Error> {
        let which = keep::this(by, key).add(idle(at));
        let erased = self.write(&Erase { by: Some(by), which }).await?;
        Ok((erased > 0).then_some(()))
    }

    /// Erases the lists that were kept for as long as lists are, and says how many that were. To be
    /// called every minute.
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn forget_lists(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        let which = idle(at).add(lists::Column::KeptAt.lte(oldest(at)));
        // Nothing is written every minute for nothing.
        let old = lists::Entity::find().filter(which.clone()).one(self.reader()).await?;
        match old {
            Some(_) => self.write(&Erase { by: None, which }).await,
            None => Ok(0),
        }
    }
}

/// Those that nobody imports just now.
fn idle(at: DateTime<Utc>) -> Condition {
    let idle = Condition::any()
        .add(lists::Column::BusyUntil.is_null())
        .add(lists::Column::BusyUntil.lte(at));
    Condition::all().add(idle)
}

struct Erase<'a> {
    by: Option<&'a BranchPermit>,
    which: Condition,
}

impl Write for Erase<'_> {
    type Done = u64;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<u64, Error> {
        if let Some(by) = self.by
            && !by.behind().stands(db).await?
        {
            return Ok(0);
        }
        let erased = lists::Entity::delete_many().filter(self.which.clone()).exec(db).await?;
        Ok(erased.rows_affected)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}
