//! Roles that have ended. Whose they were is kept for as long as the access log is, and for as long
//! as an entry of it is left that was written meanwhile: by them it is told who did what.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use super::rows::SOME;
use crate::accounts;
use crate::entities::{access_log, accounts as account, roles};
use crate::error::Error;
use crate::register::{Register, Write};
use crate::turns::{self, Turn};

impl Register {
    /// Erases the roles that ended longer ago than the log is kept, and the addresses that nothing
    /// else leads to; says how many roles that were.
    pub(super) async fn erase_ended_roles(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        let over = over(at - self.retention().access_log.length());
        let mut erased = 0;
        loop {
            let ended = over.clone().limit(SOME).all(self.reader()).await?;
            if ended.is_empty() {
                return Ok(erased);
            }
            erased += self.write(&Erase(ended)).await?;
        }
    }

    /// How many would be erased.
    pub(super) async fn count_ended_roles(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        Ok(over(at - self.retention().access_log.length()).count(self.reader()).await?)
    }
}

/// Those that ended by then, and that no entry of the log is told by.
fn over(ended_by: DateTime<Utc>) -> Select<roles::Entity> {
    let role = |column| Expr::col((roles::Entity, column));
    let entry = |column| Expr::col((access_log::Entity, column));
    let told_by = Query::select()
        .expr(Expr::value(1))
        .from(access_log::Entity)
        .and_where(
            entry(access_log::Column::AccountId).equals((roles::Entity, roles::Column::AccountId)),
        )
        .and_where(entry(access_log::Column::At).gte(role(roles::Column::GivenAt)))
        .and_where(entry(access_log::Column::At).lte(role(roles::Column::WithdrawnAt)))
        .take();
    roles::Entity::find()
        .filter(roles::Column::WithdrawnAt.lte(ended_by))
        .filter(Expr::exists(told_by).not())
        .order_by_asc(roles::Column::WithdrawnAt)
}

/// Roles that have ended, which nothing changes any more.
struct Erase(Vec<roles::Model>);

impl Write for Erase {
    type Done = u64;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<u64, Error> {
        // Nobody is to be given another at the same moment.
        turns::take(db, Turn::Roles).await?;
        let these = roles::Column::Id.is_in(self.0.iter().map(|role| role.id));
        let erased = roles::Entity::delete_many().filter(these).exec(db).await?;
        let whose: BTreeSet<i64> = self.0.iter().map(|role| role.account_id).collect();
        for id in whose {
            let other = roles::Entity::find().filter(roles::Column::AccountId.eq(id)).one(db);
            // Another that has ended goes with the account, too soon.
            if other.await?.is_some() {
                continue;
            }
            if let Some(account) = account::Entity::find_by_id(id).one(db).await? {
                accounts::forget(db, &account.email).await?;
            }
        }
        Ok(erased.rows_affected)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}
