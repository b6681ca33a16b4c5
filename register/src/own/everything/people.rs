//! The people with the address, and all that belongs to each.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::names::{FactName as F, HeldKind};
use super::part::{FactValue, HeldPart, HeldWording};
use super::{Reading, emails, looks, memberships};
use crate::consents::of_this_contact;
use crate::entities::{consents, help_offers, news_links, notes, people, submissions};
use crate::error::Error;
use crate::news::Reader;

/// Reads them. Whoever had joined twice is told with whom they are now, if that is known under the
/// same address.
pub(super) async fn read<C: ConnectionTrait>(
    reading: &mut Reading<'_, C>,
) -> Result<Vec<HeldPart>, Error> {
    let mut rows = people::Entity::find()
        .filter(people::Column::Id.is_in(reading.by.people().iter().copied()))
        .filter(people::Column::EmailKey.eq(reading.by.email_key()))
        .all(reading.db)
        .await?;
    rows.sort_by_key(|person| person.id);
    let ids: Vec<_> = rows.iter().map(|person| person.id).collect();
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        if row.same_as.is_some_and(|same| ids.contains(&same)) {
            continue;
        }
        let others = people::Entity::find()
            .filter(people::Column::SameAs.eq(row.id))
            .order_by_asc(people::Column::Id)
            .all(reading.db)
            .await?;
        let mut joined_as = Vec::with_capacity(others.len());
        for other in others {
            joined_as.push(person(reading, HeldKind::JoinedAs, other).await?);
        }
        found.push(person(reading, HeldKind::Person, row).await?.holds(joined_as));
    }
    Ok(found)
}

async fn person<C: ConnectionTrait>(
    reading: &mut Reading<'_, C>,
    kind: HeldKind,
    row: people::Model,
) -> Result<HeldPart, Error> {
    let db = reading.db;
    let id = row.id;
    let elsewhere = kind == HeldKind::Person && row.same_as.is_some();
    let part = HeldPart::new(kind)
        .with(F::Name, row.name)
        .with(F::Email, row.email)
        .maybe(F::Phone, row.phone)
        .maybe(F::Postcode, row.postcode)
        .word(F::Age, row.age)
        .maybe(F::BirthMonth, row.birth_month)
        .maybe(F::BirthYear, row.birth_year)
        .with(F::KnownSince, row.created_at)
        .maybe(F::GoesOnElsewhere, elsewhere.then_some(true))
        .holds(memberships::read(reading, id).await?)
        .holds(emails::of_person(reading, id).await?)
        .holds(agreed(db, Reader::Person(id)).await?)
        .holds(news_links(db, news_links::Column::PersonId.eq(id)).await?)
        .holds(offers(db, id).await?)
        .holds(noted(db, id).await?)
        .holds(sent_in(db, submissions::Column::PersonId.eq(id)).await?);
    Ok(part.holds(looks::of_person(reading, id).await?))
}

/// What was agreed to by a person, or by whoever is the contact of a group now, the oldest first.
pub(super) async fn agreed(
    db: &impl ConnectionTrait,
    reader: Reader,
) -> Result<Vec<HeldPart>, Error> {
    let mut rows = consents::Entity::find().filter(reader.consents()).all(db).await?;
    if let Reader::Group(_) = reader {
        rows = of_this_contact(rows);
    }
    rows.sort_by_key(|consent| (consent.given_at, consent.id));
    let part = |row: consents::Model| {
        let kind = rules::ConsentKind::parse(&row.kind);
        let kind = kind.ok_or_else(|| Error::fault("a stored consent"))?;
        let wording = match row.given_by.as_str() {
            "committee" => HeldWording::Declared(row.version),
            _ => HeldWording::Shown(rules::ConsentText { kind, version: row.version }),
        };
        Ok(HeldPart::new(HeldKind::Consent)
            .word(F::Agreed, row.kind)
            .with(F::Words, FactValue::Wording(wording))
            .with(F::Wording, row.version)
            .word(F::GivenBy, row.given_by)
            .with(F::Given, row.given_at)
            .maybe(F::Withdrawn, row.withdrawn_at))
    };
    rows.into_iter().map(part).collect()
}

/// When links to stop news were sent. What they carried is kept as its hash alone.
pub(super) async fn news_links(
    db: &impl ConnectionTrait,
    whose: sea_orm::sea_query::Expr,
) -> Result<Vec<HeldPart>, Error> {
    let links = news_links::Entity::find().filter(whose).order_by_asc(news_links::Column::Id);
    let part =
        |row: news_links::Model| HeldPart::new(HeldKind::NewsLink).with(F::At, row.created_at);
    Ok(links.all(db).await?.into_iter().map(part).collect())
}

async fn offers(db: &impl ConnectionTrait, person: i64) -> Result<Vec<HeldPart>, Error> {
    let offers = help_offers::Entity::find().filter(help_offers::Column::PersonId.eq(person));
    let part = |row: help_offers::Model| {
        HeldPart::new(HeldKind::Offer)
            .with(F::District, row.district)
            .with(F::Offered, row.offered_at)
    };
    Ok(offers.all(db).await?.into_iter().map(part).collect())
}

/// What committees noted. Who wrote it is not told.
async fn noted(db: &impl ConnectionTrait, person: i64) -> Result<Vec<HeldPart>, Error> {
    let rows = notes::Entity::find()
        .filter(notes::Column::PersonId.eq(person))
        .order_by_asc(notes::Column::Id)
        .all(db)
        .await?;
    let part = |row: notes::Model| {
        HeldPart::new(HeldKind::Note)
            .with(F::Text, row.text)
            .with(F::Written, row.written_at)
            .maybe(F::Edited, row.edited_at)
    };
    Ok(rows.into_iter().map(part).collect())
}

/// What was sent in by the form, the oldest first.
pub(super) async fn sent_in(
    db: &impl ConnectionTrait,
    whose: sea_orm::sea_query::Expr,
) -> Result<Vec<HeldPart>, Error> {
    let rows = submissions::Entity::find()
        .filter(whose)
        .order_by_asc(submissions::Column::Id)
        .all(db)
        .await?;
    let mut parts = Vec::with_capacity(rows.len());
    for row in rows {
        let part = HeldPart::new(HeldKind::Submission)
            .with(F::Reference, row.reference)
            .with(F::At, row.at)
            .word(F::LedTo, row.led_to)
            .with(F::Representatives, row.representatives)
            .word(F::Place, row.place)
            .maybe(F::Branch, super::branch(db, row.branch_id).await?)
            .with(F::HelpOffered, row.help_offered)
            .with(F::ForGuardian, row.guardian);
        parts.push(part);
    }
    Ok(parts)
}
