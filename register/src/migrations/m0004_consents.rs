//! What people agreed to, and the offers of help to start a branch (R7).

use sea_orm_migration::prelude::*;

use super::columns::{
    check, goes_with, id, index, integer, length, moment, number, one_of, text, unique,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let consents = Table::create()
            .table("consents")
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
            .check(one_of("given_by", &["member", "guardian", "contact"]))
            .check(check("(given_by = 'contact') = (group_id IS NOT NULL)"))
            .check(check("withdrawn_at >= given_at"))
            .foreign_key(&mut goes_with("person_id", "people"))
            .foreign_key(&mut goes_with("group_id", "groups"))
            .take();
        manager.create_table(consents).await?;
        for owner in ["person_id", "group_id"] {
            // At most one of a kind stands at a time.
            let mut standing = unique("consents", &[owner, "kind"]);
            standing.and_where(check("withdrawn_at IS NULL"));
            manager.create_index(standing).await?;
            manager.create_index(index("consents", &[owner])).await?;
        }

        let help_offers = Table::create()
            .table("help_offers")
            .col(id())
            .col(number("person_id").not_null())
            .col(text("district").not_null())
            .col(moment("offered_at").not_null())
            .check(length("district", 9))
            .foreign_key(&mut goes_with("person_id", "people"))
            .take();
        manager.create_table(help_offers).await?;
        manager.create_index(unique("help_offers", &["person_id"])).await?;
        manager.create_index(index("help_offers", &["district"])).await
    }
}
