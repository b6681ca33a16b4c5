//! What was agreed to, in which wording, by whom.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "consents")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) person_id: Option<i64>,
    pub(crate) group_id: Option<i64>,
    pub(crate) kind: String,
    pub(crate) version: i32,
    pub(crate) given_by: String,
    pub(crate) given_at: DateTimeUtc,
    pub(crate) withdrawn_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
