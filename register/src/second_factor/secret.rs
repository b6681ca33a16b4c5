//! The secret that an account shares with an app on somebody's phone.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use crate::entities::accounts;
use crate::error::Error;
use crate::hash::Token;
use crate::register::{Register, Write};
use crate::{accounts as account, roles, sessions};

/// The secret of an account.
#[derive(Clone, PartialEq, Eq)]
pub struct TotpSecret {
    /// As the server sealed it.
    pub sealed: Vec<u8>,
    /// Whether a code of it was right once. Until then it is not the account's second factor.
    pub confirmed: bool,
    /// The time step of the newest code that was used.
    pub last_step: Option<i64>,
}

impl std::fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TotpSecret").field("confirmed", &self.confirmed).finish_non_exhaustive()
    }
}

impl TotpSecret {
    pub(super) fn of(account: &accounts::Model) -> Option<Self> {
        account.totp_secret.as_ref().map(|sealed| Self {
            sealed: sealed.clone(),
            confirmed: account.totp_confirmed_at.is_some(),
            last_step: account.totp_last_step,
        })
    }
}

impl Register {
    /// Keeps a secret for the session's account, in the place of one that was not confirmed.
    /// `false` when one is confirmed, the account has no role, or the session has ended.
    ///
    /// # Errors
    /// When the database cannot be written; nothing is kept then.
    pub async fn keep_totp_secret(
        &self,
        session: &Token,
        sealed: &[u8],
        at: DateTime<Utc>,
    ) -> Result<bool, Error> {
        self.write(&Keep { session, sealed, at }).await
    }

    /// The secret of the session's account.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn totp_secret(
        &self,
        session: &Token,
        at: DateTime<Utc>,
    ) -> Result<Option<TotpSecret>, Error> {
        let Some(session) = sessions::standing(self.reader(), session, at).await? else {
            return Ok(None);
        };
        let account = accounts::Entity::find_by_id(session.account_id).one(self.reader()).await?;
        Ok(account.as_ref().and_then(TotpSecret::of))
    }
}

struct Keep<'a> {
    session: &'a Token,
    sealed: &'a [u8],
    at: DateTime<Utc>,
}

impl Write for Keep<'_> {
    type Done = bool;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<bool, Error> {
        let Some(session) = sessions::standing(db, self.session, self.at).await? else {
            return Ok(false);
        };
        let account = account::hold(db, session.account_id).await?;
        let is_to_set_up = account.totp_confirmed_at.is_none()
            && !roles::of_account(db, account.id).await?.is_empty();
        if is_to_set_up {
            accounts::Entity::update_many()
                .col_expr(accounts::Column::TotpSecret, Expr::value(self.sealed.to_vec()))
                .filter(accounts::Column::Id.eq(account.id))
                .exec(db)
                .await?;
        }
        Ok(is_to_set_up)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}
