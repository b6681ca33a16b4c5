//! The outbox: which letter is owed about what, and how sending it went. What it says is read when it is sent.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "letters")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) kind: String,
    pub(crate) about: String,
    pub(crate) membership_id: Option<i64>,
    pub(crate) guardian_id: Option<i64>,
    pub(crate) group_id: Option<i64>,
    pub(crate) seat_id: Option<i64>,
    pub(crate) sign_in_id: Option<i64>,
    pub(crate) role_id: Option<i64>,
    pub(crate) state: String,
    pub(crate) attempts: i32,
    pub(crate) created_at: DateTimeUtc,
    pub(crate) next_attempt_at: DateTimeUtc,
    pub(crate) sent_at: Option<DateTimeUtc>,
    pub(crate) given_up_at: Option<DateTimeUtc>,
    pub(crate) last_problem: Option<String>,
    pub(crate) farewell_id: Option<i64>,
    pub(crate) email_change_id: Option<i64>,
    pub(crate) goodbye_id: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
