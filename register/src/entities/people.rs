//! A person: a name with an e-mail address.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "people")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) name_key: String,
    pub(crate) email: String,
    pub(crate) email_key: String,
    pub(crate) phone: Option<String>,
    pub(crate) postcode: Option<String>,
    pub(crate) district: Option<String>,
    pub(crate) age: String,
    pub(crate) birth_month: Option<i32>,
    pub(crate) birth_year: Option<i32>,
    pub(crate) created_at: DateTimeUtc,
    pub(crate) version: i32,
    pub(crate) same_as: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
