//! That something was sent. It is kept so that sending it again counts once, which nobody does
//! weeks later: the answers in a browser are gone after a day. Sent again all the same, it would be
//! a join of somebody who is a member already.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::rows::{EraseRows, SOME};
use crate::entities::submissions;
use crate::error::Error;
use crate::register::Register;

impl Register {
    /// Forgets submissions that were made longer ago than they are kept, and says how many.
    pub(super) async fn forget_submissions(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        let before = at - self.retention().submission.length();
        let mut forgotten = 0;
        loop {
            let ids = self.old_submissions(0, before).await?;
            if ids.is_empty() {
                return Ok(forgotten);
            }
            let id = submissions::Column::Id;
            forgotten += self.write(&EraseRows::<submissions::Entity> { id, ids }).await?;
        }
    }

    /// How many would be forgotten.
    pub(super) async fn count_submissions(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        let before = at - self.retention().submission.length();
        let (mut count, mut last) = (0_usize, 0);
        loop {
            let ids = self.old_submissions(last, before).await?;
            match ids.last() {
                Some(id) => last = *id,
                None => return u64::try_from(count).map_err(|_| Error::fault("a number")),
            }
            count += ids.len();
        }
    }

    /// The next after a number. They are in the order in which they were made, so that each join
    /// does without an index of moments; the first page without an old one is the end.
    async fn old_submissions(&self, after: i64, before: DateTime<Utc>) -> Result<Vec<i64>, Error> {
        let page: Vec<(i64, DateTime<Utc>)> = submissions::Entity::find()
            .select_only()
            .columns([submissions::Column::Id, submissions::Column::At])
            .filter(submissions::Column::Id.gt(after))
            .order_by_asc(submissions::Column::Id)
            .limit(SOME)
            .into_tuple()
            .all(self.reader())
            .await?;
        Ok(page.into_iter().filter(|(_, made)| *made <= before).map(|(id, _)| id).collect())
    }
}
