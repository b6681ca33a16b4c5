//! Where each membership was placed, and when.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

use super::columns::{
    check, goes_with, id, index, keeps, length, moment, number, one_of, text, unique,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// As far as it is known: each membership where it is now, from when it started.
const FILL: &str = "INSERT INTO placings (membership_id, branch_id, how, from_at, until_at) \
    SELECT id, branch_id, placed, started_at, ended_at FROM memberships \
    WHERE started_at IS NOT NULL";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let placings = Table::create()
            .table("placings")
            .col(id())
            .col(number("membership_id").not_null())
            .col(number("branch_id"))
            .col(text("how"))
            .col(moment("from_at").not_null())
            .col(moment("until_at"))
            // What a committee wrote when it moved somebody, and which account.
            .col(text("why"))
            .col(number("by_account"))
            .check(one_of("how", &["placed", "chosen"]))
            .check(check("(branch_id IS NULL) = (how IS NULL)"))
            .check(check("until_at >= from_at"))
            .check(length("why", 500))
            .foreign_key(&mut goes_with("membership_id", "memberships"))
            .foreign_key(&mut keeps("branch_id", "branches"))
            .take();
        manager.create_table(placings).await?;
        manager.get_connection().execute_unprepared(FILL).await?;
        // A membership is in one place at a time.
        let mut open = unique("placings", &["membership_id"]);
        open.name("placings_open").and_where(check("until_at IS NULL"));
        manager.create_index(open).await?;
        manager.create_index(index("placings", &["membership_id"])).await?;
        manager.create_index(index("placings", &["branch_id"])).await
    }
}
