//! Links that were sent out, by the hash of their tokens.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use crate::entities::links;
use crate::error::Error;
use crate::hash::Token;

/// Links of a request that was withdrawn, to be kept for the one that replaces it.
#[derive(Debug)]
pub(crate) struct Links(Vec<links::Model>);

impl Links {
    pub(crate) const fn none() -> Self {
        Self(Vec::new())
    }
}

/// What a link is for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum For {
    Guardian(i64),
    Seat(i64),
}

/// Makes a link. Those made before stay valid: a letter may have been sent twice.
pub(crate) async fn make(
    db: &DatabaseTransaction,
    token: &Token,
    what: For,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let (guardian, seat) = match what {
        For::Guardian(guardian) => (Some(guardian), None),
        For::Seat(seat) => (None, Some(seat)),
    };
    let link = links::ActiveModel {
        token_hash: Set(token.hash()),
        guardian_id: Set(guardian),
        seat_id: Set(seat),
        created_at: Set(at),
        ..Default::default()
    };
    links::Entity::insert(link).exec_without_returning(db).await?;
    Ok(())
}

/// The link of this token.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    token: &Token,
) -> Result<Option<links::Model>, Error> {
    let link = links::Entity::find().filter(links::Column::TokenHash.eq(token.hash()));
    Ok(link.one(db).await?)
}

/// The links that a guardian was sent.
pub(crate) async fn of_guardian(db: &DatabaseTransaction, guardian: i64) -> Result<Links, Error> {
    let links = links::Entity::find().filter(links::Column::GuardianId.eq(guardian));
    Ok(Links(links.all(db).await?))
}

/// Lets the same guardian use them for the request that replaces the old one.
pub(crate) async fn keep(
    db: &DatabaseTransaction,
    links: Links,
    guardian: i64,
) -> Result<(), Error> {
    for link in links.0 {
        let link = links::ActiveModel {
            id: NotSet,
            guardian_id: Set(Some(guardian)),
            token_hash: Set(link.token_hash),
            seat_id: Set(None),
            created_at: Set(link.created_at),
        };
        links::Entity::insert(link).exec_without_returning(db).await?;
    }
    Ok(())
}
