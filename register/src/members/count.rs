//! How many members a search finds, as far as it is worth knowing.

use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QueryTrait};

use super::drive::up_to;
use super::search::Search;
use crate::entities::memberships;
use crate::error::Error;

/// So many are counted, where the number is not kept, for somebody who wants to know how many.
const EXACTLY: u64 = 1_000;
/// So many for somebody who types: they look for one.
const TYPED: u64 = 100;
/// Among so many members it is looked for them, where no index finds them.
const LOOKED_AT: u64 = 2_000;

/// How many members there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Exactly(u32),
    /// So many, and perhaps more: to count on would have taken long.
    AtLeast(u32),
    /// More than the pages list: so many words begin with what was typed.
    MoreThanListed,
}

pub(super) async fn read(db: &impl ConnectionTrait, search: &Search<'_>) -> Result<Count, Error> {
    if let Some(kept) = search.kept_count() {
        return Ok(Count::Exactly(some(kept)));
    }
    let Some(drive) = &search.drive else { return of_many(db, search).await };
    if !drive.whole {
        return Ok(Count::MoreThanListed);
    }
    if search.says_no_more() {
        // Nobody has to be read.
        return Ok(Count::Exactly(some(drive.how_many)));
    }
    let most = if drive.said.is_some() { EXACTLY } else { TYPED };
    counted(db, search.numbers(), most, true).await
}

/// Of many, only the first are looked at.
async fn of_many(db: &impl ConnectionTrait, search: &Search<'_>) -> Result<Count, Error> {
    let among = memberships::Entity::find().filter(search.scope.memberships());
    let among = among.filter(search.likeliest()).into_query();
    let rows = Query::select()
        .expr(Expr::val(1))
        .from_subquery(among.clone().limit(LOOKED_AT).take(), memberships::Entity)
        .cond_where(search.condition())
        .take();
    let all = up_to(db, among, LOOKED_AT).await? <= LOOKED_AT;
    counted(db, rows, EXACTLY, all).await
}

async fn counted(
    db: &impl ConnectionTrait,
    rows: SelectStatement,
    most: u64,
    all: bool,
) -> Result<Count, Error> {
    let found = up_to(db, rows, most).await?;
    Ok(if all && found <= most {
        Count::Exactly(some(found))
    } else {
        Count::AtLeast(some(found.min(most)))
    })
}

fn some(counted: u64) -> u32 {
    u32::try_from(counted).unwrap_or(u32::MAX)
}
