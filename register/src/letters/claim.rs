//! Claiming a letter: one attempt to send it belongs to one sender.

use chrono::{DateTime, TimeDelta, Utc};
use rules::Retention;
use sea_orm::sea_query::{Expr, ExprTrait, LockBehavior, LockType};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::WAITING;
use super::content::{LetterContent, Recipient};
use super::outcome::{LetterProblem, give_up};
use super::owe::About;
use super::read;
use crate::entities::letters;
use crate::error::Error;
use crate::hash::Token;
use crate::register::{Register, Write};

/// A letter to send now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its number; the same in every attempt.
    pub id: i64,
    /// Which attempt this is, from 1.
    pub attempt: i32,
    /// To whom it goes.
    pub to: Recipient,
    /// What it says.
    pub content: LetterContent,
}

impl Register {
    /// Claims the letter that is due longest at `at`, for one attempt: nobody else gets it before
    /// `lease` has passed. What becomes of it is said by [`Register::letter_sent`] or
    /// [`Register::letter_failed`]; a sender that dies lets the lease pass, and the letter is due
    /// again. `token` has to be a new one each time: it is used up if the letter carries a link.
    /// The links of earlier attempts stay valid, since any of them may have arrived.
    ///
    /// # Errors
    /// When the database cannot be used; no letter is claimed then.
    pub async fn claim_letter(
        &self,
        at: DateTime<Utc>,
        token: &Token,
        lease: TimeDelta,
    ) -> Result<Option<Letter>, Error> {
        loop {
            // Most of the time nothing is due, and looking costs no write.
            if due(at).one(self.reader()).await?.is_none() {
                return Ok(None);
            }
            let kept = self.retention();
            match self.write(&Claim { at, token, lease, kept }).await? {
                Claimed::Letter(letter) => return Ok(Some(*letter)),
                Claimed::Nothing => return Ok(None),
                Claimed::Useless => {}
            }
        }
    }
}

struct Claim<'a> {
    at: DateTime<Utc>,
    token: &'a Token,
    lease: TimeDelta,
    /// For how long links work.
    kept: &'a Retention,
}

enum Claimed {
    Letter(Box<Letter>),
    /// Nothing is due that somebody else is not just claiming.
    Nothing,
    /// It was of no use any more, and has been given up.
    Useless,
}

fn due(at: DateTime<Utc>) -> Select<letters::Entity> {
    letters::Entity::find()
        // Written out, so that the index of what is due serves whatever value is bound.
        .filter(Expr::col(letters::Column::State).eq(Expr::cust(format!("'{WAITING}'"))))
        .filter(letters::Column::NextAttemptAt.lte(at))
        .order_by_asc(letters::Column::NextAttemptAt)
        .order_by_asc(letters::Column::Id)
}

impl Write for Claim<'_> {
    type Done = Claimed;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Claimed, Error> {
        let next = due(self.at)
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .one(db)
            .await?;
        let Some(row) = next else { return Ok(Claimed::Nothing) };
        let about = About::of(&row).ok_or_else(|| Error::fault("a stored letter"))?;
        let read = read::read(db, about, self.token, self.kept, self.at).await?;
        let Some((to, content)) = read else {
            give_up(db, row.id, LetterProblem::TooLate, self.at).await?;
            return Ok(Claimed::Useless);
        };
        letters::Entity::update_many()
            .col_expr(letters::Column::Attempts, Expr::value(row.attempts + 1))
            .col_expr(letters::Column::NextAttemptAt, Expr::value(self.at + self.lease))
            .filter(letters::Column::Id.eq(row.id))
            .exec(db)
            .await?;
        let letter = Letter { id: row.id, attempt: row.attempts + 1, to, content };
        Ok(Claimed::Letter(Box::new(letter)))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}
