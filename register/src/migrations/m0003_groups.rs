//! Groups and their two seats.

use sea_orm_migration::prelude::*;

use super::columns::{
    check, goes_with, id, index, integer, keeps, length, moment, number, one_of, text, unique,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        groups(manager).await?;
        seats(manager).await
    }
}

async fn groups(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let groups = Table::create()
        .table("groups")
        .col(id())
        .col(text("kind").not_null())
        .col(text("name").not_null())
        .col(text("name_key").not_null())
        .col(text("website"))
        .col(text("postcode").not_null())
        .col(text("district").not_null())
        .col(text("contact_name").not_null())
        .col(text("contact_email").not_null())
        .col(text("contact_email_key").not_null())
        .col(text("contact_phone"))
        .col(number("branch_id"))
        .col(text("placed"))
        .col(text("number").not_null())
        .col(moment("joined_at").not_null())
        .col(moment("ended_at"))
        .check(one_of("kind", &["user-led", "self-help", "organisation"]))
        .check(length("name", 100))
        .check(length("name_key", 300))
        .check(length("website", 200))
        .check(length("postcode", 9))
        .check(length("district", 9))
        .check(length("contact_name", 100))
        .check(length("contact_email", 254))
        .check(length("contact_email_key", 254))
        .check(length("contact_phone", 16))
        .check(one_of("placed", &["placed", "chosen"]))
        .check(check("(branch_id IS NULL) = (placed IS NULL)"))
        .check(length("number", 32))
        .check(check("ended_at >= joined_at"))
        .foreign_key(&mut keeps("branch_id", "branches"))
        .take();
    manager.create_table(groups).await?;
    manager.create_index(unique("groups", &["number"])).await?;
    // A group is known by its name and whom we write to.
    let mut current = unique("groups", &["name_key", "contact_email_key"]);
    current.name("groups_current").and_where(check("ended_at IS NULL"));
    manager.create_index(current).await?;
    manager.create_index(index("groups", &["branch_id"])).await?;
    manager.create_index(index("groups", &["district"])).await
}

async fn seats(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let seats = Table::create()
        .table("seats")
        .col(id())
        .col(number("group_id").not_null())
        .col(integer("place").not_null())
        .col(text("name").not_null())
        .col(text("email").not_null())
        .col(text("state").not_null())
        .col(moment("declared_at").not_null())
        .col(moment("confirmed_at"))
        // The first and the second seat: with the unique index, at most two (R9).
        .check(check("place IN (1, 2)"))
        .check(length("name", 100))
        .check(length("email", 254))
        .check(one_of("state", &["declared", "confirmed"]))
        .check(check("(state = 'confirmed') = (confirmed_at IS NOT NULL)"))
        .check(check("confirmed_at >= declared_at"))
        .foreign_key(&mut goes_with("group_id", "groups"))
        .take();
    manager.create_table(seats).await?;
    manager.create_index(unique("seats", &["group_id", "place"])).await
}
