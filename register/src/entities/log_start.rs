//! Where the access log begins, once its oldest entries were erased: one row, or none.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "log_start")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: i32,
    pub(crate) sealed: i64,
    pub(crate) hash: Vec<u8>,
    pub(crate) until_at: DateTimeUtc,
    pub(crate) cut_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
