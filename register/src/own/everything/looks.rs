//! What was done with somebody's record, by whom and when: the access log, told to whom it is
//! about. Lists of many are in the log by branch; those that were saved as files are told, with
//! when somebody was in the branch.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::Reading;
use super::names::{FactName as F, HeldKind};
use super::part::HeldPart;
use super::who::Who;
use crate::entities::{access_log, placings};
use crate::error::Error;

/// What was done with a person's record, the newest first.
pub(super) async fn of_person<C: ConnectionTrait>(
    reading: &mut Reading<'_, C>,
    person: i64,
) -> Result<Vec<HeldPart>, Error> {
    let about = access_log::Column::PersonId.eq(person);
    read(reading.db, &mut reading.who, HeldKind::Look, about).await
}

/// What was done with a group, the newest first.
pub(super) async fn of_group(
    db: &impl ConnectionTrait,
    who: &mut Who,
    group: i64,
) -> Result<Vec<HeldPart>, Error> {
    let about = access_log::Column::GroupId.eq(group);
    read(db, who, HeldKind::Look, about).await
}

/// What was done from the address itself, the newest first. To whom is theirs, and not told.
pub(super) async fn deeds<C: ConnectionTrait>(
    reading: &mut Reading<'_, C>,
) -> Result<Vec<HeldPart>, Error> {
    let by = access_log::Column::AccountId.eq(reading.by.account());
    read(reading.db, &mut reading.who, HeldKind::Deed, by).await
}

async fn read(
    db: &impl ConnectionTrait,
    who: &mut Who,
    kind: HeldKind,
    about: Expr,
) -> Result<Vec<HeldPart>, Error> {
    let entries = access_log::Entity::find()
        .filter(about)
        .order_by_desc(access_log::Column::Id)
        .all(db)
        .await?;
    let mut parts = Vec::with_capacity(entries.len());
    for entry in entries {
        parts.push(look(db, who, kind, entry).await?);
    }
    Ok(parts)
}

async fn look(
    db: &impl ConnectionTrait,
    who: &mut Who,
    kind: HeldKind,
    entry: access_log::Model,
) -> Result<HeldPart, Error> {
    let branch = who.branch(db, entry.branch_id).await?;
    let part = HeldPart::new(kind)
        .with(F::At, entry.at)
        .word(F::What, entry.action)
        .maybe(F::Branch, branch)
        .maybe(F::HowMany, entry.how_many);
    match (entry.actor.as_str(), entry.account_id) {
        ("account", Some(account)) => who.did(db, part, account, entry.branch_id, entry.at).await,
        _ => Ok(part.word(F::Who, entry.actor)),
    }
}

/// The lists of members that were saved as files while a membership was on them: those of its
/// branch at the time, and those of the whole network.
pub(super) async fn exports<C: ConnectionTrait>(
    reading: &mut Reading<'_, C>,
    placed: &[placings::Model],
) -> Result<Vec<HeldPart>, Error> {
    let Some(first) = placed.iter().map(|placing| placing.from_at).min() else {
        return Ok(Vec::new());
    };
    let saved = access_log::Entity::find()
        // Written out, so that the index of what is saved serves.
        .filter(Expr::cust("action = 'exported'"))
        .filter(access_log::Column::At.gte(first))
        .order_by_desc(access_log::Column::At)
        .order_by_desc(access_log::Column::Id)
        .all(reading.db)
        .await?;
    let was_on = |entry: &access_log::Model| {
        placed.iter().any(|placing| {
            (entry.branch_id.is_none() || entry.branch_id == placing.branch_id)
                && placing.from_at <= entry.at
                && placing.until_at.is_none_or(|until| entry.at < until)
        })
    };
    let mut parts = Vec::new();
    for entry in saved.into_iter().filter(was_on) {
        parts.push(look(reading.db, &mut reading.who, HeldKind::Export, entry).await?);
    }
    Ok(parts)
}
