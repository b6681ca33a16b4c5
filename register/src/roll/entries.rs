//! Who is on the roll of a branch for a day.

use chrono::{DateTime, NaiveDate, Utc};
use rules::on_the_roll;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QuerySelect,
};

use super::RollEntry;
use crate::entities::{memberships, people, placings};
use crate::error::Error;
use crate::{class_changes, days, stored};

/// Somebody on a roll, and which membership it is.
pub(super) struct Found {
    pub(super) membership: i64,
    pub(super) entry: RollEntry,
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    number: String,
    class: String,
    name: String,
    sort_name: String,
    started_at: Option<DateTime<Utc>>,
    ended_at: Option<DateTime<Utc>>,
    now_in: Option<i64>,
}

/// Reads them, by name.
pub(super) async fn read(
    db: &impl ConnectionTrait,
    branch: i64,
    day: NaiveDate,
) -> Result<Vec<Found>, Error> {
    let day_ends = days::ends(day);
    let membership = |column| Expr::col((memberships::Entity, column));
    let to_memberships = placings::Entity::belongs_to(memberships::Entity)
        .from(placings::Column::MembershipId)
        .to(memberships::Column::Id)
        .into();
    let to_people = memberships::Entity::belongs_to(people::Entity)
        .from(memberships::Column::PersonId)
        .to(people::Column::Id)
        .into();
    // Those who were placed in the branch when the day ended; the rules choose among them.
    let rows: Vec<Row> = placings::Entity::find()
        .select_only()
        .expr_as(membership(memberships::Column::Id), "id")
        .expr_as(membership(memberships::Column::Number), "number")
        .expr_as(membership(memberships::Column::Class), "class")
        .expr_as(membership(memberships::Column::SortName), "sort_name")
        .expr_as(membership(memberships::Column::StartedAt), "started_at")
        .expr_as(membership(memberships::Column::EndedAt), "ended_at")
        .expr_as(membership(memberships::Column::BranchId), "now_in")
        .expr_as(Expr::col((people::Entity, people::Column::Name)), "name")
        .join(JoinType::InnerJoin, to_memberships)
        .join(JoinType::InnerJoin, to_people)
        .filter(placings::Column::BranchId.eq(branch))
        .filter(placings::Column::FromAt.lt(day_ends))
        .filter(
            Condition::any()
                .add(placings::Column::UntilAt.is_null())
                .add(placings::Column::UntilAt.gte(day_ends)),
        )
        .into_model()
        .all(db)
        .await?;
    let mut rows: Vec<Row> = rows
        .into_iter()
        .filter(|row| {
            row.started_at.is_some_and(|started| {
                on_the_roll(days::day(started), row.ended_at.map(days::day), day)
            })
        })
        .collect();
    let before = class_changes::before(db, branch, day_ends).await?;
    rows.sort_by(|one, other| (&one.sort_name, one.id).cmp(&(&other.sort_name, other.id)));
    rows.into_iter()
        .map(|row| {
            let class =
                before.get(&row.id).copied().map_or_else(|| stored::class(&row.class), Ok)?;
            let name = (row.now_in == Some(branch)).then_some(row.name);
            let entry = RollEntry { number: row.number, name, class };
            Ok(Found { membership: row.id, entry })
        })
        .collect()
}
