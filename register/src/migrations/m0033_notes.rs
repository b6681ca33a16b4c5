//! What committees note about members.

use sea_orm_migration::prelude::*;

use super::columns::{check, goes_with, id, index, integer, length, moment, number, text};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let notes = Table::create()
            .table("notes")
            .col(id())
            .col(number("person_id").not_null())
            // An account, as a number: a note does not go with its author.
            .col(number("author_account").not_null())
            .col(text("text").not_null())
            .col(moment("written_at").not_null())
            .col(moment("edited_at"))
            .col(integer("version").not_null())
            .check(length("text", 4000))
            .check(check("edited_at >= written_at"))
            .check(check("version >= 1"))
            .check(check("(version = 1) = (edited_at IS NULL)"))
            .foreign_key(&mut goes_with("person_id", "people"))
            .take();
        manager.create_table(notes).await?;
        manager.create_index(index("notes", &["person_id"])).await
    }
}
