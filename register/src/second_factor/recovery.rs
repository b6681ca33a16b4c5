//! Recovery codes, for whoever has lost their phone.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter};

use super::give::give;
use super::tries::{Counted, count};
use crate::access_log::{self, Action, Actor, Whom};
use crate::entities::recovery_codes;
use crate::error::Error;
use crate::hash::Token;
use crate::register::{Register, Write};
use crate::{accounts as account, sessions};

/// What came of a recovery code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecoveryAnswer {
    /// The session has its second factor.
    Given {
        /// How many codes have not been used.
        codes_left: u64,
    },
    /// It is none of the account's, or was used before.
    Wrong {
        /// How many tries are left.
        left: u8,
    },
    /// There were too many wrong ones: nothing is looked at before then.
    Locked {
        /// When the next may be tried.
        until: DateTime<Utc>,
    },
    /// The session has ended.
    SignIn,
}

impl Register {
    /// Gives the second factor by a recovery code, which works once. It counts as a try, as
    /// [`Register::try_second_factor`] counts them.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn use_recovery_code(
        &self,
        session: &Token,
        code: &Token,
        at: DateTime<Utc>,
    ) -> Result<RecoveryAnswer, Error> {
        self.write(&Recover { session, code, at }).await
    }
}

struct Recover<'a> {
    session: &'a Token,
    code: &'a Token,
    at: DateTime<Utc>,
}

impl Write for Recover<'_> {
    type Done = RecoveryAnswer;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<RecoveryAnswer, Error> {
        let Some(session) = sessions::standing(db, self.session, self.at).await? else {
            return Ok(RecoveryAnswer::SignIn);
        };
        let account = account::hold(db, session.account_id).await?;
        let left = match count(db, &account, self.at).await? {
            Counted::Left(left) => left,
            Counted::Locked(until) => return Ok(RecoveryAnswer::Locked { until }),
        };
        // The account is held: nobody else uses one of its codes at the same moment.
        let used = recovery_codes::Entity::update_many()
            .col_expr(recovery_codes::Column::UsedAt, Expr::value(self.at))
            .filter(recovery_codes::Column::AccountId.eq(account.id))
            .filter(recovery_codes::Column::CodeHash.eq(self.code.hash()))
            .filter(recovery_codes::Column::UsedAt.is_null())
            .exec(db)
            .await?;
        if used.rows_affected == 0 {
            return Ok(RecoveryAnswer::Wrong { left });
        }
        give(db, session.id, account.id, self.at).await?;
        let (actor, action) = (Actor::Account(account.id), Action::RecoveryCodeUsed);
        access_log::write(db, self.at, actor, action, Whom::default()).await?;
        let codes_left = recovery_codes::Entity::find()
            .filter(recovery_codes::Column::AccountId.eq(account.id))
            .filter(recovery_codes::Column::UsedAt.is_null())
            .count(db)
            .await?;
        Ok(RecoveryAnswer::Given { codes_left })
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}
