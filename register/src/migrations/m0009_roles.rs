//! Roles: who may see and change what of other people's.

use sea_orm_migration::prelude::*;

use super::columns::{check, goes_with, id, index, keeps, moment, number, one_of, text, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// What a role of each kind is for, and for nothing else.
const FOR: &str = "CASE kind \
    WHEN 'administrator' THEN branch_id IS NULL AND office IS NULL AND group_id IS NULL \
    WHEN 'committee' THEN branch_id IS NOT NULL AND office IS NOT NULL AND group_id IS NULL \
    ELSE group_id IS NOT NULL AND branch_id IS NULL AND office IS NULL END";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let roles = Table::create()
            .table("roles")
            .col(id())
            .col(number("account_id").not_null())
            .col(text("kind").not_null())
            .col(number("branch_id"))
            .col(text("office"))
            .col(number("group_id"))
            .col(moment("given_at").not_null())
            // Accounts, as numbers: a role does not go with whoever gave it. Empty: the operator.
            .col(number("given_by"))
            .col(moment("withdrawn_at"))
            .col(number("withdrawn_by"))
            .check(one_of("kind", &["administrator", "committee", "nominee"]))
            .check(one_of("office", &["chair", "secretary", "treasurer", "member"]))
            .check(check(FOR))
            .check(check("withdrawn_at >= given_at"))
            .check(check("withdrawn_by IS NULL OR withdrawn_at IS NOT NULL"))
            .foreign_key(&mut goes_with("account_id", "accounts"))
            .foreign_key(&mut keeps("branch_id", "branches"))
            .foreign_key(&mut goes_with("group_id", "groups"))
            .take();
        manager.create_table(roles).await?;
        manager.create_index(index("roles", &["account_id"])).await?;
        for what in ["branch_id", "group_id"] {
            let mut about_it = index("roles", &[what]);
            about_it.and_where(check(format!("{what} IS NOT NULL")));
            manager.create_index(about_it).await?;
        }
        // Nobody has the same role twice at a time.
        for (kind, columns) in [
            ("administrator", &["account_id"][..]),
            ("committee", &["account_id", "branch_id"][..]),
            ("nominee", &["account_id", "group_id"][..]),
        ] {
            let mut standing = unique("roles", columns);
            let stands = format!("kind = '{kind}' AND withdrawn_at IS NULL");
            standing.name(format!("roles_standing_{kind}")).and_where(check(stands));
            manager.create_index(standing).await?;
        }
        let mut administrators = index("roles", &["kind"]);
        administrators.and_where(check("withdrawn_at IS NULL"));
        manager.create_index(administrators).await
    }
}
