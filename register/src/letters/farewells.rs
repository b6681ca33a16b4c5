//! The letter to a representative who was replaced or removed. Nothing else is known of them when it
//! is sent: where it goes is kept for as long as it takes.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
    QueryTrait,
};

use super::content::{LetterContent, Recipient};
use super::evidence::{EvidenceLetter, EvidenceTurn};
use super::owe::{About, owe};
use super::read::{branch, group_row};
use crate::entities::{farewells, groups, letters, seats};
use crate::error::Error;

/// Whether nothing has been sent to a representative: they do not know yet that they were named.
pub(crate) async fn is_untold(
    db: &impl ConnectionTrait,
    seat: &seats::Model,
) -> Result<bool, Error> {
    let letters = letters::Entity::find().filter(letters::Column::SeatId.eq(seat.id)).all(db);
    let letters = letters.await?;
    let is_asked = letters.iter().any(|letter| letter.kind == "representative");
    // One that was tried may have arrived.
    Ok(is_asked && letters.iter().all(|letter| letter.attempts == 0))
}

/// Owes a representative the letter that they are in their seat no more: somebody else is, if they
/// were replaced. Whoever does not know of it yet is not told that they are out of it.
pub(crate) async fn bid_farewell(
    db: &DatabaseTransaction,
    group: &groups::Model,
    seat: &seats::Model,
    is_replaced: bool,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    if is_untold(db, seat).await? {
        return Ok(());
    }
    let farewell = farewells::ActiveModel {
        group_id: Set(group.id),
        name: Set(seat.name.clone()),
        email: Set(seat.email.clone()),
        removed: Set(!is_replaced),
        ..Default::default()
    };
    let farewell = farewells::Entity::insert(farewell).exec(db).await?.last_insert_id;
    owe(db, About::Replaced(group.id, farewell), at).await
}

pub(super) async fn read(
    db: &DatabaseTransaction,
    group: i64,
    farewell: i64,
) -> Result<Option<(Recipient, LetterContent)>, Error> {
    let farewell = farewells::Entity::find_by_id(farewell).one(db).await?;
    let Some(farewell) = farewell else { return Ok(None) };
    let group = group_row(db, group).await?;
    let letter = EvidenceLetter {
        name: farewell.name.clone(),
        group: group.name,
        branch: branch(db, group.branch_id).await?,
        turn: if farewell.removed { EvidenceTurn::Removed } else { EvidenceTurn::Replaced },
    };
    let to = Recipient { name: farewell.name, email: farewell.email };
    Ok(Some((to, LetterContent::Evidence(letter))))
}

/// A letter was sent, or will not be: what only it needed is erased.
pub(super) async fn said(db: &DatabaseTransaction, letter: i64) -> Result<(), Error> {
    let of_letter = letters::Entity::find()
        .select_only()
        .column(letters::Column::FarewellId)
        .filter(letters::Column::Id.eq(letter))
        .filter(letters::Column::FarewellId.is_not_null())
        .into_query();
    farewells::Entity::delete_many()
        .filter(Expr::col(farewells::Column::Id).in_subquery(of_letter))
        .exec(db)
        .await?;
    Ok(())
}
