//! Which class a membership had before it had the one that it has.

use sea_orm_migration::prelude::*;

use super::columns::{check, goes_with, id, index, moment, number, one_of, text};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let class_changes = Table::create()
            .table("class_changes")
            .col(id())
            .col(number("membership_id").not_null())
            .col(text("was").not_null())
            .col(text("became").not_null())
            .col(moment("at").not_null())
            .check(one_of("was", &["full", "associate"]))
            .check(one_of("became", &["full", "associate"]))
            .check(check("was <> became"))
            .foreign_key(&mut goes_with("membership_id", "memberships"))
            .take();
        manager.create_table(class_changes).await?;
        manager.create_index(index("class_changes", &["membership_id"])).await?;
        manager.create_index(index("class_changes", &["at"])).await
    }
}
