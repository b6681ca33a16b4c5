//! The letter to whoever comes of age; and how those are found who will.

use sea_orm_migration::prelude::*;

use super::columns::{check, index};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let kind = Query::insert()
            .into_table("letter_kinds")
            .columns(["kind", "about"])
            .values_panic(["of-age".into(), "membership".into()])
            .take();
        manager.execute(kind).await?;
        let mut young = index("people", &["birth_year"]);
        young.and_where(check("birth_year IS NOT NULL"));
        manager.create_index(young).await
    }
}
