//! Kinds of letters as rows: another one is an insert. What a kind is about says which reference
//! its letters have.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use super::columns::{check, goes_with, id, index, integer, length, moment, number, one_of, text};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// What letters may be about, and the column and table that say which one.
const ABOUT: [(&str, &str, &str); 6] = [
    ("membership", "membership_id", "memberships"),
    ("guardian", "guardian_id", "guardians"),
    ("group", "group_id", "groups"),
    ("seat", "seat_id", "seats"),
    ("sign-in", "sign_in_id", "sign_ins"),
    ("role", "role_id", "roles"),
];

const KINDS: [(&str, &str); 8] = [
    ("welcome", "membership"),
    ("already-a-member", "membership"),
    ("guardian", "guardian"),
    ("group-welcome", "group"),
    ("group-already", "group"),
    ("representative", "seat"),
    ("sign-in", "sign-in"),
    ("role-given", "role"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        letter_kinds(manager).await?;
        // SQLite cannot change a check: the table is made anew, under another name until its rows
        // are in it. Nothing refers to it.
        letters(manager, "new_letters").await?;
        copy(manager).await?;
        manager.drop_table(Table::drop().table("letters").take()).await?;
        let rename = Table::rename().table("new_letters", "letters").take();
        manager.rename_table(rename).await?;
        indexes(manager).await
    }
}

async fn letter_kinds(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let about = ABOUT.map(|(about, ..)| about);
    let kinds = Table::create()
        .table("letter_kinds")
        .col(text("kind").not_null().primary_key())
        .col(text("about").not_null())
        .check(length("kind", 40))
        .check(one_of("about", &about))
        .take();
    manager.create_table(kinds).await?;
    let both = Index::create()
        .name("letter_kinds_kind_about")
        .table("letter_kinds")
        .col("kind")
        .col("about")
        .unique()
        .take();
    manager.create_index(both).await?;
    for (kind, about) in KINDS {
        let row = Query::insert()
            .into_table("letter_kinds")
            .columns(["kind", "about"])
            .values_panic([kind.into(), about.into()])
            .take();
        manager.execute(row).await?;
    }
    Ok(())
}

async fn letters(manager: &SchemaManager<'_>, name: &'static str) -> Result<(), DbErr> {
    let mut letters = Table::create();
    letters.table(name).col(id()).col(text("kind").not_null()).col(text("about").not_null());
    for (about, column, table) in ABOUT {
        // There for what it is about, and for nothing else.
        letters
            .col(number(column))
            .check(check(format!("(about = '{about}') = ({column} IS NOT NULL)")))
            .foreign_key(&mut goes_with(column, table));
    }
    letters
        .col(text("state").not_null())
        .col(integer("attempts").not_null())
        .col(moment("created_at").not_null())
        .col(moment("next_attempt_at").not_null())
        .col(moment("sent_at"))
        .col(moment("given_up_at"))
        .col(text("last_problem"))
        .check(one_of("state", &["waiting", "sent", "given-up"]))
        .check(check("(state = 'sent') = (sent_at IS NOT NULL)"))
        .check(check("(state = 'given-up') = (given_up_at IS NOT NULL)"))
        .check(check("attempts >= 0"))
        // A class of problem, too short to hold what a mail server said.
        .check(length("last_problem", 20))
        .foreign_key(
            ForeignKey::create()
                .from_col("kind")
                .from_col("about")
                .to_tbl("letter_kinds")
                .to_col("kind")
                .to_col("about")
                .on_delete(ForeignKeyAction::Restrict),
        );
    manager.create_table(letters).await
}

/// Takes every letter over, and goes on counting where the old table was: a number names one
/// letter for good, also in the mailboxes it went to.
async fn copy(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let rows = "INSERT INTO new_letters (id, kind, about, membership_id, guardian_id, group_id, \
        seat_id, state, attempts, created_at, next_attempt_at, sent_at, given_up_at, last_problem) \
        SELECT id, letters.kind, letter_kinds.about, membership_id, guardian_id, group_id, \
        seat_id, state, attempts, created_at, next_attempt_at, sent_at, given_up_at, last_problem \
        FROM letters JOIN letter_kinds ON letter_kinds.kind = letters.kind";
    let count_on: &[&str] = match manager.get_database_backend() {
        DbBackend::Postgres => &["SELECT setval(pg_get_serial_sequence('new_letters', 'id'), \
             nextval(pg_get_serial_sequence('letters', 'id')), false)"],
        _ => &[
            "DELETE FROM sqlite_sequence WHERE name = 'new_letters'",
            "INSERT INTO sqlite_sequence (name, seq) \
             SELECT 'new_letters', seq FROM sqlite_sequence WHERE name = 'letters'",
        ],
    };
    let connection = manager.get_connection();
    connection.execute_unprepared(rows).await?;
    for statement in count_on {
        connection.execute_unprepared(statement).await?;
    }
    Ok(())
}

async fn indexes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut due = index("letters", &["next_attempt_at", "id"]);
    due.name("letters_due").and_where(check("state = 'waiting'"));
    manager.create_index(due).await?;
    let mut given_up = index("letters", &["given_up_at"]);
    given_up.and_where(check("state = 'given-up'"));
    manager.create_index(given_up).await?;
    for (_, column, _) in ABOUT {
        let mut about_it = index("letters", &[column]);
        about_it.and_where(check(format!("{column} IS NOT NULL")));
        manager.create_index(about_it).await?;
    }
    Ok(())
}
