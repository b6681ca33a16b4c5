//! A search: the filter, taken apart, and where it begins.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, SelectStatement};
use sea_orm::{
    Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select,
};

use super::drive::{self, Drive, Way};
use super::filter::{Index, MemberFilter, Said};
use super::kept::Kept;
use super::order::Order;
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
    pub(super) fn page(&self, order: Order) -> Select<memberships::Entity> {
        match &self.drive {
            Some(drive) if !self.has_in(order, drive) => self.among(drive, drive.page),
            _ => self.each(),
        }
    }

    /// The numbers of the memberships that it finds, in no order.
    pub(super) fn numbers(&self) -> SelectStatement {
        let found = match &self.drive {
            Some(drive) if drive.page == Way::InOrder => self.among(drive, Way::Sorted),
            Some(drive) => self.among(drive, drive.page),
            None => self.each(),
        };
        found.select_only().column(Column::Id).into_query()
    }

    /// Whether the index that finds those it begins with has them in this order.
    fn has_in(&self, order: Order, drive: &Drive) -> bool {
        let index = drive.said.and_then(|place| self.said.get(place)).map(|said| said.index);
        order == Order::Name && index == Some(Index::ByName) && self.scope.branch().is_some()
    }

    /// Of those it begins with, those of whom the rest is true.
    fn among(&self, drive: &Drive, way: Way) -> Select<memberships::Entity> {
        let [id, branch] =
            [Column::Id, Column::BranchId].map(|it| Expr::col((memberships::Entity, it)));
        let (id, scope) = match way {
            Way::Asked => return self.each(),
            Way::Planned => (id, self.scope.memberships()),
            // What is added to nothing is found by no index: the database would take the branch,
            // or those among whom to look, for the better beginning.
            Way::Sorted => {
                let own = self.scope.branch().map(|own| branch.add(0).eq(own));
                (id, Condition::all().add_option(own))
            }
            Way::InOrder => (id.add(0), self.scope.memberships()),
        };
        let found = memberships::Entity::find().filter(self.besides(drive.said)).filter(scope);
        found.filter(id.in_subquery(drive.memberships.clone()))
    }

    /// Of all in the scope, those of whom everything is true.
    fn each(&self) -> Select<memberships::Entity> {
        memberships::Entity::find().filter(self.scope.memberships()).filter(self.condition())
    }

    /// Whether those it looks among are all it finds.
    pub(super) fn says_no_more(&self) -> bool {
        let drive = self.drive.as_ref().and_then(|drive| drive.said);
        drive.is_some() && self.said.len() == 1
    }

    /// Of what the filter says, what is true of the fewest, as far as that is known.
    pub(super) fn likeliest(&self) -> Condition {
        let few = self.said.iter().find(|said| said.index != Index::None);
        Condition::all().add_option(few.map(|said| said.condition.clone()))
    }

    /// What is true of those it finds, besides the scope.
    pub(super) fn condition(&self) -> Condition {
        let it = || Expr::col((memberships::Entity, Column::Id));
        let words = self.words.iter().map(|word| drive::has_word(it(), word));
        words.fold(self.besides(None), Condition::add)
    }

    /// What else the filter says than the text and what is said in this place.
    fn besides(&self, begun: Option<usize>) -> Condition {
        let said = self.said.iter().enumerate().filter(|(place, _)| Some(*place) != begun);
        said.fold(Condition::all(), |all, (_, said)| all.add(said.condition.clone()))
    }
}
