//! Rolls that were frozen: who was on them by membership number and class, and no names.

use sea_orm_migration::prelude::*;

use super::columns::{
    check, goes_with, hash, id, index, integer, keeps, length, moment, number, one_of, text, unique,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let rolls = Table::create()
            .table("rolls")
            .col(id())
            .col(number("branch_id").not_null())
            .col(ColumnDef::new("day").date().not_null())
            .col(moment("frozen_at").not_null())
            // An account, as a number: a roll does not go with whoever froze it.
            .col(number("by_account").not_null())
            .col(hash("hash"))
            .foreign_key(&mut keeps("branch_id", "branches"))
            .take();
        manager.create_table(rolls).await?;
        manager.create_index(index("rolls", &["branch_id", "id"])).await?;

        let entries = Table::create()
            .table("roll_entries")
            .col(id())
            .col(number("roll_id").not_null())
            .col(integer("place").not_null())
            // The membership, as a number that is never given again: the entry outlives it.
            .col(number("membership_id").not_null())
            .col(text("number").not_null())
            .col(text("class").not_null())
            .check(check("place >= 1"))
            .check(length("number", 32))
            .check(one_of("class", &["full", "associate"]))
            .foreign_key(&mut goes_with("roll_id", "rolls"))
            .take();
        manager.create_table(entries).await?;
        manager.create_index(unique("roll_entries", &["roll_id", "place"])).await?;
        manager.create_index(unique("roll_entries", &["roll_id", "membership_id"])).await
    }
}
