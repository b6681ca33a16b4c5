//! The links that were sent for a request, and the codes beside them.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::Code;
use crate::entities::{sign_in_links, sign_ins};
use crate::error::Error;
use crate::hash::Token;

/// Makes a link for a request; with its code, if the browser that asked may type one. Those made
/// before stay valid: any of the letters may have arrived.
pub(crate) async fn make(
    db: &DatabaseTransaction,
    token: &Token,
    request: i64,
    code: Option<&Code>,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let link = sign_in_links::ActiveModel {
        sign_in_id: Set(request),
        token_hash: Set(token.hash()),
        code_hash: Set(code.map(|code| code.hash(request))),
        created_at: Set(at),
        ..Default::default()
    };
    sign_in_links::Entity::insert(link).exec_without_returning(db).await?;
    Ok(())
}

/// The request that a link is of.
pub(super) async fn request(
    db: &impl ConnectionTrait,
    token: &Token,
) -> Result<Option<sign_ins::Model>, Error> {
    let link = sign_in_links::Entity::find()
        .filter(sign_in_links::Column::TokenHash.eq(token.hash()))
        .one(db)
        .await?;
    match link {
        Some(link) => Ok(sign_ins::Entity::find_by_id(link.sign_in_id).one(db).await?),
        None => Ok(None),
    }
}

/// Whether a code belongs to one of the links of a request.
pub(super) async fn has_code(
    db: &DatabaseTransaction,
    request: i64,
    code: &Code,
) -> Result<bool, Error> {
    let link = sign_in_links::Entity::find()
        .filter(sign_in_links::Column::SignInId.eq(request))
        .filter(sign_in_links::Column::CodeHash.eq(code.hash(request)));
    Ok(link.one(db).await?.is_some())
}
