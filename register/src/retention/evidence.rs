//! Evidence that was judged. What a representative sent goes when its time is over, whether it was
//! accepted or more was asked for; that it was accepted stays. What was said to be missing goes when
//! what was accepted does: until then it is what they answer. What nobody has judged waits.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
};

use crate::entities::{evidence, evidence_files};
use crate::error::Error;
use crate::evidence::ACCEPTED;
use crate::register::{Register, Write};

/// How many are erased in one transaction: each may have a file of 10 MB, which is overwritten.
const SOME: u64 = 5;

impl Register {
    /// Erases what was judged longer ago than it is kept, and says of how many rounds.
    pub(super) async fn erase_evidence(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        let judged_by = at - self.retention().evidence.length();
        let mut erased = 0;
        loop {
            let rounds = over(judged_by).select_only().column(evidence::Column::Id).limit(SOME);
            let rounds: Vec<i64> = rounds.into_tuple().all(self.reader()).await?;
            if rounds.is_empty() {
                return Ok(erased);
            }
            erased += self.write(&Erase { rounds, at }).await?;
        }
    }

    /// Of how many rounds it would be erased.
    pub(super) async fn count_evidence(&self, at: DateTime<Utc>) -> Result<u64, Error> {
        let judged_by = at - self.retention().evidence.length();
        Ok(over(judged_by).count(self.reader()).await?)
    }
}

/// The rounds that were judged by then, the oldest first.
fn over(judged_by: DateTime<Utc>) -> Select<evidence::Entity> {
    evidence::Entity::find()
        .filter(evidence::Column::ErasedAt.is_null())
        .filter(evidence::Column::JudgedAt.lte(judged_by))
        .order_by_asc(evidence::Column::JudgedAt)
}

struct Erase {
    rounds: Vec<i64>,
    at: DateTime<Utc>,
}

impl Write for Erase {
    type Done = u64;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<u64, Error> {
        let these = || evidence::Column::Id.is_in(self.rounds.iter().copied());
        evidence_files::Entity::delete_many()
            .filter(evidence_files::Column::EvidenceId.is_in(self.rounds.iter().copied()))
            .exec(db)
            .await?;
        let erased = evidence::Entity::update_many()
            .col_expr(evidence::Column::Text, Expr::value(None::<String>))
            .col_expr(evidence::Column::FileKey, Expr::value(None::<String>))
            .col_expr(evidence::Column::ErasedAt, Expr::value(self.at))
            .filter(these())
            .filter(evidence::Column::ErasedAt.is_null())
            .exec(db)
            .await?;
        let accepted = evidence::Entity::find()
            .select_only()
            .column(evidence::Column::SeatId)
            .filter(these())
            .filter(evidence::Column::State.eq(ACCEPTED))
            .into_query();
        evidence::Entity::update_many()
            .col_expr(evidence::Column::Why, Expr::value(None::<String>))
            .filter(Expr::col(evidence::Column::SeatId).in_subquery(accepted))
            .filter(evidence::Column::ErasedAt.is_not_null())
            .exec(db)
            .await?;
        Ok(erased.rows_affected)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}
