//! An e-mail address that signs in.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "accounts")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) email: String,
    pub(crate) email_key: String,
    pub(crate) created_at: DateTimeUtc,
    pub(crate) totp_secret: Option<Vec<u8>>,
    pub(crate) totp_confirmed_at: Option<DateTimeUtc>,
    pub(crate) totp_last_step: Option<i64>,
    pub(crate) tries: i32,
    pub(crate) tries_since: Option<DateTimeUtc>,
    pub(crate) locked_until: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
