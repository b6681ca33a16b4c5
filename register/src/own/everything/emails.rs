//! Changes of an e-mail address, for as long as they are kept. Each has two addresses in it, which
//! are not one person's where the contact of a group was handed over.

use std::collections::BTreeMap;

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::Reading;
use super::names::{FactName as F, HeldKind};
use super::part::HeldPart;
use crate::entities::{email_changes, email_links, groups};
use crate::error::Error;

/// What of a change is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tells {
    /// All of it: they asked for it, and nobody took it back.
    Whole,
    /// The new address, and whose it was to be.
    New,
    /// The old address, and whose it was.
    Old,
}

impl Tells {
    /// What is told to whoever has an address, of a change that has it in it.
    fn to(row: &email_changes::Model, key: &str) -> Option<Self> {
        if row.email_key == key {
            return Some(Self::New);
        }
        (row.old_email_key == key).then_some(Self::Old)
    }
}

/// Reads those of a person, the oldest first.
pub(super) async fn of_person<C: ConnectionTrait>(
    reading: &mut Reading<'_, C>,
    person: i64,
) -> Result<Vec<HeldPart>, Error> {
    let rows = of(reading.db, email_changes::Column::PersonId.eq(person)).await?;
    let rows = rows.into_iter().map(|row| (row, Tells::Whole)).collect();
    parts(reading, rows).await
}

/// Those of the contact of a group. Who was its contact before, or asked to be it, is told to nobody
/// but the contact who asked for that.
pub(super) async fn of_group<C: ConnectionTrait>(
    reading: &mut Reading<'_, C>,
    group: i64,
) -> Result<Vec<HeldPart>, Error> {
    let key = reading.by.email_key();
    let rows = of(reading.db, email_changes::Column::GroupId.eq(group)).await?;
    let told = rows.into_iter().filter_map(|row| match Tells::to(&row, key)? {
        Tells::Old => Some((row, Tells::Whole)),
        tells => Some((row, tells)),
    });
    parts(reading, told.collect()).await
}

/// Those that have the address in them, and belong to nobody who has it: to a group that was handed
/// over from it, or to somebody who asked for it.
pub(super) async fn of_address<C: ConnectionTrait>(
    reading: &mut Reading<'_, C>,
) -> Result<Vec<HeldPart>, Error> {
    let (db, key) = (reading.db, reading.by.email_key());
    let mut rows = BTreeMap::new();
    // Each by its own index.
    for side in [email_changes::Column::EmailKey, email_changes::Column::OldEmailKey] {
        let found = email_changes::Entity::find().filter(side.eq(key)).all(db).await?;
        rows.extend(found.into_iter().map(|row| (row.id, row)));
    }
    rows.retain(|id, _| !reading.changes.contains(id));
    let told = rows.into_values().filter_map(|row| Tells::to(&row, key).map(|it| (row, it)));
    let told: Vec<_> = told.collect();
    let mut groups = Vec::with_capacity(told.len());
    for (row, _) in &told {
        groups.push(match row.group_id {
            Some(group) => groups::Entity::find_by_id(group).one(db).await?,
            None => None,
        });
    }
    let parts = parts(reading, told).await?;
    let named = |(part, group): (HeldPart, Option<groups::Model>)| {
        part.maybe(F::Group, group.map(|group| group.name))
    };
    Ok(parts.into_iter().zip(groups).map(named).collect())
}

async fn of(db: &impl ConnectionTrait, whose: Expr) -> Result<Vec<email_changes::Model>, Error> {
    let rows = email_changes::Entity::find().filter(whose).order_by_asc(email_changes::Column::Id);
    Ok(rows.all(db).await?)
}

async fn parts<C: ConnectionTrait>(
    reading: &mut Reading<'_, C>,
    rows: Vec<(email_changes::Model, Tells)>,
) -> Result<Vec<HeldPart>, Error> {
    let mut parts = Vec::with_capacity(rows.len());
    for (row, tells) in rows {
        reading.changes.insert(row.id);
        // Whoever is back at the old address was promised not to be told the new one, and the other
        // way round.
        let tells = match tells {
            Tells::Whole if row.reverted_at.is_some() => {
                Tells::to(&row, reading.by.email_key()).unwrap_or(Tells::Old)
            }
            tells => tells,
        };
        let (new, old) = (tells != Tells::Old, tells != Tells::New);
        let part = HeldPart::new(HeldKind::EmailChange)
            .maybe(F::Name, row.name.filter(|_| new))
            .maybe(F::NewEmail, Some(row.email).filter(|_| new))
            .maybe(F::OldName, row.old_name.filter(|_| old))
            .maybe(F::OldEmail, Some(row.old_email).filter(|_| old))
            .with(F::Asked, row.asked_at)
            .maybe(F::Confirmed, row.confirmed_at)
            .maybe(F::Reverted, row.reverted_at)
            .holds(links(reading.db, row.id).await?);
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
