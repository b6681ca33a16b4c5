//! A search: the filter, taken apart, and where it begins.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{Condition, ConnectionTrait, EntityTrait, QueryFilter, Select};

use super::drive::{self, Drive};
use super::filter::{MemberFilter, Said};
use crate::entities::memberships::{self, Column};
use crate::error::Error;
use crate::scope::Scope;
use crate::{days, words};

/// A search that has begun.
pub(crate) struct Search<'a> {
    pub(super) scope: Scope<'a>,
    words: Vec<String>,
    said: Vec<Said>,
    /// Among whom it looks; `None` when that is everybody in the scope.
    pub(super) drive: Option<Drive>,
}

impl<'a> Search<'a> {
    /// Takes the filter apart and finds out where to begin.
    pub(crate) async fn begin(
        db: &impl ConnectionTrait,
        scope: Scope<'a>,
        filter: &MemberFilter,
        at: DateTime<Utc>,
    ) -> Result<Self, Error> {
        let words = words::typed(&filter.text);
        let said = filter.conditions(days::day(at));
        let drive = match drive::by_words(db, scope, &words).await? {
            Some(drive) => Some(drive),
            None => drive::by_filter(db, scope, &said).await?,
        };
        Ok(Self { scope, words, said, drive })
    }

    /// The memberships that it finds.
    pub(crate) fn found(&self) -> Select<memberships::Entity> {
        memberships::Entity::find().filter(self.scope.memberships()).filter(self.condition())
    }

    /// What is true of those it finds, besides the scope.
    pub(super) fn condition(&self) -> Condition {
        let it = || Expr::col((memberships::Entity, Column::Id));
        let mut condition = Condition::all();
        if let Some(drive) = &self.drive {
            condition = condition.add(it().in_subquery(drive.memberships.clone()));
        }
        for said in &self.said {
            condition = condition.add(said.condition.clone());
        }
        self.words
            .iter()
            .fold(condition, |condition, word| condition.add(drive::has_word(it(), word)))
    }
}
