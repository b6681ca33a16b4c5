//! The letter to somebody who has left, and to whoever had agreed to it. Nothing else is known of them when it is sent: where it
//! goes is kept for as long as it takes.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
};

use super::content::{LetterContent, Recipient};
use super::owe::{About, owe};
use crate::entities::{goodbyes, groups, letters};
use crate::error::Error;
use crate::stored;

/// What the letter to somebody who has left says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftLetter {
    /// How it came.
    pub how: LeftHow,
    /// Who they were.
    pub name: String,
    /// The number of their membership; `None` if it had not started.
    pub number: Option<String>,
    /// When they left.
    pub left: DateTime<Utc>,
}

/// How a membership came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftHow {
    /// Its member has left: the letter goes to them.
    Themselves,
    /// A parent or guardian took their agreement back: the letter goes to the member.
    GuardianWithdrew,
    /// The same: the letter goes to the parent or guardian.
    Withdrew,
}

impl LeftHow {
    const ALL: [Self; 3] = [Self::Themselves, Self::GuardianWithdrew, Self::Withdrew];

    /// The word for it in the database.
    const fn as_str(self) -> &'static str {
        match self {
            Self::Themselves => "themselves",
            Self::GuardianWithdrew => "guardian-withdrew",
            Self::Withdrew => "withdrew",
        }
    }

    fn parse(word: &str) -> Result<Self, Error> {
        let found = Self::ALL.into_iter().find(|how| how.as_str() == word);
        found.ok_or_else(|| Error::fault("a stored goodbye"))
    }
}

/// What the letter to the contact of a group that has left says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupLeftLetter {
    /// The contact.
    pub name: String,
    /// What the group was called.
    pub group: String,
    /// The number of its membership.
    pub number: String,
    /// When it left.
    pub left: DateTime<Utc>,
}

/// As what somebody is told that a group has left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ToldAs {
    /// Its contact.
    Contact,
    /// Whoever represented it.
    Representative,
}

/// Owes somebody the letter that they have left.
pub(crate) async fn say_goodbye(
    db: &DatabaseTransaction,
    to: Recipient,
    how: LeftHow,
    number: Option<String>,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let goodbye = goodbyes::ActiveModel {
        how: Set(how.as_str().to_owned()),
        name: Set(to.name),
        email: Set(to.email),
        number: Set(number),
        left_at: Set(at),
        ..Default::default()
    };
    let goodbye = goodbyes::Entity::insert(goodbye).exec(db).await?.last_insert_id;
    owe(db, About::Left(goodbye), at).await
}

/// Owes somebody the letter that a group has left.
pub(crate) async fn group_left(
    db: &DatabaseTransaction,
    to: Recipient,
    told_as: ToldAs,
    group: &groups::Model,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let goodbye = goodbyes::ActiveModel {
        name: Set(to.name),
        email: Set(to.email),
        number: Set(Some(group.number.clone())),
        group_name: Set(Some(group.name.clone())),
        left_at: Set(at),
        ..Default::default()
    };
    let goodbye = goodbyes::Entity::insert(goodbye).exec(db).await?.last_insert_id;
    let about = match told_as {
        ToldAs::Contact => About::GroupLeft(goodbye),
        ToldAs::Representative => About::GroupGone(goodbye),
    };
    owe(db, about, at).await
}

/// What the letter about a group that has left says.
pub(super) async fn read_of_group(
    db: &DatabaseTransaction,
    goodbye: i64,
    told_as: ToldAs,
) -> Result<Option<(Recipient, LetterContent)>, Error> {
    let Some(row) = goodbyes::Entity::find_by_id(goodbye).one(db).await? else { return Ok(None) };
    let (name, group) = (row.name.clone(), stored::there(row.group_name)?);
    let content = match told_as {
        ToldAs::Contact => {
            let number = stored::there(row.number)?;
            LetterContent::GroupLeft(GroupLeftLetter { name, group, number, left: row.left_at })
        }
        ToldAs::Representative => LetterContent::GroupGone { name, group },
    };
    Ok(Some((Recipient { name: row.name, email: row.email }, content)))
}

pub(super) async fn read(
    db: &DatabaseTransaction,
    goodbye: i64,
) -> Result<Option<(Recipient, LetterContent)>, Error> {
    let Some(row) = goodbyes::Entity::find_by_id(goodbye).one(db).await? else { return Ok(None) };
    let letter = LeftLetter {
        how: LeftHow::parse(&row.how)?,
        name: row.name.clone(),
        number: row.number,
        left: row.left_at,
    };
    Ok(Some((Recipient { name: row.name, email: row.email }, LetterContent::Left(letter))))
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
