//! A group that is a member.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "groups")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) name_key: String,
    pub(crate) website: Option<String>,
    pub(crate) postcode: String,
    pub(crate) district: String,
    pub(crate) contact_name: String,
    pub(crate) contact_email: String,
    pub(crate) contact_email_key: String,
    pub(crate) contact_phone: Option<String>,
    pub(crate) branch_id: Option<i64>,
    pub(crate) placed: Option<String>,
    pub(crate) number: String,
    pub(crate) joined_at: DateTimeUtc,
    pub(crate) ended_at: Option<DateTimeUtc>,
    pub(crate) version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
