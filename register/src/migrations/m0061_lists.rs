//! Lists of members that branches bring along: kept for a while until they are imported, and what
//! was imported from them.

use sea_orm_migration::prelude::*;

use super::columns::{
    check, goes_with, id, index, integer, keeps, length, moment, number, text, unique,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        lists(manager).await?;
        imports(manager).await?;
        let letter = Query::insert()
            .into_table("letter_kinds")
            .columns(["kind", "about"])
            .values_panic(["added".into(), "membership".into()])
            .take();
        manager.execute(letter).await
    }
}

async fn lists(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let lists = Table::create()
        .table("lists")
        .col(id())
        .col(text("key").not_null())
        .col(number("branch_id").not_null())
        .col(number("account_id").not_null())
        .col(moment("kept_at").not_null())
        // While a server imports it; a server that was stopped does no longer.
        .col(moment("busy_until"))
        .col(text("rows").not_null())
        .check(length("key", 100))
        .check(check("busy_until > kept_at"))
        .foreign_key(&mut keeps("branch_id", "branches"))
        .foreign_key(&mut goes_with("account_id", "accounts"))
        .take();
    manager.create_table(lists).await?;
    manager.create_index(unique("lists", &["key"])).await?;
    // Another list of the same people takes the place of the one before.
    manager.create_index(unique("lists", &["account_id", "branch_id"])).await?;
    manager.create_index(index("lists", &["branch_id"])).await?;
    manager.create_index(index("lists", &["kept_at"])).await
}

async fn imports(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let imports = Table::create()
        .table("imports")
        .col(id())
        .col(text("key").not_null())
        .col(number("branch_id").not_null())
        // An account, as a number: an import does not go with whoever made it.
        .col(number("by_account").not_null())
        .col(moment("at").not_null())
        .col(integer("people").not_null())
        .check(length("key", 100))
        .check(check("people >= 0"))
        .foreign_key(&mut keeps("branch_id", "branches"))
        .take();
    manager.create_table(imports).await?;
    manager.create_index(unique("imports", &["key"])).await?;
    manager.create_index(index("imports", &["branch_id"])).await?;
    // From which import a membership came, if it did.
    let came_from = number("import_id").extra("REFERENCES imports (id) ON DELETE RESTRICT").take();
    let column = Table::alter().table("memberships").add_column(came_from).take();
    manager.alter_table(column).await?;
    let mut imported = index("memberships", &["import_id"]);
    imported.and_where(check("import_id IS NOT NULL"));
    manager.create_index(imported).await
}
