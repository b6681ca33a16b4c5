//! How many joined when.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, ExprTrait, Func, SimpleExpr};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::counters::Kind;
use crate::days;
use crate::entities::{joins_by_day, joins_by_week};
use crate::error::Error;
use crate::stored;

/// How many joined on the last days, and on as many days before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recent {
    /// On the last days.
    pub joined: u32,
    /// On the days before.
    pub before: u32,
}

/// How many joined in a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    /// The day it begins with, in London.
    pub monday: NaiveDate,
    /// Individual members.
    pub members: u32,
    /// Groups.
    pub groups: u32,
}

/// A year of weeks, and the one it began in.
const WEEKS: u32 = 53;

pub(super) struct Recently {
    pub(super) last_7_days: Recent,
    pub(super) last_30_days: Recent,
}

/// How many joined lately.
pub(super) async fn recently(
    db: &impl ConnectionTrait,
    branch: i64,
    today: NaiveDate,
) -> Result<Recently, Error> {
    use joins_by_day::{Column, Entity};
    // The last day of each stretch, and the day before its first.
    let within = |last: u32, before: u32| {
        let first = days::before(today, before);
        sum(Column::Day.gt(first).and(Column::Day.lte(days::before(today, last))))
    };
    let sums: Option<(i64, i64, i64, i64)> = Entity::find()
        .select_only()
        .expr_as(within(0, 7), "a")
        .expr_as(within(7, 14), "b")
        .expr_as(within(0, 30), "c")
        .expr_as(within(30, 60), "d")
        .filter(Column::BranchId.eq(branch))
        .filter(Column::Day.gt(days::before(today, 60)))
        .into_tuple()
        .one(db)
        .await?;
    let (week, week_before, month, month_before) = stored::there(sums)?;
    let recent = |joined, before| {
        Ok::<_, Error>(Recent { joined: stored::count(joined)?, before: stored::count(before)? })
    };
    Ok(Recently {
        last_7_days: recent(week, week_before)?,
        last_30_days: recent(month, month_before)?,
    })
}

/// How many joined in each of the last weeks.
pub(super) async fn weeks(
    db: &impl ConnectionTrait,
    branch: i64,
    today: NaiveDate,
) -> Result<Vec<Week>, Error> {
    use joins_by_week::{Column, Entity};
    let this = days::monday(today);
    let mondays = (0..WEEKS).rev().map(|ago| days::before(this, 7 * ago));
    let rows: Vec<(NaiveDate, i64, i64)> = Entity::find()
        .select_only()
        .column(Column::Week)
        .expr_as(sum(Column::Kind.ne(Kind::Group.as_str())), "members")
        .expr_as(sum(Column::Kind.eq(Kind::Group.as_str())), "groups")
        .filter(Column::BranchId.eq(branch))
        .filter(Column::Week.gte(days::before(this, 7 * (WEEKS - 1))))
        .group_by(Column::Week)
        .order_by_asc(Column::Week)
        .into_tuple()
        .all(db)
        .await?;
    let joined: BTreeMap<_, _> =
        rows.into_iter().map(|(week, members, groups)| (week, (members, groups))).collect();
    mondays
        .map(|monday| {
            let (members, groups) = joined.get(&monday).copied().unwrap_or_default();
            Ok(Week { monday, members: stored::count(members)?, groups: stored::count(groups)? })
        })
        .collect()
}

/// The joins of the rows of which this is so.
fn sum(which: SimpleExpr) -> SimpleExpr {
    let joins = Expr::case(which, Expr::col("joins")).finally(0);
    Func::coalesce([Expr::from(Func::sum(joins)), 0.into()]).cast_as("bigint")
}
