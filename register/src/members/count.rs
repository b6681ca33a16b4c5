//! How many members a search finds, as far as it is worth knowing.

use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QueryTrait};

use super::drive::up_to;
use super::search::Search;
use crate::entities::memberships;
use crate::error::Error;

/// So many are counted exactly.
const EXACTLY: u64 = 1_000;
/// Among so many members it is looked for them, where an index does not find them.
const LOOKED_AT: u64 = 10_000;

/// How many members there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// So many: 1,000 at most.
    Exactly(u32),
    /// More than so many: 1,000, or fewer where counting on would have taken long.
    MoreThan(u32),
}

pub(super) async fn read(db: &impl ConnectionTrait, search: &Search<'_>) -> Result<Count, Error> {
    let in_scope = || memberships::Entity::find().filter(search.scope.memberships());
    // Few are looked at wherever they are; of many, only the first.
    let (rows, all) = if search.drive.is_some() {
        (in_scope().filter(search.condition()).into_query(), true)
    } else {
        let most = in_scope().into_query().limit(LOOKED_AT).take();
        let rows = Query::select()
            .expr(Expr::val(1))
            .from_subquery(most, memberships::Entity)
            .cond_where(search.condition())
            .take();
        (rows, up_to(db, in_scope().into_query(), LOOKED_AT).await? <= LOOKED_AT)
    };
    let counted = up_to(db, rows, EXACTLY).await?;
    let some = |counted: u64| u32::try_from(counted).unwrap_or(u32::MAX);
    Ok(match (counted > EXACTLY, all) {
        (true, _) => Count::MoreThan(some(EXACTLY)),
        (false, true) => Count::Exactly(some(counted)),
        (false, false) => Count::MoreThan(some(counted)),
    })
}
