//! Changes of an e-mail address, for as long as they are kept.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::names::{FactName as F, HeldKind};
use super::part::HeldPart;
use crate::entities::{email_changes, email_links};
use crate::error::Error;

/// Reads those of a person, the oldest first.
pub(super) async fn of_person(
    db: &impl ConnectionTrait,
    person: i64,
) -> Result<Vec<HeldPart>, Error> {
    let changes = email_changes::Entity::find()
        .filter(email_changes::Column::PersonId.eq(person))
        .order_by_asc(email_changes::Column::Id)
        .all(db)
        .await?;
    let mut parts = Vec::with_capacity(changes.len());
    for row in changes {
        let part = HeldPart::new(HeldKind::EmailChange)
            .with(F::NewEmail, row.email)
            .with(F::OldEmail, row.old_email)
            .with(F::Asked, row.asked_at)
            .maybe(F::Confirmed, row.confirmed_at)
            .maybe(F::Reverted, row.reverted_at)
            .holds(links(db, row.id).await?);
        parts.push(part);
    }
    Ok(parts)
}

/// When links were sent. What they carried is kept as its hash alone.
async fn links(db: &impl ConnectionTrait, change: i64) -> Result<Vec<HeldPart>, Error> {
    let links = email_links::Entity::find()
        .filter(email_links::Column::ChangeId.eq(change))
        .order_by_asc(email_links::Column::Id);
    let part = |row: email_links::Model| {
        HeldPart::new(HeldKind::Link).word(F::SentTo, row.side).with(F::At, row.created_at)
    };
    Ok(links.all(db).await?.into_iter().map(part).collect())
}
