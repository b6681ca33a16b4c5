//! The groups that the address has to do with: all of a group for its contact, and of a seat what
//! is about whoever is in it.

use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::names::{FactName as F, HeldKind};
use super::part::HeldPart;
use super::{HeldFiles, Reading, branch, emails, evidence, letters, looks, people};
use crate::entities::{
    farewells, groups, letters as letter_rows, links as link_rows, news_links, seats, submissions,
};
use crate::error::Error;
use crate::news::Reader;

/// Reads them, and who was replaced as a representative and has not been told.
pub(super) async fn read<C: ConnectionTrait>(
    reading: &mut Reading<'_, C>,
) -> Result<Vec<HeldPart>, Error> {
    let db = reading.db;
    let key = reading.by.email_key();
    let mut rows = groups::Entity::find()
        .filter(groups::Column::ContactEmailKey.eq(key))
        .order_by_asc(groups::Column::Id)
        .all(db)
        .await?;
    // As the index has it: addresses are compared in lower case.
    let email = Func::lower(Expr::col((seats::Entity, seats::Column::Email)));
    let held = seats::Entity::find().filter(Expr::expr(email).eq(key)).all(db).await?;
    let is_missing = |group: &i64| rows.iter().all(|row| row.id != *group);
    let represented: Vec<_> = held.iter().map(|seat| seat.group_id).filter(is_missing).collect();
    if !represented.is_empty() {
        let more = groups::Entity::find()
            .filter(groups::Column::Id.is_in(represented))
            .order_by_asc(groups::Column::Id);
        rows.extend(more.all(db).await?);
    }
    let mut parts = Vec::with_capacity(rows.len());
    for row in rows {
        parts.push(group(reading, row).await?);
    }
    parts.extend(replaced(db, key).await?);
    Ok(parts)
}

async fn group<C: ConnectionTrait>(
    reading: &mut Reading<'_, C>,
    row: groups::Model,
) -> Result<HeldPart, Error> {
    let db = reading.db;
    let key = reading.by.email_key();
    let is_contact = row.contact_email_key == key;
    let id = row.id;
    let mut part = head(db, &row).await?;
    if is_contact {
        part = part
            .maybe(F::Website, row.website)
            .with(F::Postcode, row.postcode)
            .with(F::Contact, row.contact_name)
            .with(F::ContactEmail, row.contact_email)
            .maybe(F::ContactPhone, row.contact_phone)
            .holds(people::agreed(db, Reader::Group(id)).await?)
            .holds(emails::of_group(reading, id).await?)
            .holds(people::news_links(db, news_links::Column::GroupId.eq(id)).await?)
            .holds(people::sent_in(db, submissions::Column::GroupId.eq(id)).await?)
            .holds(letters::read(db, letter_rows::Column::GroupId.eq(id)).await?);
    }
    let seats = seats::Entity::find()
        .filter(seats::Column::GroupId.eq(id))
        .order_by_asc(seats::Column::Place)
        .all(db)
        .await?;
    for seat in seats {
        let is_own = seat.email.eq_ignore_ascii_case(key);
        if is_own || is_contact {
            part.parts.push(representative(db, reading.files, seat, is_own).await?);
        }
    }
    Ok(part.holds(looks::of_group(db, &mut reading.who, id).await?))
}

/// Which group it is.
pub(super) async fn head(
    db: &impl ConnectionTrait,
    row: &groups::Model,
) -> Result<HeldPart, Error> {
    Ok(HeldPart::new(HeldKind::Group)
        .with(F::Name, row.name.clone())
        .word(F::Kind, row.kind.clone())
        .with(F::Number, row.number.clone())
        .with(F::Joined, row.joined_at)
        .maybe(F::Ended, row.ended_at)
        .maybe(F::Branch, branch(db, row.branch_id).await?)
        .maybe_word(F::Placed, row.placed.clone()))
}

/// A seat: of somebody else's, what their group has to know.
pub(super) async fn representative(
    db: &impl ConnectionTrait,
    files: HeldFiles,
    row: seats::Model,
    is_own: bool,
) -> Result<HeldPart, Error> {
    let part = HeldPart::new(HeldKind::Seat)
        .with(F::Seat, row.place)
        .with(F::Name, row.name)
        .word(F::State, row.state)
        .with(F::Declared, row.declared_at)
        .maybe(F::Confirmed, row.confirmed_at);
    if !is_own {
        return Ok(part);
    }
    Ok(part
        .with(F::Email, row.email)
        .holds(evidence::read(db, files, row.id).await?)
        .holds(letters::read(db, letter_rows::Column::SeatId.eq(row.id)).await?)
        .holds(letters::links(db, link_rows::Column::SeatId.eq(row.id)).await?))
}

async fn replaced(db: &impl ConnectionTrait, key: &str) -> Result<Vec<HeldPart>, Error> {
    let email = Func::lower(Expr::col((farewells::Entity, farewells::Column::Email)));
    let rows = farewells::Entity::find()
        .filter(Expr::expr(email).eq(key))
        .order_by_asc(farewells::Column::Id)
        .all(db)
        .await?;
    let mut parts = Vec::with_capacity(rows.len());
    for row in rows {
        let group = groups::Entity::find_by_id(row.group_id).one(db).await?;
        let part = HeldPart::new(HeldKind::Farewell)
            .with(F::Name, row.name)
            .with(F::Email, row.email)
            .maybe(F::Group, group.map(|group| group.name))
            .with(F::Removed, row.removed)
            .holds(letters::read(db, letter_rows::Column::FarewellId.eq(row.id)).await?);
        parts.push(part);
    }
    Ok(parts)
}
