//! Changes of an address are told to whoever has either of the two, and found by that.

use sea_orm_migration::prelude::*;

use super::columns::index;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for key in ["email_key", "old_email_key"] {
            manager.create_index(index("email_changes", &[key])).await?;
        }
        Ok(())
    }
}
