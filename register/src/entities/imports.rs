//! A list of members that was imported: by which account, into which branch, how many.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "imports")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) key: String,
    pub(crate) branch_id: i64,
    pub(crate) by_account: i64,
    pub(crate) at: DateTimeUtc,
    pub(crate) people: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
