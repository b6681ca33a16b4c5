//! The links in letters about a change of an e-mail address, by the hash of their tokens.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::owner::Owner;
use crate::entities::{email_changes, email_links};
use crate::error::Error;
use crate::hash::Token;

/// To which address a link went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// To the new one, to confirm it.
    New,
    /// To the old one, to go back to it.
    Old,
}

impl Side {
    const fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Old => "old",
        }
    }
}

/// Makes a link. Those made before stay valid: a letter may have been sent twice.
pub(crate) async fn make(
    db: &DatabaseTransaction,
    token: &Token,
    change: i64,
    side: Side,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let link = email_links::ActiveModel {
        token_hash: Set(token.hash()),
        change_id: Set(change),
        side: Set(side.as_str().to_owned()),
        created_at: Set(at),
        ..Default::default()
    };
    email_links::Entity::insert(link).exec_without_returning(db).await?;
    Ok(())
}

/// The change that a link is about.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    token: &Token,
    side: Side,
) -> Result<Option<email_changes::Model>, Error> {
    let link = email_links::Entity::find()
        .filter(email_links::Column::TokenHash.eq(token.hash()))
        .filter(email_links::Column::Side.eq(side.as_str()))
        .one(db)
        .await?;
    let Some(link) = link else { return Ok(None) };
    Ok(email_changes::Entity::find_by_id(link.change_id).one(db).await?)
}

/// The same, with whose it is held during this transaction.
pub(super) async fn hold(
    db: &DatabaseTransaction,
    token: &Token,
    side: Side,
) -> Result<Option<email_changes::Model>, Error> {
    match find(db, token, side).await? {
        // It may have been answered while another transaction held them.
        Some(change) if Owner::hold(db, &change).await? => find(db, token, side).await,
        _ => Ok(None),
    }
}
