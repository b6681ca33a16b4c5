//! A request to sign in, from one browser.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_ins")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) email_hash: Vec<u8>,
    pub(crate) email: Option<String>,
    pub(crate) browser_hash: Option<Vec<u8>>,
    pub(crate) asked_at: DateTimeUtc,
    pub(crate) expires_at: DateTimeUtc,
    pub(crate) ended_at: Option<DateTimeUtc>,
    pub(crate) wrong_codes: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
