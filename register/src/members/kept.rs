//! How many members the register knows there are, without looking at them.

use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::filter::{MemberFilter, Status};
use crate::counters::Kind;
use crate::entities::counters;
use crate::error::Error;
use crate::scope::Scope;

/// How many members there are in a scope, of each kind.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Kept {
    full: u64,
    associate: u64,
    waiting: u64,
}

impl Kept {
    pub(super) async fn read(db: &impl ConnectionTrait, scope: Scope<'_>) -> Result<Self, Error> {
        let branch = scope.branch().map(|branch| counters::Column::BranchId.eq(branch));
        // A sum has a wider type than what it is of.
        let members = Func::sum(Expr::col(counters::Column::Members)).cast_as("bigint");
        let rows: Vec<(String, i64)> = counters::Entity::find()
            .select_only()
            .column(counters::Column::Kind)
            .expr_as(members, "many")
            .filter(Condition::all().add_option(branch))
            .group_by(counters::Column::Kind)
            .into_tuple()
            .all(db)
            .await?;
        let mut kept = Self::default();
        for (kind, many) in rows {
            let many = u64::try_from(many).map_err(|_| Error::fault("a kept number"))?;
            match Kind::parse(&kind) {
                Some(Kind::Full) => kept.full = many,
                Some(Kind::Associate) => kept.associate = many,
                Some(Kind::Waiting) => kept.waiting = many,
                _ => {}
            }
        }
        Ok(kept)
    }

    /// Those whose membership has not ended.
    pub(super) const fn all(self) -> u64 {
        self.full + self.associate + self.waiting
    }

    /// How many a filter shows, if that is kept.
    pub(super) fn of(self, filter: &MemberFilter) -> Option<u64> {
        let MemberFilter { class, status, .. } = *filter;
        if *filter != (MemberFilter { class, status, ..MemberFilter::default() }) {
            return None;
        }
        match (status, class) {
            (Status::Current, None) => Some(self.full + self.associate),
            (Status::Current, Some(rules::Class::Full)) => Some(self.full),
            (Status::Current, Some(rules::Class::Associate)) => Some(self.associate),
            (Status::Waiting, None) => Some(self.waiting),
            _ => None,
        }
    }
}
