//! What a member is found by while somebody types: every word, one row each.

use sea_orm_migration::prelude::*;

use super::columns::{by_bytes, goes_with, id, index, length, number, read, text, unique};
use crate::words::of_member;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// How many memberships are read at a time.
const PAGE: i64 = 500;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let backend = manager.get_database_backend();
        let mut words = Table::create()
            .table("search_words")
            .col(id())
            .col(number("membership_id").not_null())
            // As its membership has it: whoever sees one branch looks through one branch.
            .col(number("branch_id"))
            .col(by_bytes(text("word").not_null().take(), backend))
            .check(length("word", 400))
            .foreign_key(&mut goes_with("membership_id", "memberships"))
            .take();
        manager.create_table(words.take()).await?;
        fill(manager).await?;
        manager.create_index(unique("search_words", &["membership_id", "word"])).await?;
        manager.create_index(index("search_words", &["word", "membership_id"])).await?;
        let mut of_branch = index("search_words", &["branch_id", "word", "membership_id"]);
        of_branch.name("search_words_of_branch");
        manager.create_index(of_branch).await
    }
}

async fn fill(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut after = 0;
    loop {
        let rows = read(
            manager,
            format!(
                "SELECT memberships.id, branch_id, number, name, email \
                 FROM memberships JOIN people ON people.id = memberships.person_id \
                 WHERE memberships.id > {after} ORDER BY memberships.id LIMIT {PAGE}"
            ),
        )
        .await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.try_get_by::<i64, _>("id")?;
        let mut insert = Query::insert();
        insert.into_table("search_words").columns(["membership_id", "branch_id", "word"]);
        for row in &rows {
            let text = |column: &str| row.try_get_by::<String, _>(column);
            let membership: i64 = row.try_get_by("id")?;
            let branch: Option<i64> = row.try_get_by("branch_id")?;
            for word in of_member(&text("name")?, &text("email")?, &text("number")?) {
                insert.values_panic([membership.into(), branch.into(), word.into()]);
            }
        }
        manager.execute(insert).await?;
    }
}
