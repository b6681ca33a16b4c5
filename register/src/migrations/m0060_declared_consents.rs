//! A committee may declare that somebody agreed, who was on its own list before.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

use super::columns::{check, goes_with, id, index, integer, moment, number, one_of, text, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

const COPY: &str = "INSERT INTO new_consents \
    (id, person_id, group_id, kind, version, given_by, given_at, withdrawn_at) \
    SELECT id, person_id, group_id, kind, version, given_by, given_at, withdrawn_at FROM consents";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite cannot change a check: the table is made anew, under another name until its rows
        // are in it. Nothing refers to it.
        let consents = Table::create()
            .table("new_consents")
            .col(id())
            .col(number("person_id"))
            .col(number("group_id"))
            .col(text("kind").not_null())
            .col(integer("version").not_null())
            .col(text("given_by").not_null())
            .col(moment("given_at").not_null())
            .col(moment("withdrawn_at"))
            .check(check("(person_id IS NULL) <> (group_id IS NULL)"))
            .check(one_of("kind", &["membership", "newsletter", "start-branch"]))
            .check(check("version >= 1"))
            .check(one_of("given_by", &["member", "guardian", "contact", "committee"]))
            .check(check("(given_by = 'contact') = (group_id IS NOT NULL)"))
            // What was declared is that somebody agreed to be a member, and no more.
            .check(check("given_by <> 'committee' OR kind = 'membership'"))
            .check(check("withdrawn_at >= given_at"))
            .foreign_key(&mut goes_with("person_id", "people"))
            .foreign_key(&mut goes_with("group_id", "groups"))
            .take();
        manager.create_table(consents).await?;
        let connection = manager.get_connection();
        connection.execute_unprepared(COPY).await?;
        manager.drop_table(Table::drop().table("consents").take()).await?;
        manager.rename_table(Table::rename().table("new_consents", "consents").take()).await?;
        if manager.get_database_backend() == DbBackend::Postgres {
            // What was copied brought its numbers along.
            let count_on = "SELECT setval(pg_get_serial_sequence('consents', 'id'), \
                            (SELECT coalesce(max(id), 0) + 1 FROM consents), false)";
            connection.execute_unprepared(count_on).await?;
        }
        for owner in ["person_id", "group_id"] {
            // At most one of a kind stands at a time.
            let mut standing = unique("consents", &[owner, "kind"]);
            standing.and_where(check("withdrawn_at IS NULL"));
            manager.create_index(standing).await?;
            manager.create_index(index("consents", &[owner])).await?;
        }
        Ok(())
    }
}
