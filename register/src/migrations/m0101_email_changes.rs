//! E-mail addresses that members change: what waits to be confirmed at the new one, and what can be
//! taken back from the old one; with the links of both, and the letters that bring them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

use super::columns::{
    check, goes_with, hash, id, index, length, moment, number, one_of, text, unique,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

const KINDS: [&str; 2] = ["email-new", "email-old"];

/// Written out, since a column with a reference is not added to a table on SQLite otherwise. That a
/// letter was sent is known for longer than what it was about.
const CHANGE: &str = "ALTER TABLE letters ADD COLUMN email_change_id bigint \
    REFERENCES email_changes (id) ON DELETE SET NULL \
    CHECK (email_change_id IS NULL OR kind IN ('email-new', 'email-old'))";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for kind in KINDS {
            let row = Query::insert()
                .into_table("letter_kinds")
                .columns(["kind", "about"])
                .values_panic([kind.into(), "membership".into()])
                .take();
            manager.execute(row).await?;
        }
        changes(manager).await?;
        links(manager).await?;
        manager.get_connection().execute_unprepared(CHANGE).await?;
        let mut about_it = index("letters", &["email_change_id"]);
        about_it.and_where(check("email_change_id IS NOT NULL"));
        manager.create_index(about_it).await
    }
}

async fn changes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let changes = Table::create()
        .table("email_changes")
        .col(id())
        .col(number("person_id").not_null())
        .col(text("email").not_null())
        .col(text("email_key").not_null())
        .col(text("old_email").not_null())
        .col(text("old_email_key").not_null())
        .col(moment("asked_at").not_null())
        .col(moment("confirmed_at"))
        .col(moment("reverted_at"))
        .check(length("email", 254))
        .check(length("email_key", 254))
        .check(length("old_email", 254))
        .check(length("old_email_key", 254))
        .check(check("email_key <> old_email_key"))
        .check(check("confirmed_at >= asked_at"))
        .check(check("reverted_at IS NULL OR confirmed_at IS NOT NULL"))
        .check(check("reverted_at >= confirmed_at"))
        .foreign_key(&mut goes_with("person_id", "people"))
        .take();
    manager.create_table(changes).await?;
    // One at a time waits.
    let mut waiting = unique("email_changes", &["person_id"]);
    waiting.name("email_changes_waiting").and_where(check("confirmed_at IS NULL"));
    manager.create_index(waiting).await?;
    manager.create_index(index("email_changes", &["person_id"])).await?;
    manager.create_index(index("email_changes", &["asked_at"])).await
}

async fn links(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let links = Table::create()
        .table("email_links")
        .col(id())
        .col(hash("token_hash"))
        .col(number("change_id").not_null())
        .col(text("side").not_null())
        .col(moment("created_at").not_null())
        .check(one_of("side", &["new", "old"]))
        .foreign_key(&mut goes_with("change_id", "email_changes"))
        .take();
    manager.create_table(links).await?;
    manager.create_index(unique("email_links", &["token_hash"])).await?;
    manager.create_index(index("email_links", &["change_id"])).await
}
