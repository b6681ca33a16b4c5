//! Accounts, their sessions, and the requests to sign in.

use sea_orm_migration::prelude::*;

use super::columns::{
    check, goes_with, hash, id, index, integer, length, moment, number, optional_hash, text, unique,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        accounts(manager).await?;
        recovery_codes(manager).await?;
        sign_ins(manager).await?;
        sessions(manager).await?;
        known_addresses(manager).await
    }
}

async fn accounts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let accounts = Table::create()
        .table("accounts")
        .col(id())
        .col(text("email").not_null())
        .col(text("email_key").not_null())
        .col(moment("created_at").not_null())
        .col(ColumnDef::new("totp_secret").blob())
        .col(moment("totp_confirmed_at"))
        .col(number("totp_last_step"))
        // How often in a row the second factor was tried, since when, and until when no more.
        .col(integer("tries").not_null())
        .col(moment("tries_since"))
        .col(moment("locked_until"))
        .check(length("email", 254))
        .check(length("email_key", 254))
        .check(length("totp_secret", 1000))
        .check(check("totp_confirmed_at IS NULL OR totp_secret IS NOT NULL"))
        .check(check("(totp_confirmed_at IS NULL) = (totp_last_step IS NULL)"))
        .check(check("tries BETWEEN 0 AND 4"))
        .check(check("(tries = 0) = (tries_since IS NULL)"))
        .take();
    manager.create_table(accounts).await?;
    manager.create_index(unique("accounts", &["email_key"])).await
}

async fn recovery_codes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let recovery_codes = Table::create()
        .table("recovery_codes")
        .col(id())
        .col(number("account_id").not_null())
        .col(hash("code_hash"))
        .col(moment("used_at"))
        .foreign_key(&mut goes_with("account_id", "accounts"))
        .take();
    manager.create_table(recovery_codes).await?;
    manager.create_index(unique("recovery_codes", &["account_id", "code_hash"])).await
}

async fn sign_ins(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let sign_ins = Table::create()
        .table("sign_ins")
        .col(id())
        .col(hash("email_hash"))
        // As the register knows it; empty when it does not.
        .col(text("email"))
        // Empty for an invitation, which any browser may take up.
        .col(optional_hash("browser_hash"))
        .col(moment("asked_at").not_null())
        .col(moment("expires_at").not_null())
        .col(moment("ended_at"))
        .col(integer("wrong_codes").not_null())
        .check(length("email", 254))
        .check(check("browser_hash IS NOT NULL OR email IS NOT NULL"))
        .check(check("expires_at > asked_at"))
        .check(check("ended_at >= asked_at"))
        .check(check("wrong_codes BETWEEN 0 AND 5"))
        .check(check("wrong_codes < 5 OR ended_at IS NOT NULL"))
        .take();
    manager.create_table(sign_ins).await?;
    manager.create_index(index("sign_ins", &["email_hash", "asked_at"])).await?;
    manager.create_index(index("sign_ins", &["asked_at"])).await?;
    let mut open = index("sign_ins", &["browser_hash"]);
    open.and_where(check("ended_at IS NULL"));
    manager.create_index(open).await?;

    let links = Table::create()
        .table("sign_in_links")
        .col(id())
        .col(number("sign_in_id").not_null())
        .col(hash("token_hash"))
        // Empty for an invitation: a code is for the browser that asked.
        .col(optional_hash("code_hash"))
        .col(moment("created_at").not_null())
        .foreign_key(&mut goes_with("sign_in_id", "sign_ins"))
        .take();
    manager.create_table(links).await?;
    manager.create_index(unique("sign_in_links", &["token_hash"])).await?;
    manager.create_index(index("sign_in_links", &["sign_in_id"])).await
}

async fn sessions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let sessions = Table::create()
        .table("sessions")
        .col(id())
        .col(number("account_id").not_null())
        .col(hash("token_hash"))
        .col(moment("started_at").not_null())
        .col(moment("seen_at").not_null())
        .col(moment("second_factor_at"))
        .col(moment("ended_at"))
        .check(check("seen_at >= started_at"))
        .check(check("second_factor_at >= started_at"))
        .check(check("ended_at >= started_at"))
        .foreign_key(&mut goes_with("account_id", "accounts"))
        .take();
    manager.create_table(sessions).await?;
    manager.create_index(unique("sessions", &["token_hash"])).await?;
    manager.create_index(index("sessions", &["account_id"])).await?;
    manager.create_index(index("sessions", &["started_at"])).await
}

/// Whose address it is has to be found at once, too.
async fn known_addresses(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager.create_index(index("groups", &["contact_email_key"])).await?;
    // Of an expression, which SeaQuery does not write for SQLite.
    let seats = "CREATE INDEX seats_email_key ON seats (lower(email))";
    manager.get_connection().execute_unprepared(seats).await?;
    Ok(())
}
