//! Signing in by the link of a letter or of an invitation.

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, EntityTrait, QuerySelect};

use super::{finish, is_open, links};
use crate::entities::sign_ins;
use crate::error::Error;
use crate::hash::Token;
use crate::register::{Register, Write};

/// What a link to sign in is good for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignInLink {
    /// It signs in.
    Ready {
        /// With this address.
        email: String,
    },
    /// It works only in the browser that asked for it.
    OtherBrowser,
    /// Unknown, used, overtaken, or too old.
    Gone,
}

/// What came of signing in by a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignedIn {
    /// The session has begun.
    Now,
    /// As for [`SignInLink::OtherBrowser`]; nothing has changed.
    OtherBrowser,
    /// As for [`SignInLink::Gone`]; nothing has changed.
    Gone,
}

impl Register {
    /// What a link to sign in is good for in this browser. Looking changes nothing: programs that
    /// look through mail open links, too.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn sign_in_link(
        &self,
        link: &Token,
        browser: Option<&Token>,
        at: DateTime<Utc>,
    ) -> Result<SignInLink, Error> {
        let request = links::request(self.reader(), link).await?;
        Ok(look(request.as_ref(), browser, at))
    }

    /// Signs in by a link: once, in time, and in the browser that asked. An invitation works in
    /// any browser. `session` is a new random token, which stands for the session from now on. The
    /// browser's other requests end.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn sign_in_by_link(
        &self,
        link: &Token,
        browser: Option<&Token>,
        session: &Token,
        at: DateTime<Utc>,
    ) -> Result<SignedIn, Error> {
        self.write(&ByLink { link, browser, session, at }).await
    }
}

fn look(
    request: Option<&sign_ins::Model>,
    browser: Option<&Token>,
    at: DateTime<Utc>,
) -> SignInLink {
    let Some(request) = request.filter(|request| is_open(request, at)) else {
        return SignInLink::Gone;
    };
    let here = browser.map(Token::hash);
    match (&request.browser_hash, &request.email) {
        (Some(asked), _) if here.as_ref() != Some(asked) => SignInLink::OtherBrowser,
        (_, Some(email)) => SignInLink::Ready { email: email.clone() },
        (_, None) => SignInLink::Gone,
    }
}

struct ByLink<'a> {
    link: &'a Token,
    browser: Option<&'a Token>,
    session: &'a Token,
    at: DateTime<Utc>,
}

impl Write for ByLink<'_> {
    type Done = SignedIn;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<SignedIn, Error> {
        let Some(request) = links::request(db, self.link).await? else {
            return Ok(SignedIn::Gone);
        };
        let request = sign_ins::Entity::find_by_id(request.id).lock_exclusive().one(db).await?;
        match (look(request.as_ref(), self.browser, self.at), request) {
            (SignInLink::Ready { email }, Some(request)) => {
                let (id, browser) = (request.id, self.browser);
                finish::sign_in(db, id, &email, browser, self.session, self.at).await?;
                Ok(SignedIn::Now)
            }
            (SignInLink::OtherBrowser, _) => Ok(SignedIn::OtherBrowser),
            _ => Ok(SignedIn::Gone),
        }
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}
