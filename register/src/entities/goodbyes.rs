//! Somebody who has left, until the letter that confirms it is sent.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "goodbyes")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) how: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) number: Option<String>,
    pub(crate) group_name: Option<String>,
    pub(crate) left_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
