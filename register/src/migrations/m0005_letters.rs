//! The outbox, and the links that its letters carry.

use sea_orm_migration::prelude::*;

use super::columns::{
    check, goes_with, hash, id, index, integer, length, moment, number, one_of, text, unique,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// What a letter of each kind is about, and about nothing else.
const ABOUT: &str = "CASE \
    WHEN kind IN ('welcome', 'already-a-member') THEN membership_id IS NOT NULL \
        AND guardian_id IS NULL AND group_id IS NULL AND seat_id IS NULL \
    WHEN kind = 'guardian' THEN guardian_id IS NOT NULL \
        AND membership_id IS NULL AND group_id IS NULL AND seat_id IS NULL \
    WHEN kind IN ('group-welcome', 'group-already') THEN group_id IS NOT NULL \
        AND membership_id IS NULL AND guardian_id IS NULL AND seat_id IS NULL \
    ELSE seat_id IS NOT NULL \
        AND membership_id IS NULL AND guardian_id IS NULL AND group_id IS NULL END";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        letters(manager).await?;
        links(manager).await
    }
}

async fn letters(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let kinds = [
        "welcome",
        "already-a-member",
        "guardian",
        "group-welcome",
        "group-already",
        "representative",
    ];
    let letters = Table::create()
        .table("letters")
        .col(id())
        .col(text("kind").not_null())
        .col(number("membership_id"))
        .col(number("guardian_id"))
        .col(number("group_id"))
        .col(number("seat_id"))
        .col(text("state").not_null())
        .col(integer("attempts").not_null())
        .col(moment("created_at").not_null())
        .col(moment("next_attempt_at").not_null())
        .col(moment("sent_at"))
        .col(moment("given_up_at"))
        .col(text("last_problem"))
        .check(one_of("kind", &kinds))
        .check(check(ABOUT))
        .check(one_of("state", &["waiting", "sent", "given-up"]))
        .check(check("(state = 'sent') = (sent_at IS NOT NULL)"))
        .check(check("(state = 'given-up') = (given_up_at IS NOT NULL)"))
        .check(check("attempts >= 0"))
        // A class of problem, too short to hold what a mail server said.
        .check(length("last_problem", 20))
        .foreign_key(&mut goes_with("membership_id", "memberships"))
        .foreign_key(&mut goes_with("guardian_id", "guardians"))
        .foreign_key(&mut goes_with("group_id", "groups"))
        .foreign_key(&mut goes_with("seat_id", "seats"))
        .take();
    manager.create_table(letters).await?;
    let mut due = index("letters", &["next_attempt_at", "id"]);
    due.name("letters_due").and_where(check("state = 'waiting'"));
    manager.create_index(due).await?;
    let mut given_up = index("letters", &["given_up_at"]);
    given_up.and_where(check("state = 'given-up'"));
    manager.create_index(given_up).await?;
    for about in ["membership_id", "guardian_id", "group_id", "seat_id"] {
        let mut about_it = index("letters", &[about]);
        about_it.and_where(check(format!("{about} IS NOT NULL")));
        manager.create_index(about_it).await?;
    }
    Ok(())
}

async fn links(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let links = Table::create()
        .table("links")
        .col(id())
        .col(hash("token_hash"))
        .col(number("guardian_id"))
        .col(number("seat_id"))
        .col(moment("created_at").not_null())
        .check(check("(guardian_id IS NULL) <> (seat_id IS NULL)"))
        .foreign_key(&mut goes_with("guardian_id", "guardians"))
        .foreign_key(&mut goes_with("seat_id", "seats"))
        .take();
    manager.create_table(links).await?;
    manager.create_index(unique("links", &["token_hash"])).await?;
    manager.create_index(index("links", &["guardian_id"])).await?;
    manager.create_index(index("links", &["seat_id"])).await
}
