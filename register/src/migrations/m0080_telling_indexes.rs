//! SQLite takes the index of a branch's members for as good a beginning as that of the few who
//! ended: without it, it begins with the few. Each order of the list has the branch first, too.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

use super::columns::{check, index};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for dropped in ["memberships_branch_id", "memberships_under_18"] {
            let drop = format!("DROP INDEX {dropped}");
            manager.get_connection().execute_unprepared(&drop).await?;
        }
        // With the day, so that those who have grown up meanwhile are not read.
        let mut under_18 = index("memberships", &["branch_id", "adult_by", "id"]);
        under_18.name("memberships_under_18").and_where(check("adult_by IS NOT NULL"));
        manager.create_index(under_18).await
    }
}
