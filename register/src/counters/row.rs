//! The rows that counts are kept in.

use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter};

use crate::entities::{
    counters, joins_by_day, joins_by_week, members_by_district, offers_by_district,
};
use crate::error::Error;
use crate::postcode_area::postcode_area;
use crate::stored;

/// What a counter counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Full,
    Associate,
    Group,
    Waiting,
    Declared,
    Confirmed,
    Supplied,
}

/// A row that keeps one number. They are written in this order: those that fewest wait for first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Row {
    Offers { district: String },
    Members { branch: i64, district: String },
    JoinsOfDay { branch: Option<i64>, day: NaiveDate, kind: Kind },
    JoinsOfWeek { branch: Option<i64>, week: NaiveDate, kind: Kind },
    Counter { branch: Option<i64>, kind: Kind },
}

impl Kind {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Associate => "associate",
            Self::Group => "group",
            Self::Waiting => "waiting",
            Self::Declared => "declared",
            Self::Confirmed => "confirmed",
            Self::Supplied => "supplied",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        [
            Self::Full,
            Self::Associate,
            Self::Group,
            Self::Waiting,
            Self::Declared,
            Self::Confirmed,
            Self::Supplied,
        ]
        .into_iter()
        .find(|kind| kind.as_str() == text)
    }
}

impl Row {
    /// Makes the number so much more, or less. A counter notes that something has changed even if
    /// its own number is the same.
    pub(super) async fn change(self, db: &DatabaseTransaction, more: i64) -> Result<(), Error> {
        match self {
            Self::Counter { branch, kind } => counter(db, branch, kind, more).await,
            _ if more == 0 => Ok(()),
            Self::Offers { district } => offers(db, district, more).await,
            Self::Members { branch, district } => members(db, branch, district, more).await,
            Self::JoinsOfDay { branch, day, kind } => {
                joins_of_day(db, branch, day, kind, more).await
            }
            Self::JoinsOfWeek { branch, week, kind } => {
                joins_of_week(db, branch, week, kind, more).await
            }
        }
    }
}

async fn offers(db: &DatabaseTransaction, district: String, more: i64) -> Result<(), Error> {
    use offers_by_district::{ActiveModel, Column, Entity};
    let offers = (Entity, Column::Offers);
    if more < 0 {
        let less = Entity::update_many()
            .col_expr(Column::Offers, Expr::col(offers).add(more))
            .filter(Column::District.eq(district));
        return was_there(less.exec(db).await?.rows_affected);
    }
    let row = ActiveModel {
        area: Set(postcode_area(&district).to_owned()),
        district: Set(district),
        offers: Set(more),
        ..Default::default()
    };
    let mut there = OnConflict::column(Column::District);
    there.value(Column::Offers, Expr::col(offers).add(more));
    Entity::insert(row).on_conflict(there).exec_without_returning(db).await?;
    Ok(())
}

async fn members(
    db: &DatabaseTransaction,
    branch: i64,
    district: String,
    more: i64,
) -> Result<(), Error> {
    use members_by_district::{ActiveModel, Column, Entity};
    let members = (Entity, Column::Members);
    if more < 0 {
        let less = Entity::update_many()
            .col_expr(Column::Members, Expr::col(members).add(more))
            .filter(Column::BranchId.eq(branch))
            .filter(Column::District.eq(district));
        return was_there(less.exec(db).await?.rows_affected);
    }
    let row = ActiveModel {
        branch_id: Set(branch),
        district: Set(district),
        members: Set(more),
        ..Default::default()
    };
    let mut there = OnConflict::columns([Column::BranchId, Column::District]);
    there.value(Column::Members, Expr::col(members).add(more));
    Entity::insert(row).on_conflict(there).exec_without_returning(db).await?;
    Ok(())
}

async fn joins_of_day(
    db: &DatabaseTransaction,
    branch: Option<i64>,
    day: NaiveDate,
    kind: Kind,
    more: i64,
) -> Result<(), Error> {
    use joins_by_day::{ActiveModel, Column, Entity};
    let row = ActiveModel {
        branch_id: Set(branch),
        day: Set(day),
        kind: Set(kind.as_str().to_owned()),
        joins: Set(more),
        ..Default::default()
    };
    let mut there = if branch.is_some() {
        OnConflict::columns([Column::BranchId, Column::Day, Column::Kind])
            .target_and_where(Column::BranchId.is_not_null())
            .to_owned()
    } else {
        OnConflict::columns([Column::Day, Column::Kind])
            .target_and_where(Column::BranchId.is_null())
            .to_owned()
    };
    there.value(Column::Joins, Expr::col((Entity, Column::Joins)).add(more));
    Entity::insert(row).on_conflict(there).exec_without_returning(db).await?;
    Ok(())
}

async fn joins_of_week(
    db: &DatabaseTransaction,
    branch: Option<i64>,
    week: NaiveDate,
    kind: Kind,
    more: i64,
) -> Result<(), Error> {
    use joins_by_week::{ActiveModel, Column, Entity};
    let row = ActiveModel {
        branch_id: Set(branch),
        week: Set(week),
        kind: Set(kind.as_str().to_owned()),
        joins: Set(more),
        ..Default::default()
    };
    let mut there = if branch.is_some() {
        OnConflict::columns([Column::BranchId, Column::Week, Column::Kind])
            .target_and_where(Column::BranchId.is_not_null())
            .to_owned()
    } else {
        OnConflict::columns([Column::Week, Column::Kind])
            .target_and_where(Column::BranchId.is_null())
            .to_owned()
    };
    there.value(Column::Joins, Expr::col((Entity, Column::Joins)).add(more));
    Entity::insert(row).on_conflict(there).exec_without_returning(db).await?;
    Ok(())
}

async fn counter(
    db: &DatabaseTransaction,
    branch: Option<i64>,
    kind: Kind,
    more: i64,
) -> Result<(), Error> {
    use counters::{ActiveModel, Column, Entity};
    let members = Expr::col((Entity, Column::Members)).add(more);
    let changes = Expr::col((Entity, Column::Changes)).add(1);
    if more < 0 {
        let of_branch = match branch {
            Some(branch) => Column::BranchId.eq(branch),
            None => Column::BranchId.is_null(),
        };
        let less = Entity::update_many()
            .col_expr(Column::Members, members)
            .col_expr(Column::Changes, changes)
            .filter(Condition::all().add(of_branch).add(Column::Kind.eq(kind.as_str())));
        return was_there(less.exec(db).await?.rows_affected);
    }
    let row = ActiveModel {
        branch_id: Set(branch),
        kind: Set(kind.as_str().to_owned()),
        members: Set(more),
        changes: Set(1),
        ..Default::default()
    };
    let mut there = if branch.is_some() {
        OnConflict::columns([Column::BranchId, Column::Kind])
            .target_and_where(Column::BranchId.is_not_null())
            .to_owned()
    } else {
        OnConflict::column(Column::Kind).target_and_where(Column::BranchId.is_null()).to_owned()
    };
    there.value(Column::Members, members).value(Column::Changes, changes);
    Entity::insert(row).on_conflict(there).exec_without_returning(db).await?;
    Ok(())
}

/// What becomes less has been counted.
fn was_there(rows: u64) -> Result<(), Error> {
    stored::there((rows == 1).then_some(()))
}
