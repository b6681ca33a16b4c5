//! The letter to somebody who has left. Nothing else is known of them when it is sent: where it
//! goes is kept for as long as it takes.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
};

use super::content::{LetterContent, Recipient};
use super::owe::{About, owe};
use crate::entities::{goodbyes, letters};
use crate::error::Error;

/// What the letter to somebody who has left says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftLetter {
    /// Who they were.
    pub name: String,
    /// The number of their membership; `None` if it had not started.
    pub number: Option<String>,
    /// When they left.
    pub left: DateTime<Utc>,
}

/// Owes somebody the letter that they have left.
pub(crate) async fn say_goodbye(
    db: &DatabaseTransaction,
    to: Recipient,
    number: Option<String>,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let goodbye = goodbyes::ActiveModel {
        name: Set(to.name),
        email: Set(to.email),
        number: Set(number),
        left_at: Set(at),
        ..Default::default()
    };
    let goodbye = goodbyes::Entity::insert(goodbye).exec(db).await?.last_insert_id;
    owe(db, About::Left(goodbye), at).await
}

pub(super) async fn read(
    db: &DatabaseTransaction,
    goodbye: i64,
) -> Result<Option<(Recipient, LetterContent)>, Error> {
    let row = goodbyes::Entity::find_by_id(goodbye).one(db).await?;
    Ok(row.map(|row| {
        let letter = LeftLetter { name: row.name.clone(), number: row.number, left: row.left_at };
        (Recipient { name: row.name, email: row.email }, LetterContent::Left(letter))
    }))
}

/// A letter was sent, or will not be: what only it needed is erased.
pub(super) async fn said(db: &DatabaseTransaction, letter: i64) -> Result<(), Error> {
    let of_letter = letters::Entity::find()
        .select_only()
        .column(letters::Column::GoodbyeId)
        .filter(letters::Column::Id.eq(letter))
        .filter(letters::Column::GoodbyeId.is_not_null())
        .into_query();
    goodbyes::Entity::delete_many()
        .filter(Expr::col(goodbyes::Column::Id).in_subquery(of_letter))
        .exec(db)
        .await?;
    Ok(())
}
