//! Sealing what was written.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::chain::LogHead;
use super::start;
use crate::entities::access_log;
use crate::error::Error;
use crate::register::{Register, Write};
use crate::turns::{self, Turn};

/// How many entries are sealed in one transaction.
const PAGE: u64 = 1_000;

impl Register {
    /// Seals what has been written to the access log since the last time, and says how many
    /// entries that were. Instances that do it at once take turns. When there is nothing to seal,
    /// nothing is written.
    ///
    /// # Errors
    /// When the database cannot be used; what was sealed by then stays sealed.
    pub async fn seal_access_log(&self) -> Result<u64, Error> {
        let mut sealed = 0;
        while unsealed().one(self.reader()).await?.is_some() {
            match self.write(&Seal).await? {
                0 => break,
                more => sealed += more,
            }
        }
        Ok(sealed)
    }
}

struct Seal;

/// In the order in which they were written, as far as it is known: on PostgreSQL an entry may be
/// seen after one with a higher number has been sealed.
fn unsealed() -> Select<access_log::Entity> {
    access_log::Entity::find()
        .filter(access_log::Column::Seq.is_null())
        .order_by_asc(access_log::Column::Id)
}

impl Write for Seal {
    type Done = u64;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<u64, Error> {
        turns::take(db, Turn::Log).await?;
        let mut head = head(db).await?;
        let mut sealed = 0;
        for entry in unsealed().limit(PAGE).all(db).await? {
            head = head.after(&entry);
            let seq = i64::try_from(head.sealed).map_err(|_| Error::fault("a log too long"))?;
            access_log::Entity::update_many()
                .col_expr(access_log::Column::Seq, Expr::value(seq))
                .col_expr(access_log::Column::Hash, Expr::value(head.hash.to_vec()))
                .filter(access_log::Column::Id.eq(entry.id))
                .exec(db)
                .await?;
            sealed += 1;
        }
        Ok(sealed)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

async fn head(db: &DatabaseTransaction) -> Result<LogHead, Error> {
    let last = access_log::Entity::find()
        .filter(access_log::Column::Seq.gte(1))
        .order_by_desc(access_log::Column::Seq)
        .one(db)
        .await?;
    match last {
        Some(last) => of_entry(&last),
        None => Ok(start::read(db).await?.0),
    }
}

/// What a sealed entry says the head was when it was sealed.
pub(super) fn of_entry(entry: &access_log::Model) -> Result<LogHead, Error> {
    start::stored_head(entry.seq, entry.hash.as_deref())
}
