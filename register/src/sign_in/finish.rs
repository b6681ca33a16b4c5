//! A request that was answered rightly becomes a session.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};

use crate::access_log::{self, Action, Actor, Whom};
use crate::entities::sign_ins;
use crate::error::Error;
use crate::hash::Token;
use crate::letters::{self, About};
use crate::{accounts, sessions};

/// Ends the request, and the other ones of the browser that signs in, and begins a session.
pub(super) async fn sign_in(
    db: &DatabaseTransaction,
    request: i64,
    email: &str,
    browser: Option<&Token>,
    session: &Token,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    end(db, request, at).await?;
    if let Some(browser) = browser {
        let others: Vec<i64> = sign_ins::Entity::find()
            .select_only()
            .column(sign_ins::Column::Id)
            .filter(sign_ins::Column::BrowserHash.eq(browser.hash()))
            .filter(sign_ins::Column::EndedAt.is_null())
            .into_tuple()
            .all(db)
            .await?;
        for other in others {
            end(db, other, at).await?;
        }
    }
    let account = accounts::find_or_make(db, email, at).await?;
    sessions::start(db, account, session, at).await?;
    access_log::write(db, at, Actor::Account(account), Action::SignedIn, Whom::default()).await
}

/// Ends a request: nothing signs in by it any more, and no letter goes out for it.
pub(super) async fn end(
    db: &DatabaseTransaction,
    request: i64,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    sign_ins::Entity::update_many()
        .col_expr(sign_ins::Column::EndedAt, Expr::value(at))
        .filter(sign_ins::Column::Id.eq(request))
        .filter(sign_ins::Column::EndedAt.is_null())
        .exec(db)
        .await?;
    letters::no_longer_owe(db, About::SignIn(request)).await
}
