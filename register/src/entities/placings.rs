//! Where a membership was placed, and when.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "placings")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) membership_id: i64,
    pub(crate) branch_id: Option<i64>,
    pub(crate) how: Option<String>,
    pub(crate) from_at: DateTimeUtc,
    pub(crate) until_at: Option<DateTimeUtc>,
    pub(crate) why: Option<String>,
    pub(crate) by_account: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
