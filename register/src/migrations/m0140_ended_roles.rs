//! Roles that have ended are erased when their time is over, and found by when they ended.

use sea_orm_migration::prelude::*;

use super::columns::{check, index};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut ended = index("roles", &["withdrawn_at"]);
        ended.and_where(check("withdrawn_at IS NOT NULL"));
        manager.create_index(ended).await
    }
}
