//! Branches that are forming may plan the same areas; no two active ones have the same. And what
//! the pages of branches look for.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

use super::columns::{check, id, index, length, number, one_of, text, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

const COPY: &str = "INSERT INTO new_areas (id, branch_id, branch_status, area, kind) \
    SELECT areas.id, branch_id, status, area, kind FROM areas \
    JOIN branches ON branches.id = branch_id";

const LETTERS: [(&str, &str); 4] = [
    ("placed", "membership"),
    ("released", "membership"),
    ("group-placed", "group"),
    ("group-released", "group"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        areas(manager).await?;
        // No two branches of one name, unless one of them is no more.
        let names = "CREATE UNIQUE INDEX branches_name_in_use ON branches (lower(name)) \
                     WHERE status <> 'closed'";
        manager.get_connection().execute_unprepared(names).await?;
        let mut outside = index("memberships", &["district_key", "person_id"]);
        outside
            .name("memberships_outside")
            .and_where(check("branch_id IS NULL"))
            .and_where(check("started_at IS NOT NULL"))
            .and_where(check("ended_at IS NULL"));
        manager.create_index(outside).await?;
        for (kind, about) in LETTERS {
            let row = Query::insert()
                .into_table("letter_kinds")
                .columns(["kind", "about"])
                .values_panic([kind.into(), about.into()])
                .take();
            manager.execute(row).await?;
        }
        Ok(())
    }
}

/// SQLite cannot add a reference of two columns: the table is made anew, under another name until
/// its rows are in it. Nothing refers to it.
async fn areas(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager.create_index(unique("branches", &["id", "status"])).await?;
    let areas = Table::create()
        .table("new_areas")
        .col(id())
        .col(number("branch_id").not_null())
        // Follows the branch's own.
        .col(text("branch_status").not_null())
        .col(text("area").not_null())
        .col(text("kind").not_null())
        .check(length("area", 8))
        .check(check("area = upper(area)"))
        .check(one_of("kind", &["postcode-area", "district", "sector"]))
        .foreign_key(
            ForeignKey::create()
                .from_col("branch_id")
                .from_col("branch_status")
                .to_tbl("branches")
                .to_col("id")
                .to_col("status")
                .on_update(ForeignKeyAction::Cascade)
                .on_delete(ForeignKeyAction::Cascade),
        )
        .take();
    manager.create_table(areas).await?;
    let connection = manager.get_connection();
    connection.execute_unprepared(COPY).await?;
    manager.drop_table(Table::drop().table("areas").take()).await?;
    manager.rename_table(Table::rename().table("new_areas", "areas").take()).await?;
    if manager.get_database_backend() == sea_orm_migration::sea_orm::DbBackend::Postgres {
        // What was copied brought its numbers along.
        let count_on = "SELECT setval(pg_get_serial_sequence('areas', 'id'), \
                        (SELECT coalesce(max(id), 0) + 1 FROM areas), false)";
        connection.execute_unprepared(count_on).await?;
    }
    let mut active = unique("areas", &["area"]);
    active.name("areas_active").and_where(check("branch_status = 'active'"));
    manager.create_index(active).await?;
    manager.create_index(index("areas", &["area"])).await?;
    manager.create_index(unique("areas", &["branch_id", "area"])).await
}
