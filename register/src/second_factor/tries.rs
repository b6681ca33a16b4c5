//! Tries are counted before the code is looked at, so that many sent at once are many tries.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::{LOCK_MINUTES, SECOND_FACTOR_TRIES, TotpSecret};
use crate::entities::accounts;
use crate::error::Error;
use crate::hash::Token;
use crate::register::{Register, Write};
use crate::{accounts as account, sessions};

/// Whether a code may be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Try {
    /// It may, against this secret; if it is right,
    /// [`Register::second_factor_given`] says so.
    Look {
        /// The secret of the account.
        secret: TotpSecret,
        /// How many tries are left if it is wrong.
        left: u8,
    },
    /// There were too many wrong ones: nothing is looked at before then.
    Locked {
        /// When the next may be tried.
        until: DateTime<Utc>,
    },
    /// The session has ended, or the account has no secret.
    SignIn,
}

impl Register {
    /// Counts a try to give the second factor in a session. Five in a row within
    /// [`LOCK_MINUTES`](crate::LOCK_MINUTES) lock the account for as long, unless the fifth is
    /// right.
    ///
    /// # Errors
    /// When the database cannot be written; the code may not be looked at then.
    pub async fn try_second_factor(
        &self,
        session: &Token,
        at: DateTime<Utc>,
    ) -> Result<Try, Error> {
        self.write(&TrySecondFactor { session, at }).await
    }
}

struct TrySecondFactor<'a> {
    session: &'a Token,
    at: DateTime<Utc>,
}

impl Write for TrySecondFactor<'_> {
    type Done = Try;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Try, Error> {
        let Some(session) = sessions::standing(db, self.session, self.at).await? else {
            return Ok(Try::SignIn);
        };
        let account = account::hold(db, session.account_id).await?;
        let Some(secret) = TotpSecret::of(&account) else { return Ok(Try::SignIn) };
        Ok(match count(db, &account, self.at).await? {
            Counted::Left(left) => Try::Look { secret, left },
            Counted::Locked(until) => Try::Locked { until },
        })
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// What counting a try led to.
pub(super) enum Counted {
    /// It may be looked at; as many are left if it is wrong.
    Left(u8),
    /// It may not, before then.
    Locked(DateTime<Utc>),
}

/// Counts a try of an account that is held.
pub(super) async fn count(
    db: &DatabaseTransaction,
    account: &accounts::Model,
    at: DateTime<Utc>,
) -> Result<Counted, Error> {
    if let Some(until) = account.locked_until.filter(|until| at < *until) {
        return Ok(Counted::Locked(until));
    }
    let lock = TimeDelta::minutes(LOCK_MINUTES);
    let row = account.tries_since.filter(|since| at - *since < lock);
    let tries = row.map_or(0, |_| account.tries) + 1;
    let most = i32::from(SECOND_FACTOR_TRIES);
    if tries < most {
        set(db, account.id, tries, Some(row.unwrap_or(at)), None).await?;
    } else {
        set(db, account.id, 0, None, Some(at + lock)).await?;
    }
    Ok(Counted::Left(u8::try_from(most - tries).unwrap_or(0)))
}

/// The second factor was right: what was wrong before does not count any more.
pub(super) async fn begin_anew(db: &DatabaseTransaction, account: i64) -> Result<(), Error> {
    set(db, account, 0, None, None).await
}

async fn set(
    db: &DatabaseTransaction,
    account: i64,
    tries: i32,
    since: Option<DateTime<Utc>>,
    locked_until: Option<DateTime<Utc>>,
) -> Result<(), Error> {
    accounts::Entity::update_many()
        .col_expr(accounts::Column::Tries, Expr::value(tries))
        .col_expr(accounts::Column::TriesSince, Expr::value(since))
        .col_expr(accounts::Column::LockedUntil, Expr::value(locked_until))
        .filter(accounts::Column::Id.eq(account))
        .exec(db)
        .await?;
    Ok(())
}
