//! What is erased when its time is over is found by when that began.

use sea_orm_migration::prelude::*;

use super::columns::{check, index};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [("letters", "sent_at"), ("recovery_codes", "used_at")] {
            let mut over = index(table, &[column]);
            over.and_where(check(format!("{column} IS NOT NULL")));
            manager.create_index(over).await?;
        }
        Ok(())
    }
}
