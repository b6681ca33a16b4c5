//! The second factor was right.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::{TotpSecret, tries};
use crate::access_log::{self, Action, Actor, Whom};
use crate::entities::{accounts, recovery_codes, sessions as session_rows};
use crate::error::Error;
use crate::hash::Token;
use crate::register::{Register, Write};
use crate::{accounts as account, sessions};

impl Register {
    /// Says that a code of time step `step` was right against the secret that was `checked`: the
    /// session has its second factor. The first time, that confirms the secret, and the recovery
    /// codes are kept; later ones are not. `false`, and nothing has changed, when a code of this
    /// step or a later one was used before, the secret is another one by now or was confirmed
    /// meanwhile, or the session has ended.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn second_factor_given(
        &self,
        session: &Token,
        checked: &TotpSecret,
        step: i64,
        recovery_codes: &[Token],
        at: DateTime<Utc>,
    ) -> Result<bool, Error> {
        self.write(&Given { session, checked, step, recovery_codes, at }).await
    }
}

struct Given<'a> {
    session: &'a Token,
    checked: &'a TotpSecret,
    step: i64,
    recovery_codes: &'a [Token],
    at: DateTime<Utc>,
}

impl Write for Given<'_> {
    type Done = bool;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<bool, Error> {
        let Some(session) = sessions::standing(db, self.session, self.at).await? else {
            return Ok(false);
        };
        let account = account::hold(db, session.account_id).await?;
        let is_the_checked_one = TotpSecret::of(&account).is_some_and(|secret| {
            secret.sealed == self.checked.sealed && secret.confirmed == self.checked.confirmed
        });
        let is_used = account.totp_last_step.is_some_and(|last| self.step <= last);
        if !is_the_checked_one || is_used {
            return Ok(false);
        }
        let confirmed_at = account.totp_confirmed_at.unwrap_or(self.at);
        accounts::Entity::update_many()
            .col_expr(accounts::Column::TotpConfirmedAt, Expr::value(confirmed_at))
            .col_expr(accounts::Column::TotpLastStep, Expr::value(self.step))
            .filter(accounts::Column::Id.eq(account.id))
            .exec(db)
            .await?;
        if account.totp_confirmed_at.is_none() {
            self.set_up(db, account.id).await?;
        }
        give(db, session.id, account.id, self.at).await?;
        Ok(true)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

impl Given<'_> {
    async fn set_up(&self, db: &DatabaseTransaction, account: i64) -> Result<(), Error> {
        recovery_codes::Entity::delete_many()
            .filter(recovery_codes::Column::AccountId.eq(account))
            .exec(db)
            .await?;
        for code in self.recovery_codes {
            let code = recovery_codes::ActiveModel {
                account_id: Set(account),
                code_hash: Set(code.hash()),
                ..Default::default()
            };
            recovery_codes::Entity::insert(code).exec_without_returning(db).await?;
        }
        let (actor, action) = (Actor::Account(account), Action::SecondFactorSetUp);
        access_log::write(db, self.at, actor, action, Whom::default()).await
    }
}

/// The session has its second factor, and tries are counted anew.
pub(super) async fn give(
    db: &DatabaseTransaction,
    session: i64,
    account: i64,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    session_rows::Entity::update_many()
        .col_expr(session_rows::Column::SecondFactorAt, Expr::value(at))
        .filter(session_rows::Column::Id.eq(session))
        .exec(db)
        .await?;
    tries::begin_anew(db, account).await
}
