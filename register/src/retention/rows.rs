//! Erasing rows by their numbers, which were looked up before: nobody who writes waits for that.

use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, Select};

use crate::error::Error;
use crate::register::{Register, Write};

/// How many rows are erased in one transaction.
pub(crate) const SOME: u64 = 500;

impl Register {
    /// Erases the rows that are over, by their numbers, and says how many. Nothing is written while
    /// there are none.
    pub(crate) async fn erase_rows<E: EntityTrait>(
        &self,
        id: E::Column,
        over: Select<E>,
    ) -> Result<u64, Error> {
        let mut erased = 0;
        loop {
            let ids = over.clone().select_only().column(id).limit(SOME);
            let ids: Vec<i64> = ids.into_tuple().all(self.reader()).await?;
            if ids.is_empty() {
                return Ok(erased);
            }
            erased += self.write(&EraseRows::<E> { id, ids }).await?;
        }
    }
}

/// Rows of one table that nothing changes any more.
pub(super) struct EraseRows<E: EntityTrait> {
    pub(super) id: E::Column,
    pub(super) ids: Vec<i64>,
}

impl<E: EntityTrait> Write for EraseRows<E> {
    type Done = u64;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<u64, Error> {
        let these = self.id.is_in(self.ids.iter().copied());
        Ok(E::delete_many().filter(these).exec(db).await?.rows_affected)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}
