//! Changes of the class of a membership: a roll for a day before one has the class of that day.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rules::Class;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
};

use crate::entities::{class_changes, placings};
use crate::error::Error;
use crate::member::ClassHistory;
use crate::stored;

/// Writes down that a membership has another class from now on.
pub(crate) async fn keep(
    db: &DatabaseTransaction,
    membership: i64,
    was: Class,
    became: Class,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let change = class_changes::ActiveModel {
        membership_id: Set(membership),
        was: Set(was.as_str().to_owned()),
        became: Set(became.as_str().to_owned()),
        at: Set(at),
        ..Default::default()
    };
    class_changes::Entity::insert(change).exec_without_returning(db).await?;
    Ok(())
}

/// The changes of a membership, the earliest first.
pub(crate) async fn of(
    db: &impl ConnectionTrait,
    membership: i64,
) -> Result<Vec<ClassHistory>, Error> {
    let rows = class_changes::Entity::find()
        .filter(class_changes::Column::MembershipId.eq(membership))
        .order_by_asc(class_changes::Column::Id)
        .all(db)
        .await?;
    let change = |row: class_changes::Model| {
        let (from, to) = (stored::class(&row.was)?, stored::class(&row.became)?);
        Ok(ClassHistory { from, to, at: row.at })
    };
    rows.into_iter().map(change).collect()
}

/// Which class those who have been in a branch had at a moment, as far as it has changed since.
pub(crate) async fn before(
    db: &impl ConnectionTrait,
    branch: i64,
    at: DateTime<Utc>,
) -> Result<HashMap<i64, Class>, Error> {
    let in_branch = placings::Entity::find()
        .select_only()
        .column(placings::Column::MembershipId)
        .filter(placings::Column::BranchId.eq(branch))
        .into_query();
    let rows = class_changes::Entity::find()
        .filter(class_changes::Column::At.gte(at))
        .filter(Expr::col(class_changes::Column::MembershipId).in_subquery(in_branch))
        .order_by_asc(class_changes::Column::At)
        .order_by_asc(class_changes::Column::Id)
        .all(db)
        .await?;
    let mut before = HashMap::with_capacity(rows.len());
    for row in rows {
        let was = stored::class(&row.was)?;
        before.entry(row.membership_id).or_insert(was);
    }
    Ok(before)
}
