//! What letters about signing in and about roles say.

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, EntityTrait};

use super::content::{LetterContent, Recipient};
use crate::entities::{accounts, roles as role_rows, sign_ins};
use crate::error::Error;
use crate::hash::Token;
use crate::sign_in::{self, Code};
use crate::{known, roles, stored};

/// The link and the code of a request; `None` when it is over.
pub(super) async fn sign_in(
    db: &DatabaseTransaction,
    request: i64,
    token: &Token,
    at: DateTime<Utc>,
) -> Result<Option<(Recipient, LetterContent)>, Error> {
    let request = stored::there(sign_ins::Entity::find_by_id(request).one(db).await?)?;
    let email = match &request.email {
        Some(email) if sign_in::is_open(&request, at) => email,
        _ => return Ok(None),
    };
    let code = Code::of(token);
    sign_in::make_link(db, token, request.id, Some(&code), at).await?;
    let (to, name) = recipient(db, email).await?;
    let (token, code, until) = (token.clone(), code.to_string(), request.expires_at);
    Ok(Some((to, LetterContent::SignIn { name, token, code, until })))
}

/// The role that somebody was given.
pub(super) async fn role_given(
    db: &DatabaseTransaction,
    role: i64,
) -> Result<(Recipient, LetterContent), Error> {
    let role = stored::there(role_rows::Entity::find_by_id(role).one(db).await?)?;
    let account = accounts::Entity::find_by_id(role.account_id).one(db).await?;
    let (to, name) = recipient(db, &stored::there(account)?.email).await?;
    let role = roles::read(db, &role).await?;
    Ok((to, LetterContent::RoleGiven { name, role }))
}

/// Whoever has an address; by name, if it is one person's alone.
async fn recipient(
    db: &DatabaseTransaction,
    email: &str,
) -> Result<(Recipient, Option<String>), Error> {
    let name = known::only_name(db, &email.to_ascii_lowercase()).await?;
    let shown = name.clone().unwrap_or_else(|| email.to_owned());
    Ok((Recipient { name: shown, email: email.to_owned() }, name))
}
