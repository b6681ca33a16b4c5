//! Signing in by the code of a letter, in the browser that asked.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::{Code, WRONG_CODES, finish, links};
use crate::entities::sign_ins;
use crate::error::Error;
use crate::hash::Token;
use crate::register::{Register, Write};

/// How many open requests of one browser a code is held against: the newest.
const MOST: u64 = 10;

/// What came of typing a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeAnswer {
    /// The session has begun.
    SignedIn,
    /// It is not the code of a letter that this browser asked for.
    Wrong {
        /// How many more may be tried before this browser has to ask anew.
        left: u8,
    },
    /// This browser has not asked, or not in time, or too many codes were wrong.
    Gone,
}

impl Register {
    /// Signs in by a code, as it was typed, in the browser that asked; otherwise as
    /// [`Register::sign_in_by_link`]. A wrong code counts against every open request of the
    /// browser, and five end a request; what can be no code at all is not counted.
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn sign_in_by_code(
        &self,
        browser: &Token,
        code: &str,
        session: &Token,
        at: DateTime<Utc>,
    ) -> Result<CodeAnswer, Error> {
        self.write(&ByCode { browser, code: Code::parse(code), session, at }).await
    }
}

struct ByCode<'a> {
    browser: &'a Token,
    code: Option<Code>,
    session: &'a Token,
    at: DateTime<Utc>,
}

impl Write for ByCode<'_> {
    type Done = CodeAnswer;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<CodeAnswer, Error> {
        let open = sign_ins::Entity::find()
            .filter(sign_ins::Column::BrowserHash.eq(self.browser.hash()))
            .filter(sign_ins::Column::EndedAt.is_null())
            .filter(sign_ins::Column::ExpiresAt.gt(self.at))
            .order_by_desc(sign_ins::Column::Id)
            .limit(MOST)
            .lock_exclusive()
            .all(db)
            .await?;
        let Some(fewest) = open.iter().map(|request| request.wrong_codes).min() else {
            return Ok(CodeAnswer::Gone);
        };
        let Some(code) = &self.code else { return Ok(wrong(fewest)) };
        for request in &open {
            if let (Some(email), true) =
                (&request.email, links::has_code(db, request.id, code).await?)
            {
                let browser = Some(self.browser);
                finish::sign_in(db, request.id, email, browser, self.session, self.at).await?;
                return Ok(CodeAnswer::SignedIn);
            }
        }
        for request in &open {
            let wrong = request.wrong_codes + 1;
            let ended = (wrong >= WRONG_CODES).then_some(self.at);
            sign_ins::Entity::update_many()
                .col_expr(sign_ins::Column::WrongCodes, Expr::value(wrong))
                .col_expr(sign_ins::Column::EndedAt, Expr::value(ended))
                .filter(sign_ins::Column::Id.eq(request.id))
                .exec(db)
                .await?;
        }
        Ok(wrong(fewest + 1))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

fn wrong(codes: i32) -> CodeAnswer {
    CodeAnswer::Wrong { left: u8::try_from(WRONG_CODES - codes).unwrap_or(0) }
}
