//! Taking the second factor away, for whoever has lost the phone and the codes.

use chrono::{DateTime, Utc};
use rules::EmailAddress;
use sea_orm::DatabaseTransaction;

use super::forget::forget;
use crate::access_log::{self, Action, Actor, Whom};
use crate::error::Error;
use crate::register::{Register, Write};
use crate::{accounts, sessions};

impl Register {
    /// Takes the second factor of an address away, with its recovery codes, and ends its sessions:
    /// whoever signs in with it next sets up a new one. `false` when there is no such account.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn reset_second_factor(
        &self,
        email: &EmailAddress,
        at: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let is_reset = self.write(&Reset { email, at }).await?;
        self.access_changed();
        Ok(is_reset)
    }
}

struct Reset<'a> {
    email: &'a EmailAddress,
    at: DateTime<Utc>,
}

impl Write for Reset<'_> {
    type Done = bool;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<bool, Error> {
        let Some(account) = accounts::by_key(db, &self.email.key()).await? else {
            return Ok(false);
        };
        forget(db, account.id).await?;
        sessions::end_all(db, account.id, self.at).await?;
        let (actor, action) = (Actor::Operator(account.id), Action::SecondFactorReset);
        access_log::write(db, self.at, actor, action, Whom::default()).await?;
        Ok(true)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}
