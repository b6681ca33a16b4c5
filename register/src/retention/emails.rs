//! Changes of e-mail addresses: those that nobody confirmed, and those that cannot be taken back any
//! more.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    Select,
};

use super::rows::SOME;
use crate::email_changes::EraseChanges;
use crate::entities::email_changes;
use crate::error::Error;
use crate::register::Register;

impl Register {
    /// Erases the changes whose time is over, and says how many.
    pub(super) async fn erase_email_changes(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        let over = over(at - self.retention().email.length());
        let mut erased = 0;
        loop {
            let ids = over.clone().select_only().column(email_changes::Column::Id).limit(SOME);
            let ids: Vec<i64> = ids.into_tuple().all(self.reader()).await?;
            if ids.is_empty() {
                return Ok(erased);
            }
            erased += self.write(&EraseChanges(ids)).await?;
        }
    }

    /// How many would be erased.
    pub(super) async fn count_email_changes(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        Ok(over(at - self.retention().email.length()).count(self.reader()).await?)
    }
}

/// Those that were asked for by then and not confirmed, or confirmed by then.
fn over(before: DateTime<Utc>) -> Select<email_changes::Entity> {
    let not_later = Condition::any()
        .add(email_changes::Column::ConfirmedAt.is_null())
        .add(email_changes::Column::ConfirmedAt.lte(before));
    email_changes::Entity::find()
        .filter(email_changes::Column::AskedAt.lte(before))
        .filter(not_later)
        .order_by_asc(email_changes::Column::AskedAt)
}
