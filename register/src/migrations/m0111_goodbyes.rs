//! The letter to somebody who has left. Nothing is known of them any more when it is sent: where it
//! goes is kept for as long as that takes.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

use super::columns::{check, id, index, length, moment, read, text};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// Written out, since a column with a reference is not added to a table on SQLite otherwise.
const GOODBYE: &str = "ALTER TABLE letters ADD COLUMN goodbye_id bigint \
    REFERENCES goodbyes (id) ON DELETE SET NULL \
    CHECK (goodbye_id IS NULL OR kind IN ('left', 'group-left', 'group-gone'))";

/// To somebody who has left; to the contact of a group that has, and to who represented it.
const KINDS: [&str; 3] = ["left", "group-left", "group-gone"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        match manager.get_database_backend() {
            DbBackend::Postgres => about_anything(manager).await?,
            _ => about_anything_made_anew(manager).await?,
        }
        for kind in KINDS {
            let row = Query::insert()
                .into_table("letter_kinds")
                .columns(["kind", "about"])
                .values_panic([kind.into(), "goodbye".into()])
                .take();
            manager.execute(row).await?;
        }
        let goodbyes = Table::create()
            .table("goodbyes")
            .col(id())
            .col(text("name").not_null())
            .col(text("email").not_null())
            // Of a membership that had started.
            .col(text("number"))
            // What a group was called that has left.
            .col(text("group_name"))
            .col(moment("left_at").not_null())
            .check(length("name", 100))
            .check(length("email", 254))
            .check(length("number", 32))
            .check(length("group_name", 100))
            .take();
        manager.create_table(goodbyes).await?;
        manager.get_connection().execute_unprepared(GOODBYE).await?;
        let mut about_it = index("letters", &["goodbye_id"]);
        about_it.and_where(check("goodbye_id IS NOT NULL"));
        manager.create_index(about_it).await
    }
}

/// What letters may be about is not a list any more: migrations alone add kinds, and each reference
/// of a letter says by a check what it is for.
async fn about_anything(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let lists = "SELECT conname::text AS name FROM pg_constraint \
        WHERE conrelid = 'letter_kinds'::regclass AND contype = 'c' \
        AND pg_get_constraintdef(oid) LIKE '%about%'";
    for row in read(manager, lists.to_owned()).await? {
        let name: String = row.try_get_by_index(0)?;
        let drop = format!("ALTER TABLE letter_kinds DROP CONSTRAINT \"{name}\"");
        manager.get_connection().execute_unprepared(&drop).await?;
    }
    let length = "ALTER TABLE letter_kinds ADD CHECK (length(about) BETWEEN 1 AND 40)";
    manager.get_connection().execute_unprepared(length).await?;
    Ok(())
}

/// SQLite cannot change a check: the table is made anew, and the letters that refer to it, whatever
/// columns they have by now, stand aside meanwhile. Nothing refers to them.
async fn about_anything_made_anew(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let kinds = Table::create()
        .table("new_letter_kinds")
        .col(text("kind").not_null().primary_key())
        .col(text("about").not_null())
        .check(length("kind", 40))
        .check(length("about", 40))
        .take();
    manager.create_table(kinds).await?;
    let connection = manager.get_connection();
    for statement in [
        "INSERT INTO new_letter_kinds SELECT kind, about FROM letter_kinds",
        "CREATE TABLE kept_letters AS SELECT * FROM letters",
        "DELETE FROM letters",
        "DROP TABLE letter_kinds",
        "ALTER TABLE new_letter_kinds RENAME TO letter_kinds",
        "CREATE UNIQUE INDEX letter_kinds_kind_about ON letter_kinds (kind, about)",
        "INSERT INTO letters SELECT * FROM kept_letters",
        "DROP TABLE kept_letters",
    ] {
        connection.execute_unprepared(statement).await?;
    }
    Ok(())
}
