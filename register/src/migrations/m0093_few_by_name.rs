//! What there is little of in a branch is listed by name: its index has it in that order, so that a
//! page is read and no more.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

use super::columns::{check, index};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, little) in [
            ("memberships_waiting", "started_at IS NULL"),
            ("memberships_ended", "ended_at IS NOT NULL"),
            ("memberships_by_hand", "placed = 'chosen'"),
        ] {
            let drop = format!("DROP INDEX {name}");
            manager.get_connection().execute_unprepared(&drop).await?;
            let mut few = index("memberships", &["branch_id", "sort_name", "id"]);
            few.name(name).and_where(check(little));
            manager.create_index(few).await?;
        }
        Ok(())
    }
}
