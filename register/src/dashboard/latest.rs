//! Who joined last.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use rules::{Class, GroupKind};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
};

use crate::entities::{groups, memberships, people};
use crate::error::Error;
use crate::stored;

/// Somebody who joined, without who they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LatestJoin {
    /// As what.
    pub what: JoinedAs,
    /// The postcode district, if it is known.
    pub district: Option<String>,
    /// When the membership began.
    pub at: DateTime<Utc>,
    /// The membership number, which leads to who they are.
    pub number: String,
}

/// What somebody is a member as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JoinedAs {
    /// As an individual member of this class.
    Individual(Class),
    /// As a group of this kind.
    Group(GroupKind),
}

/// How many are shown.
const SHOWN: usize = 10;

/// Those who joined last and are members, the newest first.
pub(super) async fn latest(
    db: &impl ConnectionTrait,
    branch: i64,
) -> Result<Vec<LatestJoin>, Error> {
    let mut latest = people(db, branch).await?;
    latest.extend(of_groups(db, branch).await?);
    latest.sort_by_key(|join| Reverse(join.at));
    latest.truncate(SHOWN);
    Ok(latest)
}

async fn people(db: &impl ConnectionTrait, branch: i64) -> Result<Vec<LatestJoin>, Error> {
    use memberships::{Column, Entity};
    let person =
        Entity::belongs_to(people::Entity).from(Column::PersonId).to(people::Column::Id).into();
    let rows: Vec<(String, String, DateTime<Utc>, Option<String>)> = Entity::find()
        .select_only()
        .columns([Column::Number, Column::Class, Column::StartedAt])
        .column(people::Column::District)
        .join(JoinType::InnerJoin, person)
        .filter(Column::BranchId.eq(branch))
        .filter(Column::StartedAt.is_not_null())
        .filter(Column::EndedAt.is_null())
        .order_by_desc(Column::StartedAt)
        .order_by_desc(Column::Id)
        .limit(SHOWN as u64)
        .into_tuple()
        .all(db)
        .await?;
    rows.into_iter()
        .map(|(number, class, at, district)| {
            let what = JoinedAs::Individual(stored::class(&class)?);
            Ok(LatestJoin { what, district, at, number })
        })
        .collect()
}

async fn of_groups(db: &impl ConnectionTrait, branch: i64) -> Result<Vec<LatestJoin>, Error> {
    use groups::{Column, Entity};
    let rows: Vec<(String, String, DateTime<Utc>, String)> = Entity::find()
        .select_only()
        .columns([Column::Number, Column::Kind, Column::JoinedAt, Column::District])
        .filter(Column::BranchId.eq(branch))
        .filter(Column::EndedAt.is_null())
        .order_by_desc(Column::JoinedAt)
        .order_by_desc(Column::Id)
        .limit(SHOWN as u64)
        .into_tuple()
        .all(db)
        .await?;
    rows.into_iter()
        .map(|(number, kind, at, district)| {
            let what = JoinedAs::Group(stored::group_kind(&kind)?);
            Ok(LatestJoin { what, district: Some(district), at, number })
        })
        .collect()
}
