//! A list of members that somebody is about to import.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "lists")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) key: String,
    pub(crate) branch_id: i64,
    pub(crate) account_id: i64,
    pub(crate) kept_at: DateTimeUtc,
    pub(crate) busy_until: Option<DateTimeUtc>,
    pub(crate) rows: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
