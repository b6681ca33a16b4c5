//! The account of the address: its sessions, its requests to sign in, its roles, and what was done
//! from it.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::names::{FactName as F, HeldKind};
use super::part::HeldPart;
use super::{Reading, branch, letters, looks};
use crate::entities::{
    accounts, groups, letters as letter_rows, recovery_codes, roles, sessions, sign_in_links,
    sign_ins,
};
use crate::error::Error;
use crate::hash::sha256;
use crate::stored;

/// Reads it.
pub(super) async fn read<C: ConnectionTrait>(
    reading: &mut Reading<'_, C>,
) -> Result<Vec<HeldPart>, Error> {
    let db = reading.db;
    let account = reading.by.account();
    let Some(row) = accounts::Entity::find_by_id(account).one(db).await? else {
        return Ok(Vec::new());
    };
    let part = HeldPart::new(HeldKind::Account)
        .with(F::Email, row.email)
        .with(F::KnownSince, row.created_at)
        .with(F::SecondStep, row.totp_secret.is_some())
        .maybe(F::SecondStepSetUp, row.totp_confirmed_at)
        .maybe(F::SecondStepLastCode, row.totp_last_step)
        .with(F::Tries, row.tries)
        .maybe(F::TriesSince, row.tries_since)
        .maybe(F::LockedUntil, row.locked_until)
        .holds(held_roles(db, account).await?)
        .holds(asked(reading).await?)
        .holds(signed_in(db, account).await?)
        .holds(codes(db, account).await?)
        .holds(looks::deeds(reading).await?);
    Ok(vec![part])
}

async fn signed_in(db: &impl ConnectionTrait, account: i64) -> Result<Vec<HeldPart>, Error> {
    let rows = sessions::Entity::find()
        .filter(sessions::Column::AccountId.eq(account))
        .order_by_asc(sessions::Column::Id)
        .all(db)
        .await?;
    let part = |row: sessions::Model| {
        HeldPart::new(HeldKind::Session)
            .with(F::Started, row.started_at)
            .with(F::LastSeen, row.seen_at)
            .maybe(F::SecondStepGiven, row.second_factor_at)
            .maybe(F::Ended, row.ended_at)
    };
    Ok(rows.into_iter().map(part).collect())
}

/// The requests to sign in with the address.
async fn asked<C: ConnectionTrait>(reading: &Reading<'_, C>) -> Result<Vec<HeldPart>, Error> {
    let db = reading.db;
    let mut rows = sign_ins::Entity::find()
        .filter(sign_ins::Column::EmailHash.eq(sha256(reading.by.email_key())))
        .all(db)
        .await?;
    rows.sort_by_key(|request| request.id);
    let mut parts = Vec::with_capacity(rows.len());
    for row in rows {
        let links = sign_in_links::Entity::find()
            .filter(sign_in_links::Column::SignInId.eq(row.id))
            .order_by_asc(sign_in_links::Column::Id)
            .all(db)
            .await?;
        let link =
            |row: sign_in_links::Model| HeldPart::new(HeldKind::Link).with(F::At, row.created_at);
        let part = HeldPart::new(HeldKind::SignIn)
            .maybe(F::Email, row.email)
            .with(F::Asked, row.asked_at)
            .with(F::Expires, row.expires_at)
            .maybe(F::Ended, row.ended_at)
            .with(F::WrongCodes, row.wrong_codes)
            .holds(letters::read(db, letter_rows::Column::SignInId.eq(row.id)).await?)
            .holds(links.into_iter().map(link).collect());
        parts.push(part);
    }
    Ok(parts)
}

/// The roles that the address has and had.
async fn held_roles(db: &impl ConnectionTrait, account: i64) -> Result<Vec<HeldPart>, Error> {
    let rows = roles::Entity::find()
        .filter(roles::Column::AccountId.eq(account))
        .order_by_asc(roles::Column::Id)
        .all(db)
        .await?;
    let mut parts = Vec::with_capacity(rows.len());
    for row in rows {
        let group = match row.group_id {
            Some(group) => Some(stored::there(groups::Entity::find_by_id(group).one(db).await?)?),
            None => None,
        };
        let part = HeldPart::new(HeldKind::Role)
            .word(F::Role, row.kind)
            .maybe(F::Branch, branch(db, row.branch_id).await?)
            .maybe_word(F::Office, row.office)
            .maybe(F::Group, group.map(|group| group.name))
            .with(F::Given, row.given_at)
            .maybe(F::Withdrawn, row.withdrawn_at)
            .holds(letters::read(db, letter_rows::Column::RoleId.eq(row.id)).await?);
        parts.push(part);
    }
    Ok(parts)
}

async fn codes(db: &impl ConnectionTrait, account: i64) -> Result<Vec<HeldPart>, Error> {
    let rows = recovery_codes::Entity::find()
        .filter(recovery_codes::Column::AccountId.eq(account))
        .all(db)
        .await?;
    let mut used: Vec<_> = rows.into_iter().filter_map(|row| row.used_at).collect();
    used.sort();
    Ok(used.into_iter().map(|at| HeldPart::new(HeldKind::RecoveryCode).with(F::Used, at)).collect())
}
