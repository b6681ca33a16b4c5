//! What was done to whom. Numbers, not references: it outlives the people.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "access_log")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) at: DateTimeUtc,
    pub(crate) actor: String,
    pub(crate) action: String,
    pub(crate) person_id: Option<i64>,
    pub(crate) group_id: Option<i64>,
    pub(crate) branch_id: Option<i64>,
    pub(crate) account_id: Option<i64>,
    pub(crate) role_id: Option<i64>,
    pub(crate) how_many: Option<i32>,
    pub(crate) seq: Option<i64>,
    pub(crate) hash: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
