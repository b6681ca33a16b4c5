//! Changes of e-mail addresses: of members, and of the contacts of groups.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "email_changes")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) person_id: Option<i64>,
    pub(crate) group_id: Option<i64>,
    pub(crate) name: Option<String>,
    pub(crate) old_name: Option<String>,
    pub(crate) email: String,
    pub(crate) email_key: String,
    pub(crate) old_email: String,
    pub(crate) old_email_key: String,
    pub(crate) asked_at: DateTimeUtc,
    pub(crate) confirmed_at: Option<DateTimeUtc>,
    pub(crate) reverted_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
