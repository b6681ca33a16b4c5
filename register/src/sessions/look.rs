//! Whose a session is.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::{ends_at, latest_end, standing};
use crate::accounts::AccountId;
use crate::entities::{accounts, sessions};
use crate::error::Error;
use crate::hash::Token;
use crate::register::{Register, Write};
use crate::roles::{self, Role};

/// Somebody who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Their account.
    pub account: AccountId,
    /// Its address.
    pub email: String,
    /// Whether the second factor was given, or still has to be.
    pub second_factor: SecondFactor,
    /// The roles that they have now, the oldest first.
    pub roles: Vec<Role>,
    /// When the session ends if nothing more is done.
    pub ends_at: DateTime<Utc>,
    /// When it ends whatever is done.
    pub latest_end: DateTime<Utc>,
}

/// How a session stands with the second factor. Whoever has a role needs it before anybody else's
/// data is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondFactor {
    /// There is no role that it would be needed for.
    NotNeeded,
    /// The account has none yet.
    ToSetUp,
    /// The account has one; it has not been given in this session.
    ToGive,
    /// It has been given.
    Given,
}

/// How long a session may have been seen without that being noted: most requests only read.
const NOTED_WITHIN: TimeDelta = TimeDelta::minutes(1);

impl Register {
    /// The session of a token; `None` when it is unknown or has ended: signed out, nothing done
    /// for [`IDLE_MINUTES`](crate::IDLE_MINUTES), or begun
    /// [`SESSION_HOURS`](crate::SESSION_HOURS) ago. Notes that something was done, to the minute.
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn session(
        &self,
        token: &Token,
        at: DateTime<Utc>,
    ) -> Result<Option<Session>, Error> {
        let Some(mut session) = standing(self.reader(), token, at).await? else { return Ok(None) };
        if at - session.seen_at >= NOTED_WITHIN {
            self.write(&Seen { session: session.id, at }).await?;
            session.seen_at = at;
        }
        read(self.reader(), session).await
    }

    /// As [`Register::session`], for a look that nobody took, such as an open stream's own: it
    /// does not keep the session from ending.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn look_at_session(
        &self,
        token: &Token,
        at: DateTime<Utc>,
    ) -> Result<Option<Session>, Error> {
        match standing(self.reader(), token, at).await? {
            Some(session) => read(self.reader(), session).await,
            None => Ok(None),
        }
    }
}

async fn read(
    db: &impl ConnectionTrait,
    session: sessions::Model,
) -> Result<Option<Session>, Error> {
    let account = accounts::Entity::find_by_id(session.account_id).one(db).await?;
    let Some(account) = account else { return Ok(None) };
    let held = roles::of_account(db, account.id).await?;
    let mut roles = Vec::with_capacity(held.len());
    for role in &held {
        roles.push(roles::read(db, role).await?);
    }
    Ok(Some(Session {
        account: AccountId(account.id),
        second_factor: second_factor(&account, &session, held.is_empty()),
        email: account.email,
        roles,
        ends_at: ends_at(&session),
        latest_end: latest_end(&session),
    }))
}

/// How a session stands with the second factor.
pub(crate) const fn second_factor(
    account: &accounts::Model,
    session: &sessions::Model,
    has_no_role: bool,
) -> SecondFactor {
    match (has_no_role, account.totp_confirmed_at, session.second_factor_at) {
        (true, _, _) => SecondFactor::NotNeeded,
        (false, None, _) => SecondFactor::ToSetUp,
        (false, Some(_), None) => SecondFactor::ToGive,
        (false, Some(_), Some(_)) => SecondFactor::Given,
    }
}

struct Seen {
    session: i64,
    at: DateTime<Utc>,
}

impl Write for Seen {
    type Done = ();
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<(), Error> {
        sessions::Entity::update_many()
            .col_expr(sessions::Column::SeenAt, Expr::value(self.at))
            .filter(sessions::Column::Id.eq(self.session))
            .filter(sessions::Column::SeenAt.lt(self.at))
            .exec(db)
            .await?;
        Ok(())
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}
