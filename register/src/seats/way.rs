//! How somebody gets to a seat: by the link in a letter to whoever is in it, or by having signed
//! in with their address, or with that of the group's contact.

use sea_orm::sea_query::LockType;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
};

use crate::access_log::Actor;
use crate::entities::{groups, seats};
use crate::error::Error;
use crate::hash::Token;
use crate::links;
use crate::permits::OwnPermit;

/// How somebody gets to a seat.
#[derive(Debug, Clone, Copy)]
pub enum SeatWay<'a> {
    /// By the link in a letter to whoever is in it.
    Link(&'a Token),
    /// By having signed in.
    Own {
        /// With which address.
        by: &'a OwnPermit,
        /// The number of the group.
        group: &'a str,
        /// Which seat: 1 or 2.
        place: u8,
    },
}

impl<'a> From<&'a Token> for SeatWay<'a> {
    fn from(link: &'a Token) -> Self {
        Self::Link(link)
    }
}

/// A seat that somebody has got to.
pub(crate) struct Reached {
    pub(crate) seat: seats::Model,
    /// Its group, which has not left.
    pub(crate) group: groups::Model,
    /// Whether they are the one who is in it, as far as their letters or their address say.
    pub(crate) is_theirs: bool,
}

impl SeatWay<'_> {
    /// Who the access log says did it.
    pub(crate) const fn actor(self) -> Actor {
        match self {
            Self::Link(_) => Actor::Representative,
            Self::Own { by, .. } => by.actor(),
        }
    }

    /// The seat, and its group; `None` when the way leads nowhere, or not any more.
    pub(crate) async fn find(self, db: &impl ConnectionTrait) -> Result<Option<Reached>, Error> {
        match self {
            Self::Link(token) => by_link(db, token).await,
            Self::Own { by, group, place } => by_address(db, by, group, place).await,
        }
    }

    /// The same, with the group held: nothing else changes its seats during this transaction.
    pub(crate) async fn hold(self, db: &DatabaseTransaction) -> Result<Option<Reached>, Error> {
        let Some(found) = self.find(db).await? else { return Ok(None) };
        // Not against whoever only refers to it: a role that is being given.
        groups::Entity::find_by_id(found.group.id).lock(LockType::NoKeyUpdate).one(db).await?;
        // It may have changed while another transaction held it.
        self.find(db).await
    }

    /// The seat of whoever is in it, for them alone.
    pub(crate) async fn find_own(
        self,
        db: &impl ConnectionTrait,
    ) -> Result<Option<Reached>, Error> {
        Ok(self.find(db).await?.filter(|found| found.is_theirs))
    }

    /// The same, held.
    pub(crate) async fn hold_own(self, db: &DatabaseTransaction) -> Result<Option<Reached>, Error> {
        Ok(self.hold(db).await?.filter(|found| found.is_theirs))
    }
}

async fn by_link(db: &impl ConnectionTrait, token: &Token) -> Result<Option<Reached>, Error> {
    let Some(seat) = links::find(db, token).await?.and_then(|link| link.seat_id) else {
        return Ok(None);
    };
    let Some(seat) = seats::Entity::find_by_id(seat).one(db).await? else { return Ok(None) };
    let group = groups::Entity::find_by_id(seat.group_id)
        .filter(groups::Column::EndedAt.is_null())
        .one(db)
        .await?;
    Ok(group.map(|group| Reached { seat, group, is_theirs: true }))
}

async fn by_address(
    db: &impl ConnectionTrait,
    by: &OwnPermit,
    group: &str,
    place: u8,
) -> Result<Option<Reached>, Error> {
    if !by.stands(db).await? {
        return Ok(None);
    }
    let group = groups::Entity::find()
        .filter(groups::Column::Number.eq(group))
        .filter(groups::Column::EndedAt.is_null())
        .one(db)
        .await?;
    let Some(group) = group else { return Ok(None) };
    let seat = seats::Entity::find()
        .filter(seats::Column::GroupId.eq(group.id))
        .filter(seats::Column::Place.eq(i32::from(place)))
        .one(db)
        .await?;
    let Some(seat) = seat else { return Ok(None) };
    let is_theirs = seat.email.eq_ignore_ascii_case(by.email_key());
    let is_contact = group.contact_email_key == by.email_key();
    Ok((is_theirs || is_contact).then_some(Reached { seat, group, is_theirs }))
}
