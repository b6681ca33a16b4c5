//! The postcode directory: editions, the postcodes of each sector, and the local authorities.

use sea_orm_migration::prelude::*;

use super::columns::{
    by_bytes, check, goes_with, id, index, length, moment, number, one_of, text, unique,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let backend = manager.get_database_backend();
        let editions = Table::create()
            .table("postcode_editions")
            .col(id())
            .col(text("name").not_null())
            // One that is being filled is not looked at; one that was is on its way out.
            .col(text("state").not_null())
            .col(number("postcodes").not_null())
            .col(moment("loaded_at").not_null())
            .check(length("name", 100))
            .check(one_of("state", &["filling", "current", "old"]))
            .check(check("postcodes > 0"))
            .take();
        manager.create_table(editions).await?;
        manager.create_index(index("postcode_editions", &["state"])).await?;
        let mut current = unique("postcode_editions", &["state"]);
        current.name("postcode_editions_current").and_where(check("state = 'current'"));
        manager.create_index(current).await?;

        let sectors = Table::create()
            .table("postcode_sectors")
            .col(id())
            .col(number("edition_id").not_null())
            .col(by_bytes(text("sector").not_null().take(), backend))
            // The ends of the postcodes by local authority: `E06000023:AAAB :AC`.
            .col(text("units").not_null())
            .check(length("sector", 6))
            .check(length("units", 10_000))
            .foreign_key(&mut goes_with("edition_id", "postcode_editions"))
            .take();
        manager.create_table(sectors).await?;
        manager.create_index(unique("postcode_sectors", &["edition_id", "sector"])).await?;

        let authorities = Table::create()
            .table("local_authorities")
            .col(id())
            .col(number("edition_id").not_null())
            .col(by_bytes(text("code").not_null().take(), backend))
            .col(text("name").not_null())
            // Of which districts it has something: `BS1 BS2`.
            .col(text("districts").not_null())
            .check(check("length(code) = 9"))
            .check(length("name", 100))
            .check(length("districts", 20_000))
            .foreign_key(&mut goes_with("edition_id", "postcode_editions"))
            .take();
        manager.create_table(authorities).await?;
        manager.create_index(unique("local_authorities", &["edition_id", "code"])).await
    }
}
