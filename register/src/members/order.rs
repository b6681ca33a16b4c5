//! In which order members are shown.

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select};
use sea_orm::{ConnectionTrait, Value};

use super::filter::{since, values};
use super::search::Search;
use crate::entities::memberships::{self, Column};
use crate::error::Error;

values! {
    /// In which order members are shown.
    #[derive(Default)]
    Order {
        /// By name.
        #[default]
        Name = "name",
        /// Those who joined last come first.
        Newest = "newest",
        /// Those who joined first come first.
        Oldest = "oldest",
        /// By postcode district, then by name; those without one come last.
        District = "district",
    }
}

/// In which direction an order is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Forwards,
    Backwards,
}

impl Order {
    /// What rows are put in order by, ending with what no two share.
    fn keys(self) -> Vec<Expr> {
        let mut keys = match self {
            Self::Name => vec![Expr::col(Column::SortName)],
            Self::Newest | Self::Oldest => vec![since()],
            Self::District => vec![Expr::col(Column::DistrictKey), Expr::col(Column::SortName)],
        };
        keys.push(Expr::col(Column::Id));
        keys
    }

    fn rises(self, direction: Direction) -> bool {
        (self == Self::Newest) == (direction == Direction::Backwards)
    }

    /// Puts rows in this order.
    pub(super) fn sort(
        self,
        rows: Select<memberships::Entity>,
        direction: Direction,
    ) -> Select<memberships::Entity> {
        let rises = self.rises(direction);
        let order = if rises { sea_orm::Order::Asc } else { sea_orm::Order::Desc };
        self.keys().into_iter().fold(rows, |rows, key| rows.order_by(key, order.clone()))
    }

    /// Only the rows that come after this place, in the direction.
    pub(super) fn beyond(self, place: Vec<Value>, direction: Direction) -> Expr {
        let keys = Expr::tuple(self.keys());
        let place = Expr::tuple(place.into_iter().map(Expr::val));
        if self.rises(direction) { keys.gt(place) } else { keys.lt(place) }
    }

    /// The place of a membership in this order, if the search reaches it.
    pub(super) async fn place(
        self,
        db: &impl ConnectionTrait,
        search: &Search<'_>,
        membership: i64,
    ) -> Result<Option<Vec<Value>>, Error> {
        let row = memberships::Entity::find()
            .filter(search.scope.memberships())
            .filter(Column::Id.eq(membership))
            .one(db)
            .await?;
        Ok(row.as_ref().map(|row| self.place_of(row)))
    }

    /// The place of a row in this order.
    pub(super) fn place_of(self, row: &memberships::Model) -> Vec<Value> {
        let name = || row.sort_name.clone().into();
        let mut place: Vec<Value> = match self {
            Self::Name => vec![name()],
            Self::Newest | Self::Oldest => vec![row.started_at.unwrap_or(row.asked_at).into()],
            Self::District => vec![row.district_key.clone().into(), name()],
        };
        place.push(row.id.into());
        place
    }
}
