//! Which dashboards have something new to show.

use sea_orm::sea_query::{Expr, ExprTrait, Func, JoinType};
use sea_orm::{EntityTrait, QueryOrder, QuerySelect};
use tokio::sync::watch;

use crate::entities::{branches, counters};
use crate::error::Error;
use crate::permits::BranchPermit;
use crate::register::Register;

/// Which branch it is, to be compared with others and for nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BranchKey(i64);

impl BranchPermit {
    /// Which branch it is for.
    #[must_use]
    pub const fn branch_key(&self) -> BranchKey {
        BranchKey(self.branch_id())
    }
}

impl Register {
    /// The version of every branch's dashboard: see [`Dashboard::version`](crate::Dashboard).
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn branch_versions(&self) -> Result<Vec<(BranchKey, i64)>, Error> {
        let counted = branches::Entity::belongs_to(counters::Entity)
            .from(branches::Column::Id)
            .to(counters::Column::BranchId)
            .into();
        let changes = Expr::col((counters::Entity, counters::Column::Changes));
        let version = Func::coalesce([Expr::from(Func::sum(changes)), 0.into()]).cast_as("bigint");
        let versions: Vec<(i64, i64)> = branches::Entity::find()
            .select_only()
            .column(branches::Column::Id)
            .expr_as(version, "version")
            .join(JoinType::LeftJoin, counted)
            .group_by(branches::Column::Id)
            .order_by_asc(branches::Column::Id)
            .into_tuple()
            .all(self.reader())
            .await?;
        Ok(versions.into_iter().map(|(branch, version)| (BranchKey(branch), version)).collect())
    }

    /// Ticks after every write of this process that changed what a dashboard shows, once others
    /// can read it. What other instances wrote is found by [`Register::branch_versions`] alone.
    #[must_use]
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.ticks().subscribe()
    }
}
