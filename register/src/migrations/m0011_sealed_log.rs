//! The access log says which account did it, about which role, and how many rows left; and it is
//! sealed by a chain of hashes.

use sea_orm_migration::prelude::*;

use super::columns::{check, index, integer, number, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// A column has one check when it is added.
const SEALED: &str = "length(hash) = 32 AND (hash IS NULL) = (seq IS NULL)";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            number("account_id"),
            number("role_id"),
            integer("how_many").check(check("how_many >= 0")).take(),
            number("seq").check(check("seq >= 1")).take(),
            ColumnDef::new("hash").blob().check(check(SEALED)).take(),
        ] {
            let add = Table::alter().table("access_log").add_column(column).take();
            manager.alter_table(add).await?;
        }
        manager.create_index(unique("access_log", &["seq"])).await?;
        let mut unsealed = index("access_log", &["id"]);
        unsealed.name("access_log_unsealed").and_where(check("seq IS NULL"));
        manager.create_index(unsealed).await
    }
}
