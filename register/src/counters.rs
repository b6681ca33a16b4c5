//! How many members there are, kept with every change instead of counted at every look.

use rules::Class;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use crate::entities::counters;
use crate::error::Error;

/// What is counted.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Counted {
    /// Individual members of a class.
    Members(Class),
    /// Groups.
    Groups,
}

/// Counts one more in this branch, or in none. It locks that one count until the transaction
/// ends, so it is best done late.
pub(crate) async fn one_more(
    db: &DatabaseTransaction,
    branch: Option<i64>,
    counted: Counted,
) -> Result<(), Error> {
    let kind = match counted {
        Counted::Members(class) => class.as_str(),
        Counted::Groups => "group",
    };
    let counter = counters::ActiveModel {
        branch_id: Set(branch),
        kind: Set(kind.to_owned()),
        members: Set(1),
        ..Default::default()
    };
    let mut conflict = if branch.is_some() {
        OnConflict::columns([counters::Column::BranchId, counters::Column::Kind])
            .target_and_where(counters::Column::BranchId.is_not_null())
            .to_owned()
    } else {
        OnConflict::column(counters::Column::Kind)
            .target_and_where(counters::Column::BranchId.is_null())
            .to_owned()
    };
    let more = Expr::col((counters::Entity, counters::Column::Members)).add(1);
    conflict.value(counters::Column::Members, more);
    counters::Entity::insert(counter).on_conflict(conflict).exec_without_returning(db).await?;
    Ok(())
}

/// Counts one fewer in this branch, or in none.
pub(crate) async fn one_less(
    db: &DatabaseTransaction,
    branch: Option<i64>,
    counted: Counted,
) -> Result<(), Error> {
    let Counted::Members(class) = counted else { return Ok(()) };
    let less = Expr::col((counters::Entity, counters::Column::Members)).sub(1);
    let branch = match branch {
        Some(branch) => counters::Column::BranchId.eq(branch),
        None => counters::Column::BranchId.is_null(),
    };
    counters::Entity::update_many()
        .col_expr(counters::Column::Members, less)
        .filter(branch)
        .filter(counters::Column::Kind.eq(class.as_str()))
        .exec(db)
        .await?;
    Ok(())
}
