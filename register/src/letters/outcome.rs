//! How sending a letter went.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::{GIVEN_UP, SENT, WAITING, farewells, goodbyes};
use crate::entities::letters;
use crate::error::Error;
use crate::register::{Register, Write};

/// Why a letter was not sent: a class of problem, so that no address can be in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterProblem {
    /// The mail server could not be reached, or not securely.
    Unreachable,
    /// The mail server said: not now (4yz).
    Deferred,
    /// The mail server said: never (5yz).
    Refused,
    /// No message can be made of it: an address that mail does not take.
    NotAMessage,
    /// It could not be written to its file.
    NotWritten,
    /// It makes no sense any more: what it asks for can no longer be done.
    TooLate,
}

impl LetterProblem {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Deferred => "deferred",
            Self::Refused => "refused",
            Self::NotAMessage => "not-a-message",
            Self::NotWritten => "not-written",
            Self::TooLate => "too-late",
        }
    }
}

impl std::fmt::Display for LetterProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Register {
    /// Says that a letter was sent. Once is enough, whichever attempt it was.
    ///
    /// # Errors
    /// When the database cannot be used: the letter may be sent twice then.
    pub async fn letter_sent(&self, id: i64, at: DateTime<Utc>) -> Result<(), Error> {
        self.write(&Sent { id, at }).await
    }

    /// Says that this attempt failed, and when to try again: `None` gives the letter up. An
    /// attempt that another has followed has nothing to say any more.
    ///
    /// # Errors
    /// When the database cannot be used: the letter is tried again when its lease has passed.
    pub async fn letter_failed(
        &self,
        id: i64,
        attempt: i32,
        at: DateTime<Utc>,
        problem: LetterProblem,
        next: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        self.write(&Failed { id, attempt, at, problem, next }).await
    }

    /// How many letters have been given up.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn letters_given_up(&self) -> Result<u64, Error> {
        let given_up = letters::Entity::find()
            .filter(Expr::cust(format!("state = '{GIVEN_UP}'")))
            .count(self.reader());
        Ok(given_up.await?)
    }

    /// When the next letter is due; `None` when none waits.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn next_letter_due(&self) -> Result<Option<DateTime<Utc>>, Error> {
        let next = letters::Entity::find()
            .select_only()
            .column(letters::Column::NextAttemptAt)
            .filter(Expr::cust(format!("state = '{WAITING}'")))
            .order_by_asc(letters::Column::NextAttemptAt)
            .into_tuple()
            .one(self.reader());
        Ok(next.await?)
    }
}

struct Sent {
    id: i64,
    at: DateTime<Utc>,
}

impl Write for Sent {
    type Done = ();
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<(), Error> {
        letters::Entity::update_many()
            .col_expr(letters::Column::State, Expr::value(SENT))
            .col_expr(letters::Column::SentAt, Expr::value(self.at))
            .col_expr(letters::Column::LastProblem, Expr::value(None::<String>))
            .filter(letters::Column::Id.eq(self.id))
            .filter(letters::Column::State.eq(WAITING))
            .exec(db)
            .await?;
        farewells::said(db, self.id).await?;
        goodbyes::said(db, self.id).await
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

struct Failed {
    id: i64,
    attempt: i32,
    at: DateTime<Utc>,
    problem: LetterProblem,
    next: Option<DateTime<Utc>>,
}

impl Write for Failed {
    type Done = ();
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<(), Error> {
        let this_attempt = letters::Entity::find_by_id(self.id)
            .filter(letters::Column::State.eq(WAITING))
            .filter(letters::Column::Attempts.eq(self.attempt))
            .lock_exclusive()
            .one(db)
            .await?;
        match (this_attempt, self.next) {
            (None, _) => Ok(()),
            (Some(letter), None) => give_up(db, letter.id, self.problem, self.at).await,
            (Some(letter), Some(next)) => {
                letters::Entity::update_many()
                    .col_expr(letters::Column::NextAttemptAt, Expr::value(next))
                    .col_expr(letters::Column::LastProblem, Expr::value(self.problem.as_str()))
                    .filter(letters::Column::Id.eq(letter.id))
                    .exec(db)
                    .await?;
                Ok(())
            }
        }
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// Gives a letter up: it is kept, and counted, but not tried again.
pub(super) async fn give_up(
    db: &DatabaseTransaction,
    id: i64,
    problem: LetterProblem,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    letters::Entity::update_many()
        .col_expr(letters::Column::State, Expr::value(GIVEN_UP))
        .col_expr(letters::Column::GivenUpAt, Expr::value(at))
        .col_expr(letters::Column::LastProblem, Expr::value(problem.as_str()))
        .filter(letters::Column::Id.eq(id))
        .exec(db)
        .await?;
    farewells::said(db, id).await?;
    goodbyes::said(db, id).await
}
