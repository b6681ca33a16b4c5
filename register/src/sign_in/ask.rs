//! Asking to sign in.

use chrono::{DateTime, TimeDelta, Utc};
use rules::{EmailAddress, Period};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter};

use super::{SIGN_IN_MINUTES, forget};
use crate::entities::sign_ins;
use crate::error::Error;
use crate::hash::{Token, sha256};
use crate::known;
use crate::letters::{self, About};
use crate::register::{Register, Write};
use crate::turns::{self, Turn};

/// How often one address may be asked for within an hour, and within a day: anybody can ask, and
/// nobody's inbox is to be filled that way.
const AN_HOUR: u64 = 5;
const A_DAY: u64 = 20;
/// How much oftener by a browser that has signed in before: more than all others may, so that they
/// keep nobody out.
const KNOWN: u64 = 3;

/// What came of asking to sign in. It says nothing of whether the register knows the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// If the register knows the address, a letter goes to it.
    Noted,
    /// This address was asked for too often: nothing has changed.
    TooOften,
}

impl Register {
    /// Notes that a browser, known by a random token that it keeps, asks to sign in with this
    /// address. A letter goes out only if the register knows the address: of a person, of a
    /// group's contact or representative, or of somebody with a role. Whoever asks cannot tell.
    ///
    /// # Errors
    /// When the database cannot be written; nothing is noted then.
    pub async fn ask_to_sign_in(
        &self,
        email: &EmailAddress,
        browser: &Token,
        at: DateTime<Utc>,
    ) -> Result<Asked, Error> {
        let kept = self.retention().sign_in;
        self.write(&Ask { email, browser, times: 1, kept, at }).await
    }

    /// As [`Register::ask_to_sign_in`], for a browser that has signed in with this address before:
    /// however often others ask for it, that keeps nobody out of their own account.
    ///
    /// # Errors
    /// When the database cannot be written; nothing is noted then.
    pub async fn ask_to_sign_in_again(
        &self,
        email: &EmailAddress,
        browser: &Token,
        at: DateTime<Utc>,
    ) -> Result<Asked, Error> {
        let kept = self.retention().sign_in;
        self.write(&Ask { email, browser, times: KNOWN, kept, at }).await
    }
}

struct Ask<'a> {
    email: &'a EmailAddress,
    browser: &'a Token,
    /// So many times the usual limits.
    times: u64,
    /// For how long requests are kept: a day at least, for which they count against the limit of
    /// their address.
    kept: Period,
    at: DateTime<Utc>,
}

impl Write for Ask<'_> {
    type Done = Asked;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Asked, Error> {
        let (key, at) = (self.email.key(), self.at);
        let email_hash = sha256(&key);
        turns::take(db, Turn::Address(&email_hash)).await?;
        forget::some(db, at - self.kept.length()).await?;
        for (most, within) in [(AN_HOUR, TimeDelta::hours(1)), (A_DAY, TimeDelta::days(1))] {
            let asked = sign_ins::Entity::find()
                .filter(sign_ins::Column::EmailHash.eq(email_hash.clone()))
                .filter(sign_ins::Column::AskedAt.gt(at - within))
                .filter(sign_ins::Column::BrowserHash.is_not_null());
            if asked.count(db).await? >= most * self.times {
                return Ok(Asked::TooOften);
            }
        }
        let email = known::spelling(db, &key).await?;
        let is_known = email.is_some();
        let request = sign_ins::ActiveModel {
            email_hash: Set(email_hash),
            email: Set(email),
            browser_hash: Set(Some(self.browser.hash())),
            asked_at: Set(at),
            expires_at: Set(at + TimeDelta::minutes(SIGN_IN_MINUTES)),
            wrong_codes: Set(0),
            ..Default::default()
        };
        let request = sign_ins::Entity::insert(request).exec(db).await?.last_insert_id;
        if is_known {
            letters::owe(db, About::SignIn(request), at).await?;
        }
        Ok(Asked::Noted)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}
