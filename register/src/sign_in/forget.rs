//! Requests and sessions that are over are not kept, nor recovery codes that were used.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use crate::entities::{recovery_codes, sign_ins};
use crate::error::Error;
use crate::register::{Register, Write};
use crate::sessions;

/// How many are forgotten along with each request: more than are made.
const SOME: u64 = 20;

impl Register {
    /// Forgets requests to sign in that were made longer ago than they are kept, with their links
    /// and codes, recovery codes that were used as long ago, and sessions that began longer ago
    /// than one lasts; says how many. Asking and signing in do some of it on their way.
    ///
    /// # Errors
    /// When the database cannot be written; nothing is forgotten then.
    pub async fn forget_sign_ins(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        let before = at - self.retention().sign_in.length();
        self.write(&Forget { before, at }).await
    }

    /// How many [`Register::forget_sign_ins`] would forget.
    pub(crate) async fn count_sign_ins(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        let (db, before) = (self.reader(), at - self.retention().sign_in.length());
        let requests = sign_ins::Entity::find().filter(asked_by(before)).count(db).await?;
        let codes = recovery_codes::Entity::find().filter(used_by(before)).count(db).await?;
        Ok(requests + codes + sessions::count_over(db, at).await?)
    }
}

fn asked_by(before: DateTime<Utc>) -> Expr {
    sign_ins::Column::AskedAt.lte(before)
}

fn used_by(before: DateTime<Utc>) -> Expr {
    recovery_codes::Column::UsedAt.lte(before)
}

struct Forget {
    before: DateTime<Utc>,
    at: DateTime<Utc>,
}

impl Write for Forget {
    type Done = u64;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<u64, Error> {
        let requests =
            sign_ins::Entity::delete_many().filter(asked_by(self.before)).exec(db).await?;
        let codes =
            recovery_codes::Entity::delete_many().filter(used_by(self.before)).exec(db).await?;
        let sessions = sessions::forget(db, self.at).await?;
        Ok(requests.rows_affected + codes.rows_affected + sessions)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// Forgets the oldest of the requests that were made by then, a few at a time.
pub(super) async fn some(db: &DatabaseTransaction, before: DateTime<Utc>) -> Result<(), Error> {
    let old: Vec<i64> = sign_ins::Entity::find()
        .select_only()
        .column(sign_ins::Column::Id)
        .filter(asked_by(before))
        .order_by_asc(sign_ins::Column::AskedAt)
        .limit(SOME)
        .into_tuple()
        .all(db)
        .await?;
    if !old.is_empty() {
        sign_ins::Entity::delete_many().filter(sign_ins::Column::Id.is_in(old)).exec(db).await?;
    }
    Ok(())
}
