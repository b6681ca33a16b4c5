//! Requests and sessions that are over are not kept, nor recovery codes that were used.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use crate::entities::{recovery_codes, sessions as session, sign_ins};
use crate::error::Error;
use crate::register::Register;
use crate::sessions;

/// How many are forgotten along with each request: more than are made.
const SOME: u64 = 20;

impl Register {
    /// Forgets requests to sign in that were made longer ago than they are kept, with their links
    /// and codes, recovery codes that were used as long ago, and sessions that began longer ago
    /// than one lasts, a little at a time; says how many. Asking and signing in do some of it on
    /// their way.
    ///
    /// # Errors
    /// When the database cannot be used; what was forgotten by then stays forgotten.
    pub async fn forget_sign_ins(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        let before = at - self.retention().sign_in.length();
        let requests = self.erase_rows(sign_ins::Column::Id, asked_by(before)).await?;
        let codes = self.erase_rows(recovery_codes::Column::Id, used_by(before)).await?;
        let sessions = self.erase_rows(session::Column::Id, sessions::over(at)).await?;
        Ok(requests + codes + sessions)
    }

    /// How many [`Register::forget_sign_ins`] would forget.
    pub(crate) async fn count_sign_ins(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        let (db, before) = (self.reader(), at - self.retention().sign_in.length());
        let requests = asked_by(before).count(db).await?;
        let codes = used_by(before).count(db).await?;
        Ok(requests + codes + sessions::over(at).count(db).await?)
    }
}

/// The requests that were made by then, the oldest first.
fn asked_by(before: DateTime<Utc>) -> Select<sign_ins::Entity> {
    sign_ins::Entity::find()
        .filter(sign_ins::Column::AskedAt.lte(before))
        .order_by_asc(sign_ins::Column::AskedAt)
}

/// The recovery codes that were used by then, those of longest ago first.
fn used_by(before: DateTime<Utc>) -> Select<recovery_codes::Entity> {
    recovery_codes::Entity::find()
        .filter(recovery_codes::Column::UsedAt.lte(before))
        .order_by_asc(recovery_codes::Column::UsedAt)
}

/// Forgets the oldest of the requests that were made by then, a few at a time.
pub(super) async fn some(db: &DatabaseTransaction, before: DateTime<Utc>) -> Result<(), Error> {
    let old: Vec<i64> = asked_by(before)
        .select_only()
        .column(sign_ins::Column::Id)
        .limit(SOME)
        .into_tuple()
        .all(db)
        .await?;
    if !old.is_empty() {
        sign_ins::Entity::delete_many().filter(sign_ins::Column::Id.is_in(old)).exec(db).await?;
    }
    Ok(())
}
