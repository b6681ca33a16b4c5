//! What letters to representatives about evidence say.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{DatabaseTransaction, EntityTrait};

use super::content::{LetterContent, Recipient};
use super::read::{branch, group_row};
use crate::entities::{evidence as rows, seats};
use crate::error::Error;
use crate::evidence::{self, QUERIED, SeatState};
use crate::hash::Token;
use crate::links::{self, For};
use crate::place::InBranch;
use crate::stored;

/// What letters about evidence say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceLetter {
    /// The representative.
    pub name: String,
    /// The group.
    pub group: String,
    /// The branch whose committee asks; `None` for the network.
    pub branch: Option<InBranch>,
    /// What has happened.
    pub turn: EvidenceTurn,
}

/// A turn that evidence takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EvidenceTurn {
    /// It is asked for.
    Asked {
        /// Until when.
        due: NaiveDate,
        /// What the link to answer carries.
        token: Token,
    },
    /// It has arrived.
    Received {
        /// What the link to see it carries.
        token: Token,
    },
    /// It was accepted.
    Accepted,
    /// Something is missing, and they are asked again.
    Queried {
        /// What is missing.
        missing: String,
        /// Until when.
        due: NaiveDate,
        /// What the link to answer carries.
        token: Token,
    },
    /// Somebody else was named in their place.
    Replaced,
    /// Their group has ended that they represent it.
    Removed,
}

type Said = Option<(Recipient, LetterContent)>;

pub(super) async fn asked(
    db: &DatabaseTransaction,
    seat: i64,
    token: &Token,
    at: DateTime<Utc>,
) -> Result<Said, Error> {
    let now = Now::of(db, seat).await?;
    match (now.state, now.rounds.first()) {
        (SeatState::Requested, Some(round)) => {
            links::make(db, token, For::Seat(seat), at).await?;
            let turn = EvidenceTurn::Asked { due: round.due_on, token: token.clone() };
            now.letter(db, turn).await
        }
        _ => Ok(None),
    }
}

pub(super) async fn received(
    db: &DatabaseTransaction,
    seat: i64,
    token: &Token,
    at: DateTime<Utc>,
) -> Result<Said, Error> {
    let now = Now::of(db, seat).await?;
    if now.state != SeatState::Supplied {
        return Ok(None);
    }
    links::make(db, token, For::Seat(seat), at).await?;
    now.letter(db, EvidenceTurn::Received { token: token.clone() }).await
}

pub(super) async fn accepted(db: &DatabaseTransaction, seat: i64) -> Result<Said, Error> {
    let now = Now::of(db, seat).await?;
    if now.state != SeatState::Accepted {
        return Ok(None);
    }
    now.letter(db, EvidenceTurn::Accepted).await
}

pub(super) async fn queried(
    db: &DatabaseTransaction,
    seat: i64,
    token: &Token,
    at: DateTime<Utc>,
) -> Result<Said, Error> {
    let now = Now::of(db, seat).await?;
    let mut rounds = now.rounds.iter();
    match (now.state, rounds.next(), rounds.next()) {
        (SeatState::Requested, Some(round), Some(before)) if before.state == QUERIED => {
            links::make(db, token, For::Seat(seat), at).await?;
            let missing = before.why.clone().unwrap_or_default();
            let turn = EvidenceTurn::Queried { missing, due: round.due_on, token: token.clone() };
            now.letter(db, turn).await
        }
        _ => Ok(None),
    }
}

/// A seat as it is now.
struct Now {
    seat: seats::Model,
    state: SeatState,
    rounds: Vec<rows::Model>,
}

impl Now {
    async fn of(db: &DatabaseTransaction, seat: i64) -> Result<Self, Error> {
        let seat = stored::there(seats::Entity::find_by_id(seat).one(db).await?)?;
        let rounds = evidence::of_seats(db, [seat.id]).await?;
        Ok(Self { state: evidence::state(Some(&seat), rounds.first())?, seat, rounds })
    }

    async fn letter(&self, db: &DatabaseTransaction, turn: EvidenceTurn) -> Result<Said, Error> {
        let group = group_row(db, self.seat.group_id).await?;
        if group.ended_at.is_some() {
            return Ok(None);
        }
        let letter = EvidenceLetter {
            name: self.seat.name.clone(),
            group: group.name,
            branch: branch(db, group.branch_id).await?,
            turn,
        };
        let to = Recipient { name: self.seat.name.clone(), email: self.seat.email.clone() };
        Ok(Some((to, LetterContent::Evidence(letter))))
    }
}
