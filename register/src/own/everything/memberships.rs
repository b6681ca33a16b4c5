//! The memberships of a person: where each was, who was asked, which letters went out.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::names::{FactName as F, HeldKind};
use super::part::HeldPart;
use super::{Reading, branch, guardian, letters, looks};
use crate::entities::{class_changes, imports, letters as letter_rows};
use crate::entities::{memberships, placings, roll_entries, rolls};
use crate::error::Error;
use crate::stored;

/// Reads them, the oldest first.
pub(super) async fn read<C: ConnectionTrait>(
    reading: &mut Reading<'_, C>,
    person: i64,
) -> Result<Vec<HeldPart>, Error> {
    let rows = memberships::Entity::find()
        .filter(memberships::Column::PersonId.eq(person))
        .order_by_asc(memberships::Column::Id)
        .all(reading.db)
        .await?;
    let mut parts = Vec::with_capacity(rows.len());
    for row in rows {
        parts.push(membership(reading, row).await?);
    }
    Ok(parts)
}

async fn membership<C: ConnectionTrait>(
    reading: &mut Reading<'_, C>,
    row: memberships::Model,
) -> Result<HeldPart, Error> {
    let db = reading.db;
    let import = match row.import_id {
        Some(import) => Some(stored::there(imports::Entity::find_by_id(import).one(db).await?)?),
        None => None,
    };
    let imported_by = branch(db, import.as_ref().map(|import| import.branch_id)).await?;
    let mut part = HeldPart::new(HeldKind::Membership)
        .with(F::Number, row.number)
        .word(F::Class, row.class)
        .with(F::Asked, row.asked_at)
        .maybe(F::Started, row.started_at)
        .maybe(F::Ended, row.ended_at)
        .maybe_word(F::EndedHow, row.ended_how)
        .maybe(F::Branch, branch(db, row.branch_id).await?)
        .maybe_word(F::Placed, row.placed)
        .maybe(F::Imported, import.as_ref().map(|import| import.at))
        .maybe(F::ImportedBy, imported_by);
    if let (Some(account), Some(at)) = (row.ended_by, row.ended_at) {
        part = reading.who.did(db, part, account, row.branch_id, at).await?;
    }
    let placed = placings::Entity::find()
        .filter(placings::Column::MembershipId.eq(row.id))
        .order_by_asc(placings::Column::Id)
        .all(db)
        .await?;
    let exports = looks::exports(reading, &placed).await?;
    for row in placed {
        part.parts.push(placing(reading, row).await?);
    }
    let about = letter_rows::Column::MembershipId.eq(row.id);
    Ok(part
        .holds(classes(db, row.id).await?)
        .holds(guardian::of_membership(db, row.id).await?)
        .holds(on_rolls(db, row.id).await?)
        .holds(letters::read(db, about).await?)
        .holds(exports))
}

async fn placing<C: ConnectionTrait>(
    reading: &mut Reading<'_, C>,
    row: placings::Model,
) -> Result<HeldPart, Error> {
    let part = HeldPart::new(HeldKind::Placing)
        .maybe(F::Branch, branch(reading.db, row.branch_id).await?)
        .maybe_word(F::Placed, row.how)
        .with(F::From, row.from_at)
        .maybe(F::Until, row.until_at)
        .maybe(F::Why, row.why);
    match row.by_account {
        Some(by) => reading.who.did(reading.db, part, by, row.branch_id, row.from_at).await,
        None => Ok(part),
    }
}

/// The classes that it had before, the oldest first.
async fn classes(db: &impl ConnectionTrait, membership: i64) -> Result<Vec<HeldPart>, Error> {
    let changes = class_changes::Entity::find()
        .filter(class_changes::Column::MembershipId.eq(membership))
        .order_by_asc(class_changes::Column::Id);
    let part = |row: class_changes::Model| {
        HeldPart::new(HeldKind::ClassChange)
            .word(F::Was, row.was)
            .word(F::Became, row.became)
            .with(F::At, row.at)
    };
    Ok(changes.all(db).await?.into_iter().map(part).collect())
}

/// The rolls that were frozen with this membership on them.
async fn on_rolls(db: &impl ConnectionTrait, membership: i64) -> Result<Vec<HeldPart>, Error> {
    let entries = roll_entries::Entity::find()
        .filter(roll_entries::Column::MembershipId.eq(membership))
        .order_by_asc(roll_entries::Column::Id)
        .all(db)
        .await?;
    let mut parts = Vec::with_capacity(entries.len());
    for entry in entries {
        let roll = stored::there(rolls::Entity::find_by_id(entry.roll_id).one(db).await?)?;
        let part = HeldPart::new(HeldKind::Roll)
            .with(F::Day, roll.day)
            .maybe(F::Branch, branch(db, Some(roll.branch_id)).await?)
            .with(F::Frozen, roll.frozen_at)
            .with(F::PlaceOnRoll, entry.place)
            .with(F::Number, entry.number)
            .word(F::Class, entry.class);
        parts.push(part);
    }
    Ok(parts)
}
