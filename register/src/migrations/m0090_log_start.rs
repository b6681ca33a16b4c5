//! Where the access log begins, once its oldest entries were erased: the head of what was.

use sea_orm_migration::prelude::*;

use super::columns::{check, hash, moment, number};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let log_start = Table::create()
            .table("log_start")
            // There is one beginning.
            .col(ColumnDef::new("id").integer().not_null().primary_key().check(check("id = 1")))
            .col(number("sealed").not_null())
            .col(hash("hash"))
            .col(moment("until_at").not_null())
            .col(moment("cut_at").not_null())
            .check(check("sealed >= 1"))
            .check(check("cut_at >= until_at"))
            .take();
        manager.create_table(log_start).await
    }
}
