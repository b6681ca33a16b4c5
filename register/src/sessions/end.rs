//! Signing out, here and everywhere.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::standing;
use crate::entities::sessions;
use crate::error::Error;
use crate::hash::Token;
use crate::register::{Register, Write};

impl Register {
    /// Ends the session of a token, at once. One that has ended stays as it is.
    ///
    /// # Errors
    /// When the database cannot be written; the session goes on then.
    pub async fn sign_out(&self, token: &Token, at: DateTime<Utc>) -> Result<(), Error> {
        self.write(&SignOut { token, everywhere: false, at }).await?;
        self.access_changed();
        Ok(())
    }

    /// Ends every session of the account that this token's session is of, if it stands.
    ///
    /// # Errors
    /// When the database cannot be written; the sessions go on then.
    pub async fn sign_out_everywhere(&self, token: &Token, at: DateTime<Utc>) -> Result<(), Error> {
        self.write(&SignOut { token, everywhere: true, at }).await?;
        self.access_changed();
        Ok(())
    }
}

struct SignOut<'a> {
    token: &'a Token,
    everywhere: bool,
    at: DateTime<Utc>,
}

impl Write for SignOut<'_> {
    type Done = ();
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<(), Error> {
        let Some(session) = standing(db, self.token, self.at).await? else { return Ok(()) };
        if self.everywhere {
            return end_all(db, session.account_id, self.at).await;
        }
        sessions::Entity::update_many()
            .col_expr(sessions::Column::EndedAt, Expr::value(self.at))
            .filter(sessions::Column::Id.eq(session.id))
            .filter(sessions::Column::EndedAt.is_null())
            .exec(db)
            .await?;
        Ok(())
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// Ends every session of an account.
pub(crate) async fn end_all(
    db: &DatabaseTransaction,
    account: i64,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    sessions::Entity::update_many()
        .col_expr(sessions::Column::EndedAt, Expr::value(at))
        .filter(sessions::Column::AccountId.eq(account))
        .filter(sessions::Column::EndedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}
