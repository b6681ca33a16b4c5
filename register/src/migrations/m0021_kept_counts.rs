//! More that is kept instead of counted at every look: joins by day and week, and members and
//! offers of help by district. And the order of the latest joins.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::columns::{check, id, index, keeps, length, number, one_of, text, unique};
use crate::days;
use crate::postcode_area::postcode_area;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        joins_by(manager, "day").await?;
        joins_by(manager, "week").await?;
        count_joins(manager).await?;
        members_by_district(manager).await?;
        offers_by_district(manager).await?;
        latest(manager).await
    }
}

/// Joins by the day, or by the week, which is known by its Monday.
async fn joins_by(manager: &SchemaManager<'_>, length: &'static str) -> Result<(), DbErr> {
    let table = if length == "day" { "joins_by_day" } else { "joins_by_week" };
    let joins = Table::create()
        .table(table)
        .col(id())
        .col(number("branch_id"))
        .col(ColumnDef::new(length).date().not_null())
        .col(text("kind").not_null())
        .col(number("joins").not_null())
        .check(one_of("kind", &["full", "associate", "group"]))
        .check(check("joins >= 1"))
        .foreign_key(&mut keeps("branch_id", "branches"))
        .take();
    manager.create_table(joins).await?;
    let mut of_branch = unique(table, &["branch_id", length, "kind"]);
    of_branch.and_where(check("branch_id IS NOT NULL"));
    manager.create_index(of_branch).await?;
    let mut of_none = unique(table, &[length, "kind"]);
    of_none.name(format!("{table}_no_branch")).and_where(check("branch_id IS NULL"));
    manager.create_index(of_none).await
}

async fn count_joins(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    // By the hour in UTC: a day in London begins with one of them.
    let hour = |moment: &str| match manager.get_database_backend() {
        DbBackend::Postgres => {
            format!("to_char({moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24')")
        }
        _ => format!("substr({moment}, 1, 13)"),
    };
    let by_hour = format!(
        "SELECT branch_id, class AS kind, {} AS hour, count(*) AS joins FROM memberships \
         WHERE started_at IS NOT NULL GROUP BY 1, 2, 3 \
         UNION ALL SELECT branch_id, 'group', {}, count(*) FROM groups GROUP BY 1, 2, 3",
        hour("started_at"),
        hour("joined_at"),
    );
    let mut by_day = Joins::new();
    let mut by_week = Joins::new();
    for row in read(manager, by_hour).await? {
        let hour: String = row.try_get_by("hour")?;
        let at = NaiveDateTime::parse_from_str(&format!("{hour}:00"), "%Y-%m-%dT%H:%M")
            .map_err(|_| DbErr::Migration("a stored moment".to_owned()))?;
        let day = days::day(at.and_utc());
        let (branch, kind): (Option<i64>, String) =
            (row.try_get_by("branch_id")?, row.try_get_by("kind")?);
        let many: i64 = row.try_get_by("joins")?;
        *by_week.entry((branch, days::monday(day), kind.clone())).or_default() += many;
        *by_day.entry((branch, day, kind)).or_default() += many;
    }
    keep_joins(manager, "joins_by_day", "day", by_day).await?;
    keep_joins(manager, "joins_by_week", "week", by_week).await
}

/// By branch, day or Monday, and kind.
type Joins = BTreeMap<(Option<i64>, NaiveDate, String), i64>;

async fn keep_joins(
    manager: &SchemaManager<'_>,
    table: &'static str,
    length: &'static str,
    joins: Joins,
) -> Result<(), DbErr> {
    for ((branch, day, kind), many) in joins {
        let row = Query::insert()
            .into_table(table)
            .columns(["branch_id", length, "kind", "joins"])
            .values_panic([branch.into(), day.into(), kind.into(), many.into()])
            .take();
        manager.execute(row).await?;
    }
    Ok(())
}

async fn members_by_district(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let members = Table::create()
        .table("members_by_district")
        .col(id())
        .col(number("branch_id").not_null())
        .col(text("district").not_null())
        .col(number("members").not_null())
        .check(length("district", 9))
        .check(check("members >= 0"))
        .foreign_key(&mut keeps("branch_id", "branches"))
        .take();
    manager.create_table(members).await?;
    let fill = "INSERT INTO members_by_district (branch_id, district, members) \
        SELECT branch_id, district, count(*) FROM memberships \
        JOIN people ON people.id = memberships.person_id \
        WHERE branch_id IS NOT NULL AND district IS NOT NULL \
        AND started_at IS NOT NULL AND ended_at IS NULL GROUP BY branch_id, district";
    manager.get_connection().execute_unprepared(fill).await?;
    manager.create_index(unique("members_by_district", &["branch_id", "district"])).await
}

async fn offers_by_district(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let offers = Table::create()
        .table("offers_by_district")
        .col(id())
        .col(text("area").not_null())
        .col(text("district").not_null())
        .col(number("offers").not_null())
        .check(length("area", 9))
        .check(length("district", 9))
        .check(check("offers >= 0"))
        .take();
    manager.create_table(offers).await?;
    manager.create_index(unique("offers_by_district", &["district"])).await?;
    manager.create_index(index("offers_by_district", &["area", "district"])).await?;
    let by_district = "SELECT district, count(*) AS offers FROM help_offers GROUP BY district";
    for row in read(manager, by_district.to_owned()).await? {
        let (district, many): (String, i64) =
            (row.try_get_by("district")?, row.try_get_by("offers")?);
        let area = postcode_area(&district).to_owned();
        let row = Query::insert()
            .into_table("offers_by_district")
            .columns(["area", "district", "offers"])
            .values_panic([area.into(), district.into(), many.into()])
            .take();
        manager.execute(row).await?;
    }
    Ok(())
}

async fn latest(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut memberships = index("memberships", &["branch_id", "started_at", "id"]);
    memberships
        .name("memberships_latest")
        .and_where(check("started_at IS NOT NULL"))
        .and_where(check("ended_at IS NULL"));
    manager.create_index(memberships).await?;
    let mut groups = index("groups", &["branch_id", "joined_at", "id"]);
    groups.name("groups_latest").and_where(check("ended_at IS NULL"));
    manager.create_index(groups).await
}

async fn read(
    manager: &SchemaManager<'_>,
    sql: String,
) -> Result<Vec<sea_orm_migration::sea_orm::QueryResult>, DbErr> {
    let statement = Statement::from_string(manager.get_database_backend(), sql);
    manager.get_connection().query_all_raw(statement).await
}
