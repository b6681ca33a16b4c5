//! An individual membership; it has started, or waits for a guardian.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "memberships")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) person_id: i64,
    pub(crate) class: String,
    pub(crate) number: String,
    pub(crate) asked_at: DateTimeUtc,
    pub(crate) started_at: Option<DateTimeUtc>,
    pub(crate) ended_at: Option<DateTimeUtc>,
    pub(crate) branch_id: Option<i64>,
    pub(crate) placed: Option<String>,
    pub(crate) sort_name: String,
    pub(crate) district_key: String,
    pub(crate) adult_by: Option<Date>,
    pub(crate) ended_how: Option<String>,
    pub(crate) ended_by: Option<i64>,
    pub(crate) import_id: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
