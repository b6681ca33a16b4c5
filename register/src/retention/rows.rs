//! Erasing rows by their numbers, which were looked up before: nobody who writes waits for that.

use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use crate::error::Error;
use crate::register::Write;

/// How many rows are erased in one transaction.
pub(super) const SOME: u64 = 500;

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
