//! Branches and the areas they claim.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use super::columns::{check, goes_with, id, index, length, number, one_of, text, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let lower_case_kebab = match manager.get_database_backend() {
            DbBackend::Postgres => "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'",
            _ => {
                "slug NOT GLOB '*[^a-z0-9-]*' AND slug NOT GLOB '-*' AND slug NOT GLOB '*-' \
                 AND slug NOT GLOB '*--*'"
            }
        };
        let branches = Table::create()
            .table("branches")
            .col(id())
            .col(text("slug").not_null())
            .col(text("name").not_null())
            .col(text("status").not_null())
            .check(length("slug", 60))
            .check(check(lower_case_kebab))
            // A form sends "none" for the choice of no branch.
            .check(check("slug <> 'none'"))
            .check(length("name", 100))
            .check(one_of("status", &["forming", "active", "closed"]))
            .take();
        manager.create_table(branches).await?;
        manager.create_index(unique("branches", &["slug"])).await?;
        manager.create_index(index("branches", &["status", "name"])).await?;

        let areas = Table::create()
            .table("areas")
            .col(id())
            .col(number("branch_id").not_null())
            .col(text("area").not_null())
            .col(text("kind").not_null())
            .check(length("area", 8))
            .check(check("area = upper(area)"))
            .check(one_of("kind", &["postcode-area", "district", "sector"]))
            .foreign_key(&mut goes_with("branch_id", "branches"))
            .take();
        manager.create_table(areas).await?;
        // No two branches claim the same area; one that closes gives its areas up.
        manager.create_index(unique("areas", &["area"])).await?;
        manager.create_index(index("areas", &["branch_id"])).await
    }
}
