//! Forgetting the second factor of an account.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::tries;
use crate::entities::{accounts, recovery_codes};
use crate::error::Error;
use crate::roles;

/// Forgets the secret, the recovery codes and how often they were tried: with the next role a new
/// one is set up.
pub(crate) async fn forget(db: &DatabaseTransaction, account: i64) -> Result<(), Error> {
    accounts::Entity::update_many()
        .col_expr(accounts::Column::TotpSecret, Expr::value(None::<Vec<u8>>))
        .col_expr(accounts::Column::TotpConfirmedAt, Expr::value(None::<DateTime<Utc>>))
        .col_expr(accounts::Column::TotpLastStep, Expr::value(None::<i64>))
        .filter(accounts::Column::Id.eq(account))
        .exec(db)
        .await?;
    tries::begin_anew(db, account).await?;
    recovery_codes::Entity::delete_many()
        .filter(recovery_codes::Column::AccountId.eq(account))
        .exec(db)
        .await?;
    Ok(())
}

/// Forgets it if there is no role left that it would be needed for.
pub(crate) async fn forget_without_role(
    db: &DatabaseTransaction,
    account: i64,
) -> Result<(), Error> {
    match roles::of_account(db, account).await?.is_empty() {
        true => forget(db, account).await,
        false => Ok(()),
    }
}
