//! What was supplied as evidence can be erased while that it was accepted stays.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use super::columns::{
    check, goes_with, id, index, integer, length, moment, number, one_of, text, unique,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// What has been taken over of either table.
const EVIDENCE: &str = "id, seat_id, round, state, asked_at, asked_by, due_on, supplied_at, text, \
    file_key, judged_at, judged_by, why";
const FILES: &str = "id, evidence_id, key, kind, name, size, bytes";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite cannot change a check: the tables are made anew, under other names until their
        // rows are in them. The files' comes along, since its rows go with those of the other.
        evidence(manager).await?;
        files(manager).await?;
        for (table, new, columns) in [
            ("evidence", "new_evidence", EVIDENCE),
            ("evidence_files", "new_evidence_files", FILES),
        ] {
            copy(manager, table, new, columns).await?;
        }
        for table in ["evidence_files", "evidence"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        for (new, table) in [("new_evidence", "evidence"), ("new_evidence_files", "evidence_files")]
        {
            manager.rename_table(Table::rename().table(new, table).take()).await?;
        }
        indexes(manager).await
    }
}

async fn evidence(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let evidence = Table::create()
        .table("new_evidence")
        .col(id())
        .col(number("seat_id").not_null())
        .col(integer("round").not_null())
        .col(text("state").not_null())
        .col(moment("asked_at").not_null())
        // Accounts, as numbers: a round does not go with whoever asked or judged.
        .col(number("asked_by").not_null())
        .col(ColumnDef::new("due_on").date().not_null())
        .col(moment("supplied_at"))
        .col(text("text"))
        .col(text("file_key"))
        .col(moment("judged_at"))
        .col(number("judged_by"))
        .col(text("why"))
        .col(moment("erased_at"))
        .check(check("round >= 1"))
        .check(one_of("state", &["requested", "supplied", "accepted", "queried"]))
        .check(check("(state = 'requested') = (supplied_at IS NULL)"))
        .check(check(
            "(supplied_at IS NOT NULL AND erased_at IS NULL) = \
             (text IS NOT NULL OR file_key IS NOT NULL)",
        ))
        .check(check("(state IN ('accepted', 'queried')) = (judged_at IS NOT NULL)"))
        .check(check("(judged_at IS NULL) = (judged_by IS NULL)"))
        .check(check("state = 'queried' OR why IS NULL"))
        .check(check("state <> 'queried' OR why IS NOT NULL OR erased_at IS NOT NULL"))
        .check(check("supplied_at >= asked_at"))
        .check(check("judged_at >= supplied_at"))
        // What nobody has judged is not erased.
        .check(check("erased_at IS NULL OR judged_at IS NOT NULL"))
        .check(check("erased_at >= judged_at"))
        .check(length("text", 10_000))
        .check(length("file_key", 64))
        .check(length("why", 1000))
        .foreign_key(&mut goes_with("seat_id", "seats"))
        .take();
    manager.create_table(evidence).await
}

async fn files(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let files = Table::create()
        .table("new_evidence_files")
        .col(id())
        .col(number("evidence_id").not_null())
        .col(text("key").not_null())
        .col(text("kind").not_null())
        .col(text("name").not_null())
        .col(integer("size").not_null())
        .col(ColumnDef::new("bytes").blob().not_null())
        .check(length("key", 64))
        .check(one_of("kind", &["pdf", "png", "jpeg"]))
        .check(length("name", 100))
        .check(check("size BETWEEN 1 AND 10485760"))
        .check(check("size = length(bytes)"))
        .foreign_key(&mut goes_with("evidence_id", "new_evidence"))
        .take();
    manager.create_table(files).await
}

/// Takes every row over, and goes on counting where the old table was.
async fn copy(
    manager: &SchemaManager<'_>,
    table: &str,
    new: &str,
    columns: &str,
) -> Result<(), DbErr> {
    let mut statements =
        vec![format!("INSERT INTO {new} ({columns}) SELECT {columns} FROM {table}")];
    match manager.get_database_backend() {
        DbBackend::Postgres => statements.push(format!(
            "SELECT setval(pg_get_serial_sequence('{new}', 'id'), \
             nextval(pg_get_serial_sequence('{table}', 'id')), false)"
        )),
        _ => statements.extend([
            format!("DELETE FROM sqlite_sequence WHERE name = '{new}'"),
            format!(
                "INSERT INTO sqlite_sequence (name, seq) \
                 SELECT '{new}', seq FROM sqlite_sequence WHERE name = '{table}'"
            ),
        ]),
    }
    for statement in statements {
        manager.get_connection().execute_unprepared(&statement).await?;
    }
    Ok(())
}

async fn indexes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager.create_index(unique("evidence", &["seat_id", "round"])).await?;
    // Nobody is asked twice at a time, and nothing is asked once it was accepted.
    let mut last = unique("evidence", &["seat_id"]);
    last.name("evidence_last").and_where(check("state <> 'queried'"));
    manager.create_index(last).await?;
    let mut waits = index("evidence", &["seat_id"]);
    waits.name("evidence_waits").and_where(check("state = 'supplied'"));
    manager.create_index(waits).await?;
    let mut kept = index("evidence", &["judged_at"]);
    kept.and_where(check("erased_at IS NULL"));
    manager.create_index(kept).await?;
    manager.create_index(unique("evidence_files", &["evidence_id"])).await?;
    manager.create_index(unique("evidence_files", &["key"])).await
}
