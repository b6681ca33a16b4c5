//! What somebody is told of what is held about them is found by whose it is.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

use super::columns::{check, index};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// Addresses are compared in lower case, as those of representatives are.
const BY_EMAIL: [&str; 2] = [
    "CREATE INDEX guardians_email_key ON guardians (lower(email))",
    "CREATE INDEX farewells_email_key ON farewells (lower(email))",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Whoever joins has no account: a join writes neither.
        let mut by = index("access_log", &["account_id"]);
        by.and_where(check("account_id IS NOT NULL"));
        manager.create_index(by).await?;
        let mut saved = index("access_log", &["at"]);
        saved.name("access_log_exported").and_where(check("action = 'exported'"));
        manager.create_index(saved).await?;
        manager.create_index(index("roll_entries", &["membership_id"])).await?;
        for by_email in BY_EMAIL {
            manager.get_connection().execute_unprepared(by_email).await?;
        }
        Ok(())
    }
}
