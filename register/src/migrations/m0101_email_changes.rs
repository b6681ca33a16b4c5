//! E-mail addresses that members and the contacts of groups change: what waits to be confirmed at the new one, and what can be
//! taken back from the old one; with the links of both, and the letters that bring them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

use super::columns::{
    check, goes_with, hash, id, index, length, moment, number, one_of, text, unique,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

const KINDS: [(&str, &str); 4] = [
    ("email-new", "membership"),
    ("email-old", "membership"),
    ("contact-new", "group"),
    ("contact-old", "group"),
];

/// Written out, since a column with a reference is not added to a table on SQLite otherwise. That a
/// letter was sent is known for longer than what it was about.
const CHANGE: &str = "ALTER TABLE letters ADD COLUMN email_change_id bigint \
    REFERENCES email_changes (id) ON DELETE SET NULL \
    CHECK (email_change_id IS NULL \
        OR kind IN ('email-new', 'email-old', 'contact-new', 'contact-old'))";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (kind, about) in KINDS {
            let row = Query::insert()
                .into_table("letter_kinds")
                .columns(["kind", "about"])
                .values_panic([kind.into(), about.into()])
                .take();
            manager.execute(row).await?;
        }
        changes(manager).await?;
        links(manager).await?;
        manager.get_connection().execute_unprepared(CHANGE).await?;
        let mut about_it = index("letters", &["email_change_id"]);
        about_it.and_where(check("email_change_id IS NOT NULL"));
        manager.create_index(about_it).await
    }
}

async fn changes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let changes = Table::create()
        .table("email_changes")
        .col(id())
        // Of a member, or of the contact of a group.
        .col(number("person_id"))
        .col(number("group_id"))
        // Who is to be the contact, and who was.
        .col(text("name"))
        .col(text("old_name"))
        .col(text("email").not_null())
        .col(text("email_key").not_null())
        .col(text("old_email").not_null())
        .col(text("old_email_key").not_null())
        .col(moment("asked_at").not_null())
        .col(moment("confirmed_at"))
        .col(moment("reverted_at"))
        .check(check("(person_id IS NULL) <> (group_id IS NULL)"))
        .check(check("(group_id IS NULL) = (name IS NULL)"))
        .check(check("(group_id IS NULL) = (old_name IS NULL)"))
        .check(length("name", 100))
        .check(length("old_name", 100))
        .check(length("email", 254))
        .check(length("email_key", 254))
        .check(length("old_email", 254))
        .check(length("old_email_key", 254))
        .check(check("email_key <> old_email_key"))
        .check(check("confirmed_at >= asked_at"))
        .check(check("reverted_at IS NULL OR confirmed_at IS NOT NULL"))
        .check(check("reverted_at >= confirmed_at"))
        .foreign_key(&mut goes_with("person_id", "people"))
        .foreign_key(&mut goes_with("group_id", "groups"))
        .take();
    manager.create_table(changes).await?;
    for (whose, name) in
        [("person_id", "email_changes_waiting"), ("group_id", "email_changes_waiting_group")]
    {
        // One at a time waits.
        let mut waiting = unique("email_changes", &[whose]);
        waiting.name(name).and_where(check("confirmed_at IS NULL"));
        manager.create_index(waiting).await?;
        manager.create_index(index("email_changes", &[whose])).await?;
    }
    manager.create_index(index("email_changes", &["asked_at"])).await
}

async fn links(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let links = Table::create()
        .table("email_links")
        .col(id())
        .col(hash("token_hash"))
        .col(number("change_id").not_null())
        .col(text("side").not_null())
        .col(moment("created_at").not_null())
        .check(one_of("side", &["new", "old"]))
        .foreign_key(&mut goes_with("change_id", "email_changes"))
        .take();
    manager.create_table(links).await?;
    manager.create_index(unique("email_links", &["token_hash"])).await?;
    manager.create_index(index("email_links", &["change_id"])).await
}
