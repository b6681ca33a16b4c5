//! Somebody who is signed in, by the hash of what their browser holds.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sessions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) account_id: i64,
    pub(crate) token_hash: Vec<u8>,
    pub(crate) started_at: DateTimeUtc,
    pub(crate) seen_at: DateTimeUtc,
    pub(crate) second_factor_at: Option<DateTimeUtc>,
    pub(crate) ended_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
