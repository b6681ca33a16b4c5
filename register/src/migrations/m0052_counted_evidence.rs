//! Counters count evidence that waits to be judged, too.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

use super::columns::{check, id, keeps, number, one_of, text, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

const FILL: &str = "INSERT INTO new_counters (branch_id, kind, members, changes) \
    SELECT branch_id, kind, members, changes FROM counters";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite cannot change a check: the table is made anew, under another name until its rows
        // are in it. Nothing refers to it.
        let counters = Table::create()
            .table("new_counters")
            .col(id())
            .col(number("branch_id"))
            .col(text("kind").not_null())
            .col(number("members").not_null())
            .col(number("changes").not_null())
            .check(one_of(
                "kind",
                &["full", "associate", "group", "waiting", "declared", "confirmed", "supplied"],
            ))
            .check(check("members >= 0"))
            .check(check("changes >= 1"))
            .foreign_key(&mut keeps("branch_id", "branches"))
            .take();
        manager.create_table(counters).await?;
        manager.get_connection().execute_unprepared(FILL).await?;
        manager.drop_table(Table::drop().table("counters").take()).await?;
        manager.rename_table(Table::rename().table("new_counters", "counters").take()).await?;
        // Two indexes, since an index does not tell two absent branches to be the same.
        let mut of_branch = unique("counters", &["branch_id", "kind"]);
        of_branch.and_where(check("branch_id IS NOT NULL"));
        manager.create_index(of_branch).await?;
        let mut of_none = unique("counters", &["kind"]);
        of_none.name("counters_no_branch_kind").and_where(check("branch_id IS NULL"));
        manager.create_index(of_none).await
    }
}
