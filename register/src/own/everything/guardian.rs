//! A parent or guardian who was asked: for the child, and for whoever was asked.

use chrono::{DateTime, Utc};
use rules::ConsentText;
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::names::{FactName as F, HeldKind};
use super::part::{FactValue, HeldPart, HeldWording};
use super::{Reading, letters};
use crate::entities::{guardians, letters as letter_rows, links as link_rows, memberships, people};
use crate::error::Error;
use crate::guardian::agreed_to;
use crate::stored;

/// Who was asked about a membership. Their address is theirs.
pub(super) async fn of_membership(
    db: &impl ConnectionTrait,
    membership: i64,
) -> Result<Vec<HeldPart>, Error> {
    let asked = guardians::Entity::find()
        .filter(guardians::Column::MembershipId.eq(membership))
        .one(db)
        .await?;
    let Some(row) = asked else { return Ok(Vec::new()) };
    let part = HeldPart::new(HeldKind::Guardian)
        .with(F::Name, row.name)
        .with(F::Asked, row.asked_at)
        .maybe(F::Confirmed, row.confirmed_at)
        .with(F::Newsletter, row.newsletter)
        .with(F::StartBranch, row.start_branch)
        .holds(letters::read(db, letter_rows::Column::GuardianId.eq(row.id)).await?)
        .holds(letters::links(db, link_rows::Column::GuardianId.eq(row.id)).await?);
    Ok(vec![part])
}

/// The children about whom somebody with the address was asked.
pub(super) async fn asked<C: ConnectionTrait>(
    reading: &Reading<'_, C>,
) -> Result<Vec<HeldPart>, Error> {
    let db = reading.db;
    let email = Func::lower(Expr::col((guardians::Entity, guardians::Column::Email)));
    let rows = guardians::Entity::find()
        .filter(Expr::expr(email).eq(reading.by.email_key()))
        .order_by_asc(guardians::Column::Id)
        .all(db)
        .await?;
    let mut parts = Vec::with_capacity(rows.len());
    for row in rows {
        parts.push(as_guardian(db, row).await?);
    }
    Ok(parts)
}

/// What is held of somebody who was asked, for themselves: of the child, the name by which we
/// know them, and what they agreed to.
pub(super) async fn as_guardian(
    db: &impl ConnectionTrait,
    row: guardians::Model,
) -> Result<HeldPart, Error> {
    let membership = memberships::Entity::find_by_id(row.membership_id).one(db).await?;
    let child = stored::there(membership)?.person_id;
    let child = stored::there(people::Entity::find_by_id(child).one(db).await?)?;
    let consent = |(text, given): (ConsentText, DateTime<Utc>)| {
        HeldPart::new(HeldKind::Consent)
            .word(F::Agreed, text.kind.as_str())
            .with(F::Words, FactValue::Wording(HeldWording::Shown(text)))
            .with(F::Wording, text.version)
            .with(F::Given, given)
    };
    let agreed = match row.confirmed_at {
        Some(confirmed) => agreed_to(db, &child, confirmed).await?,
        None => Vec::new(),
    };
    Ok(HeldPart::new(HeldKind::AskedAsGuardian)
        .with(F::Name, row.name)
        .with(F::Email, row.email)
        .with(F::Child, child.name)
        .with(F::Asked, row.asked_at)
        .maybe(F::Confirmed, row.confirmed_at)
        .holds(agreed.into_iter().map(consent).collect())
        .holds(letters::read(db, letter_rows::Column::GuardianId.eq(row.id)).await?)
        .holds(letters::links(db, link_rows::Column::GuardianId.eq(row.id)).await?))
}
