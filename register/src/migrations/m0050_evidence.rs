//! Evidence of how representatives were chosen: rounds of asking for it, supplying and judging it.
//! A file is in a table of its own under a random key; all of it goes with the representative.

use sea_orm_migration::prelude::*;

use super::columns::{
    check, goes_with, id, index, integer, length, moment, number, one_of, text, unique,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        evidence(manager).await?;
        files(manager).await?;
        let version = ColumnDef::new("version")
            .integer()
            .not_null()
            .default(1)
            .check(check("version >= 1"))
            .take();
        let add = Table::alter().table("groups").add_column(version).take();
        manager.alter_table(add).await?;
        // The order in which a branch lists its groups.
        let mut listed = index("groups", &["branch_id", "name_key", "id"]);
        listed.name("groups_listed").and_where(check("ended_at IS NULL"));
        manager.create_index(listed).await
    }
}

async fn evidence(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let evidence = Table::create()
        .table("evidence")
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
        .check(check("round >= 1"))
        .check(one_of("state", &["requested", "supplied", "accepted", "queried"]))
        .check(check("(state = 'requested') = (supplied_at IS NULL)"))
        .check(check("(supplied_at IS NOT NULL) = (text IS NOT NULL OR file_key IS NOT NULL)"))
        .check(check("(state IN ('accepted', 'queried')) = (judged_at IS NOT NULL)"))
        .check(check("(judged_at IS NULL) = (judged_by IS NULL)"))
        .check(check("(state = 'queried') = (why IS NOT NULL)"))
        .check(check("supplied_at >= asked_at"))
        .check(check("judged_at >= supplied_at"))
        .check(length("text", 10_000))
        .check(length("file_key", 64))
        .check(length("why", 1000))
        .foreign_key(&mut goes_with("seat_id", "seats"))
        .take();
    manager.create_table(evidence).await?;
    manager.create_index(unique("evidence", &["seat_id", "round"])).await?;
    // Nobody is asked twice at a time, and nothing is asked once it was accepted.
    let mut last = unique("evidence", &["seat_id"]);
    last.name("evidence_last").and_where(check("state <> 'queried'"));
    manager.create_index(last).await?;
    let mut waits = index("evidence", &["seat_id"]);
    waits.name("evidence_waits").and_where(check("state = 'supplied'"));
    manager.create_index(waits).await
}

async fn files(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let files = Table::create()
        .table("evidence_files")
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
        .foreign_key(&mut goes_with("evidence_id", "evidence"))
        .take();
    manager.create_table(files).await?;
    manager.create_index(unique("evidence_files", &["evidence_id"])).await?;
    manager.create_index(unique("evidence_files", &["key"])).await
}
