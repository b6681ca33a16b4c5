//! The letter to the contact of a group, one of whose representatives has stopped; and what the
//! letters to whoever represents a group no more, or whose membership has ended, say of how that
//! came.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// Written out, since a column with a check is not added to a table on SQLite otherwise. Whoever
/// has left before has left by themselves.
const HOW: &str = "ALTER TABLE goodbyes ADD COLUMN how text NOT NULL DEFAULT 'themselves' \
    CHECK (how IN ('themselves', 'guardian-withdrew', 'withdrew'))";

/// Whoever is no more in their seat was replaced so far.
const REMOVED: &str = "ALTER TABLE farewells ADD COLUMN removed boolean NOT NULL DEFAULT false";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let vacant = Query::insert()
            .into_table("letter_kinds")
            .columns(["kind", "about"])
            .values_panic(["seat-vacant".into(), "group".into()])
            .take();
        manager.execute(vacant).await?;
        manager.get_connection().execute_unprepared(HOW).await?;
        manager.get_connection().execute_unprepared(REMOVED).await?;
        Ok(())
    }
}
