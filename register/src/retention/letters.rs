//! Letters that were sent or given up: to whom, of what kind, when, and what went wrong.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Select};

use crate::entities::letters;
use crate::error::Error;
use crate::register::Register;

impl Register {
    /// Forgets letters that were sent or given up longer ago than they are kept, and says how many.
    pub(super) async fn forget_letters(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        let mut forgotten = 0;
        for over in over(at - self.retention().letter.length()) {
            forgotten += self.erase_rows(letters::Column::Id, over).await?;
        }
        Ok(forgotten)
    }

    /// How many would be forgotten.
    pub(super) async fn count_letters(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        let mut count = 0;
        for over in over(at - self.retention().letter.length()) {
            count += over.count(self.reader()).await?;
        }
        Ok(count)
    }
}

/// Those that were sent by then, and those that were given up.
fn over(before: DateTime<Utc>) -> [Select<letters::Entity>; 2] {
    let sent = letters::Entity::find()
        .filter(letters::Column::SentAt.lte(before))
        .order_by_asc(letters::Column::SentAt);
    let given_up = letters::Entity::find()
        // Written out, so that the index of them serves whatever value is bound.
        .filter(Expr::cust("state = 'given-up'"))
        .filter(letters::Column::GivenUpAt.lte(before))
        .order_by_asc(letters::Column::GivenUpAt);
    [sent, given_up]
}
