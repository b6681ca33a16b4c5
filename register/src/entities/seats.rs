//! A filled seat of a group; a vacant one is no row.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "seats")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) group_id: i64,
    pub(crate) place: i32,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) state: String,
    pub(crate) declared_at: DateTimeUtc,
    pub(crate) confirmed_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
