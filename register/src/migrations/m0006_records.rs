//! What is kept besides: the access log, the counters, and what each submission led to.

use sea_orm_migration::prelude::*;

use super::columns::{
    boolean, check, goes_with, hash, id, index, integer, keeps, length, moment, number, one_of,
    text, unique,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        access_log(manager).await?;
        counters(manager).await?;
        submissions(manager).await
    }
}

async fn access_log(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let access_log = Table::create()
        .table("access_log")
        .col(id())
        .col(moment("at").not_null())
        .col(text("actor").not_null())
        .col(text("action").not_null())
        .col(number("person_id"))
        .col(number("group_id"))
        .col(number("branch_id"))
        .check(length("actor", 40))
        .check(length("action", 40))
        .take();
    manager.create_table(access_log).await?;
    manager.create_index(index("access_log", &["person_id"])).await?;
    manager.create_index(index("access_log", &["group_id"])).await?;
    manager.create_index(index("access_log", &["branch_id"])).await
}

async fn counters(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let counters = Table::create()
        .table("counters")
        .col(id())
        .col(number("branch_id"))
        .col(text("kind").not_null())
        .col(number("members").not_null())
        .check(one_of("kind", &["full", "associate", "group"]))
        .check(check("members >= 0"))
        .foreign_key(&mut keeps("branch_id", "branches"))
        .take();
    manager.create_table(counters).await?;
    // Two indexes, since an index does not tell two absent branches to be the same.
    let mut of_branch = unique("counters", &["branch_id", "kind"]);
    of_branch.and_where(check("branch_id IS NOT NULL"));
    manager.create_index(of_branch).await?;
    let mut of_none = unique("counters", &["kind"]);
    of_none.name("counters_no_branch_kind").and_where(check("branch_id IS NULL"));
    manager.create_index(of_none).await
}

async fn submissions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let led_to = ["full", "associate", "user-led", "self-help", "organisation"];
    let submissions = Table::create()
        .table("submissions")
        .col(id())
        .col(hash("key_hash"))
        .col(text("reference").not_null())
        .col(text("led_to").not_null())
        .col(integer("representatives").not_null())
        .col(text("place").not_null())
        .col(boolean("help_offered"))
        .col(number("branch_id"))
        // Empty only while the join that brought it is being done.
        .col(number("person_id"))
        .col(number("group_id"))
        .col(boolean("guardian"))
        .col(moment("at").not_null())
        .check(length("reference", 32))
        .check(one_of("led_to", &led_to))
        .check(check("representatives BETWEEN 0 AND 2"))
        .check(one_of("place", &["placed", "chosen", "chosen-closed", "outside", "none"]))
        .check(check("(branch_id IS NOT NULL) = (place IN ('placed', 'chosen'))"))
        .check(check("person_id IS NULL OR group_id IS NULL"))
        .foreign_key(&mut keeps("branch_id", "branches"))
        .foreign_key(&mut goes_with("person_id", "people"))
        .foreign_key(&mut goes_with("group_id", "groups"))
        .take();
    manager.create_table(submissions).await?;
    manager.create_index(unique("submissions", &["key_hash"])).await?;
    manager.create_index(unique("submissions", &["reference"])).await?;
    manager.create_index(index("submissions", &["branch_id"])).await?;
    for whose in ["person_id", "group_id"] {
        let mut of_whom = index("submissions", &[whose]);
        of_whom.and_where(check(format!("{whose} IS NOT NULL")));
        manager.create_index(of_whom).await?;
    }
    Ok(())
}
