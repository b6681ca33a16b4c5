//! Letters about evidence; and what the letter to a representative who was replaced needs, until it
//! is sent: their seat is somebody else's by then.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

use super::columns::{check, goes_with, id, index, length, number, text};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

const KINDS: [(&str, &str); 5] = [
    ("evidence-asked", "seat"),
    ("evidence-received", "seat"),
    ("evidence-accepted", "seat"),
    ("evidence-queried", "seat"),
    ("seat-replaced", "group"),
];

/// Written out, since a column with a reference is not added to a table on SQLite otherwise.
const FAREWELL: &str = "ALTER TABLE letters ADD COLUMN farewell_id bigint \
    REFERENCES farewells (id) ON DELETE SET NULL \
    CHECK (farewell_id IS NULL OR kind = 'seat-replaced')";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (kind, about) in KINDS {
            let row = Query::insert()
                .into_table("letter_kinds")
                .columns(["kind", "about"])
                .values_panic([kind.into(), about.into()])
                .take();
            manager.execute(row).await?;
        }
        let farewells = Table::create()
            .table("farewells")
            .col(id())
            .col(number("group_id").not_null())
            .col(text("name").not_null())
            .col(text("email").not_null())
            .check(length("name", 100))
            .check(length("email", 254))
            .foreign_key(&mut goes_with("group_id", "groups"))
            .take();
        manager.create_table(farewells).await?;
        manager.create_index(index("farewells", &["group_id"])).await?;
        manager.get_connection().execute_unprepared(FAREWELL).await?;
        let mut about_it = index("letters", &["farewell_id"]);
        about_it.and_where(check("farewell_id IS NOT NULL"));
        manager.create_index(about_it).await
    }
}
