//! A search: the filter, taken apart, and where it begins.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, SelectStatement};
use sea_orm::{
    Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select,
};

use super::drive::{self, Drive, Way};
use super::filter::{MemberFilter, Said};
use super::kept::Kept;
use crate::entities::memberships::{self, Column};
use crate::error::Error;
use crate::scope::Scope;
use crate::{days, words};

/// A search that has begun.
pub(super) struct Search<'a> {
    pub(super) scope: Scope<'a>,
    words: Vec<String>,
    said: Vec<Said>,
    kept: Option<u64>,
    /// Among whom it looks; `None` when that is everybody in the scope.
    pub(super) drive: Option<Drive>,
}

impl<'a> Search<'a> {
    /// Takes the filter apart and finds out where to begin.
    pub(super) async fn begin(
        db: &impl ConnectionTrait,
        scope: Scope<'a>,
        filter: &MemberFilter,
        at: DateTime<Utc>,
    ) -> Result<Self, Error> {
        let words = words::typed(&filter.text);
        let said = filter.conditions(days::day(at));
        let kept = Kept::read(db, scope).await?;
        let drive = match drive::by_words(db, scope, &words, kept.all()).await? {
            Some(drive) => Some(drive),
            None => drive::by_filter(db, scope, &said, kept.all()).await?,
        };
        Ok(Self { scope, words, said, kept: kept.of(filter), drive })
    }

    /// The same, of all that are found and not only of those that are listed.
    pub(super) fn everything(self) -> Self {
        Self { drive: self.drive.filter(|drive| drive.whole), ..self }
    }

    /// How many it finds, if that is kept.
    pub(super) const fn kept_count(&self) -> Option<u64> {
        self.kept
    }

    /// The memberships that it finds, for a page of them in their order.
    pub(super) fn page(&self) -> Select<memberships::Entity> {
        self.found(|drive| drive.page)
    }

    /// The numbers of the memberships that it finds, in no order.
    pub(super) fn numbers(&self) -> SelectStatement {
        let found = self.found(|drive| match drive.page {
            Way::InOrder => Way::Sorted,
            way => way,
        });
        found.select_only().column(Column::Id).into_query()
    }

    fn found(&self, way: impl Fn(&Drive) -> Way) -> Select<memberships::Entity> {
        let found = memberships::Entity::find().filter(self.condition());
        let Some(drive) = &self.drive else { return found.filter(self.scope.memberships()) };
        let [id, branch] =
            [Column::Id, Column::BranchId].map(|it| Expr::col((memberships::Entity, it)));
        let (id, scope) = match way(drive) {
            Way::Planned => (id, self.scope.memberships()),
            // What is added to nothing is found by no index: the database would take the branch,
            // or those among whom to look, for the better beginning.
            Way::Sorted => {
                let own = self.scope.branch().map(|own| branch.add(0).eq(own));
                (id, Condition::all().add_option(own))
            }
            Way::InOrder => (id.add(0), self.scope.memberships()),
        };
        found.filter(scope).filter(id.in_subquery(drive.memberships.clone()))
    }

    /// Whether those it looks among are all it finds.
    pub(super) fn says_no_more(&self) -> bool {
        let drive = self.drive.as_ref().and_then(|drive| drive.said);
        drive.is_some() && self.said.len() == 1
    }

    /// Of what the filter says, what is true of the fewest, as far as that is known.
    pub(super) fn likeliest(&self) -> Condition {
        let few = self.said.iter().find(|said| said.few);
        Condition::all().add_option(few.map(|said| said.condition.clone()))
    }

    /// What is true of those it finds, besides the scope and what it begins with.
    pub(super) fn condition(&self) -> Condition {
        let it = || Expr::col((memberships::Entity, Column::Id));
        let begun = self.drive.as_ref().and_then(|drive| drive.said);
        let said = self.said.iter().enumerate().filter(|(place, _)| Some(*place) != begun);
        let condition =
            said.fold(Condition::all(), |all, (_, said)| all.add(said.condition.clone()));
        if self.drive.is_some() {
            return condition;
        }
        let words = self.words.iter().map(|word| drive::has_word(it(), word));
        words.fold(condition, Condition::add)
    }
}
