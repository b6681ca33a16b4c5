//! People, their memberships, and the guardians who are asked to confirm one.

use sea_orm_migration::prelude::*;

use super::columns::{
    boolean, check, goes_with, id, index, integer, keeps, length, moment, number, one_of, text,
    unique,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        people(manager).await?;
        memberships(manager).await?;
        guardians(manager).await
    }
}

async fn people(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let people = Table::create()
        .table("people")
        .col(id())
        .col(text("name").not_null())
        .col(text("name_key").not_null())
        .col(text("email").not_null())
        .col(text("email_key").not_null())
        .col(text("phone"))
        .col(text("postcode"))
        .col(text("district"))
        .col(text("age").not_null())
        .col(integer("birth_month"))
        .col(integer("birth_year"))
        .col(moment("created_at").not_null())
        .check(length("name", 100))
        // Lower case can be longer than what it is made from.
        .check(length("name_key", 300))
        .check(length("email", 254))
        .check(length("email_key", 254))
        .check(length("phone", 16))
        .check(length("postcode", 9))
        .check(length("district", 9))
        .check(check("(postcode IS NULL) = (district IS NULL)"))
        .check(one_of("age", &["18-or-over", "13-to-17", "12-or-under"]))
        .check(check("birth_month BETWEEN 1 AND 12"))
        .check(check("birth_year BETWEEN 1900 AND 9999"))
        .check(check("(birth_month IS NULL) = (birth_year IS NULL)"))
        // Nobody else is asked for it.
        .check(check("birth_year IS NULL OR age <> '18-or-over'"))
        .take();
    manager.create_table(people).await?;
    // A person is a name with an e-mail address.
    manager.create_index(unique("people", &["email_key", "name_key"])).await?;
    manager.create_index(index("people", &["district"])).await
}

async fn memberships(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let memberships = Table::create()
        .table("memberships")
        .col(id())
        .col(number("person_id").not_null())
        .col(text("class").not_null())
        .col(text("number").not_null())
        .col(moment("asked_at").not_null())
        .col(moment("started_at"))
        .col(moment("ended_at"))
        .col(number("branch_id"))
        .col(text("placed"))
        .check(one_of("class", &["full", "associate"]))
        .check(length("number", 32))
        .check(check("started_at >= asked_at"))
        .check(check("ended_at IS NULL OR started_at IS NOT NULL"))
        .check(check("ended_at >= started_at"))
        .check(one_of("placed", &["placed", "chosen"]))
        .check(check("(branch_id IS NULL) = (placed IS NULL)"))
        .foreign_key(&mut goes_with("person_id", "people"))
        .foreign_key(&mut keeps("branch_id", "branches"))
        .take();
    manager.create_table(memberships).await?;
    manager.create_index(unique("memberships", &["number"])).await?;
    let mut current = unique("memberships", &["person_id"]);
    current.name("memberships_current").and_where(check("ended_at IS NULL"));
    manager.create_index(current).await?;
    manager.create_index(index("memberships", &["person_id"])).await?;
    manager.create_index(index("memberships", &["branch_id"])).await
}

async fn guardians(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let guardians = Table::create()
        .table("guardians")
        .col(id())
        .col(number("membership_id").not_null())
        .col(text("name").not_null())
        .col(text("email").not_null())
        .col(moment("asked_at").not_null())
        .col(moment("confirmed_at"))
        .col(boolean("newsletter"))
        .col(boolean("start_branch"))
        .check(length("name", 100))
        .check(length("email", 254))
        .check(check("confirmed_at >= asked_at"))
        .foreign_key(&mut goes_with("membership_id", "memberships"))
        .take();
    manager.create_table(guardians).await?;
    manager.create_index(unique("guardians", &["membership_id"])).await?;
    let mut waiting = index("guardians", &["asked_at"]);
    waiting.and_where(check("confirmed_at IS NULL"));
    manager.create_index(waiting).await
}
