//! Requests and sessions that are over are not kept.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::kept;
use crate::entities::sign_ins;
use crate::error::Error;
use crate::register::{Register, Write};
use crate::sessions;

/// How many are forgotten along with each request: more than are made.
const SOME: u64 = 20;

impl Register {
    /// Forgets requests to sign in that were made a day ago, and sessions that began longer ago
    /// than one lasts; says how many. Asking and signing in do some of it on their way.
    ///
    /// # Errors
    /// When the database cannot be written; nothing is forgotten then.
    pub async fn forget_sign_ins(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        self.write(&Forget { at }).await
    }
}

struct Forget {
    at: DateTime<Utc>,
}

impl Write for Forget {
    type Done = u64;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<u64, Error> {
        let requests = sign_ins::Entity::delete_many()
            .filter(sign_ins::Column::AskedAt.lte(self.at - kept()))
            .exec(db)
            .await?;
        let sessions = sessions::forget(db, self.at).await?;
        Ok(requests.rows_affected + sessions)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// Forgets the oldest requests, a few at a time.
pub(super) async fn some(db: &DatabaseTransaction, at: DateTime<Utc>) -> Result<(), Error> {
    let old: Vec<i64> = sign_ins::Entity::find()
        .select_only()
        .column(sign_ins::Column::Id)
        .filter(sign_ins::Column::AskedAt.lte(at - kept()))
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
