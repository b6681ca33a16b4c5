//! What the register view puts members in order by and finds them by, why memberships ended, and
//! how often what is known of a person has changed.

use chrono::{DateTime, NaiveDate, Utc};
use rules::{Age, BirthMonth, adult_by};
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, QueryResult};

use super::columns::{by_bytes, check, index, integer, number, read, text, unique};
use crate::days;
use crate::words::{NO_DISTRICT, district_key, sort_name};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// How many rows are read at a time.
const PAGE: i64 = 500;

/// There exactly when a membership has ended. A column has one check when it is added.
const ENDED: &str = "(ended_how IS NULL) = (ended_at IS NULL) \
    AND ended_how IN ('asked-to-leave', 'died', 'joined-twice', 'not-themselves')";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        people(manager).await?;
        order(manager).await?;
        ends(manager).await?;
        fill(manager).await?;
        indexes(manager).await
    }
}

async fn people(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    for column in [
        integer("version").not_null().default(1).check(check("version >= 1")).take(),
        // Whom somebody was found to be who had joined twice; erased with them.
        number("same_as")
            .check(check("same_as <> id"))
            .extra("REFERENCES people (id) ON DELETE CASCADE")
            .take(),
    ] {
        manager.alter_table(Table::alter().table("people").add_column(column).take()).await?;
    }
    let mut same = index("people", &["same_as"]);
    same.and_where(check("same_as IS NOT NULL"));
    manager.create_index(same).await?;
    manager.create_index(index("people", &["name_key"])).await
}

async fn order(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let backend = manager.get_database_backend();
    for column in [
        // Never kept: all rows are filled below, and a join brings its own.
        by_bytes(text("sort_name").not_null().default("-").take(), backend)
            .check(check("length(sort_name) BETWEEN 1 AND 400"))
            .take(),
        by_bytes(text("district_key").not_null().default(NO_DISTRICT).take(), backend)
            .check(check("length(district_key) BETWEEN 1 AND 20"))
            .take(),
        // The day by which somebody is over eighteen who was not when they joined.
        ColumnDef::new("adult_by").date().take(),
    ] {
        manager.alter_table(Table::alter().table("memberships").add_column(column).take()).await?;
    }
    Ok(())
}

/// A membership has ended for a reason, or has not. A check that comes with a column is held
/// against the rows that are there: those that have ended begin anew for a moment.
async fn ends(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    connection.execute_unprepared("DROP INDEX memberships_current").await?;
    connection
        .execute_unprepared(
            "CREATE TEMPORARY TABLE had_ended AS \
             SELECT id, ended_at FROM memberships WHERE ended_at IS NOT NULL",
        )
        .await?;
    connection
        .execute_unprepared("UPDATE memberships SET ended_at = NULL WHERE ended_at IS NOT NULL")
        .await?;
    for column in [
        text("ended_how").check(check(ENDED)).take(),
        // An account, as a number: it does not go with whoever ended it.
        number("ended_by").check(check("ended_by IS NULL OR ended_at IS NOT NULL")).take(),
    ] {
        manager.alter_table(Table::alter().table("memberships").add_column(column).take()).await?;
    }
    connection
        .execute_unprepared(
            "UPDATE memberships SET ended_how = 'asked-to-leave', ended_at = \
             (SELECT ended_at FROM had_ended WHERE had_ended.id = memberships.id) \
             WHERE id IN (SELECT id FROM had_ended)",
        )
        .await?;
    connection.execute_unprepared("DROP TABLE had_ended").await?;
    let mut current = unique("memberships", &["person_id"]);
    current.name("memberships_current").and_where(check("ended_at IS NULL"));
    manager.create_index(current).await
}

async fn fill(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut after = 0;
    loop {
        let rows = read(
            manager,
            format!(
                "SELECT memberships.id, name, district, age, birth_month, birth_year, asked_at \
                 FROM memberships JOIN people ON people.id = memberships.person_id \
                 WHERE memberships.id > {after} ORDER BY memberships.id LIMIT {PAGE}"
            ),
        )
        .await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.try_get_by::<i64, _>("id")?;
        for row in &rows {
            let (name, district): (String, Option<String>) =
                (row.try_get_by("name")?, row.try_get_by("district")?);
            let update = Query::update()
                .table("memberships")
                .value("sort_name", sort_name(&name))
                .value("district_key", district_key(district.as_deref()))
                .value("adult_by", adult(row)?)
                .and_where(Expr::col("id").eq(row.try_get_by::<i64, _>("id")?))
                .take();
            manager.execute(update).await?;
        }
    }
}

fn adult(row: &QueryResult) -> Result<Option<NaiveDate>, DbErr> {
    let age: String = row.try_get_by("age")?;
    let month: Option<i32> = row.try_get_by("birth_month")?;
    let year: Option<i32> = row.try_get_by("birth_year")?;
    let asked_at: DateTime<Utc> = row.try_get_by("asked_at")?;
    let born = month
        .and_then(|month| <u32 as TryFrom<i32>>::try_from(month).ok())
        .zip(year)
        .and_then(|(month, year)| BirthMonth::new(month, year));
    Ok(Age::parse(&age).and_then(|age| adult_by(age, born, days::day(asked_at))))
}

async fn indexes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    // Each order of the list: of one branch, and of all.
    for order in [&["sort_name", "id"][..], &["district_key", "sort_name", "id"]] {
        manager.create_index(index("memberships", order)).await?;
        let of_branch: Vec<_> = std::iter::once("branch_id").chain(order.iter().copied()).collect();
        manager.create_index(index("memberships", &of_branch)).await?;
    }
    // By when it started; by when it was asked for, while it waits.
    // In words of its own: it is an index of an expression.
    for (name, branch) in [("memberships_since", ""), ("memberships_branch_since", "branch_id, ")] {
        let since = format!(
            "CREATE INDEX {name} ON memberships ({branch}COALESCE(started_at, asked_at), id)"
        );
        manager.get_connection().execute_unprepared(&since).await?;
    }
    // What there is little of is found by itself.
    for (name, little) in [
        ("memberships_waiting", "started_at IS NULL"),
        ("memberships_ended", "ended_at IS NOT NULL"),
        ("memberships_under_18", "adult_by IS NOT NULL"),
        ("memberships_by_hand", "placed = 'chosen'"),
    ] {
        let mut few = index("memberships", &["branch_id", "id"]);
        few.name(name).and_where(check(little));
        manager.create_index(few).await?;
    }
    Ok(())
}
