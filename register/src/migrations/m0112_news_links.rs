//! Links in letters by which news by e-mail is stopped, and nothing else is done.

use sea_orm_migration::prelude::*;

use super::columns::{check, goes_with, hash, id, index, moment, number, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let news_links = Table::create()
            .table("news_links")
            .col(id())
            .col(hash("token_hash"))
            .col(number("person_id"))
            .col(number("group_id"))
            .col(moment("created_at").not_null())
            .check(check("(person_id IS NULL) <> (group_id IS NULL)"))
            .foreign_key(&mut goes_with("person_id", "people"))
            .foreign_key(&mut goes_with("group_id", "groups"))
            .take();
        manager.create_table(news_links).await?;
        manager.create_index(unique("news_links", &["token_hash"])).await?;
        for whose in ["person_id", "group_id"] {
            let mut of_whom = index("news_links", &[whose]);
            of_whom.and_where(check(format!("{whose} IS NOT NULL")));
            manager.create_index(of_whom).await?;
        }
        Ok(())
    }
}
