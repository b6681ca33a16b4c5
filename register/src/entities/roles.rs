//! What an account may see and change of other people's.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "roles")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) account_id: i64,
    pub(crate) kind: String,
    pub(crate) branch_id: Option<i64>,
    pub(crate) office: Option<String>,
    pub(crate) group_id: Option<i64>,
    pub(crate) given_at: DateTimeUtc,
    pub(crate) given_by: Option<i64>,
    pub(crate) withdrawn_at: Option<DateTimeUtc>,
    pub(crate) withdrawn_by: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
