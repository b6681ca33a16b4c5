//! A round of evidence about a seat: asked for, supplied, judged.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "evidence")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) seat_id: i64,
    pub(crate) round: i32,
    pub(crate) state: String,
    pub(crate) asked_at: DateTimeUtc,
    pub(crate) asked_by: i64,
    pub(crate) due_on: Date,
    pub(crate) supplied_at: Option<DateTimeUtc>,
    pub(crate) text: Option<String>,
    pub(crate) file_key: Option<String>,
    pub(crate) judged_at: Option<DateTimeUtc>,
    pub(crate) judged_by: Option<i64>,
    pub(crate) why: Option<String>,
    pub(crate) erased_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
