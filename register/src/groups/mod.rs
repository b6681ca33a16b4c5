//! The groups of a branch, by name, by pages.

mod cursor;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use rules::GroupKind;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select,
};

use crate::access_log::{Action, Whom};
use crate::days;
use crate::entities::{evidence as rounds, groups, seats};
use crate::error::Error;
use crate::evidence::{self, REQUESTED, SUPPLIED, SeatStands};
use crate::permits::BranchPermit;
use crate::register::Register;
use crate::roles::GroupRef;
use crate::stored;

pub use cursor::GroupCursor;

/// How many groups a page has.
const PAGE: usize = 50;

/// Which groups of a branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WhichGroups {
    /// All of them.
    #[default]
    All,
    /// Those with evidence that waits to be judged.
    Waiting,
    /// Those with evidence that was asked for until a day that is over.
    Overdue,
}

/// A page of groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Groups {
    /// At most 50, by name.
    pub rows: Vec<GroupRow>,
    /// The page after; `None` on the last.
    pub after: Option<GroupCursor>,
}

/// A group in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRow {
    /// Which group.
    pub group: GroupRef,
    /// Its kind.
    pub kind: GroupKind,
    /// How it stands with each of its seats.
    pub seats: [SeatStands; 2],
}

impl Register {
    /// A page of the groups of a branch. A cursor that leads nowhere gives the first one. `None`
    /// when the permit does not stand any more.
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn groups(
        &self,
        by: &BranchPermit,
        which: WhichGroups,
        from: Option<&GroupCursor>,
        at: DateTime<Utc>,
    ) -> Result<Option<Groups>, Error> {
        let groups = page(self.reader(), by.branch_id(), which, from, days::day(at)).await?;
        let whom = Whom {
            branch: Some(by.branch_id()),
            how_many: i32::try_from(groups.rows.len()).ok(),
            ..Whom::default()
        };
        let may = self.may_see(by.into(), Action::GroupsSeen, whom, at).await?;
        Ok(may.then_some(groups))
    }
}

async fn page(
    db: &impl ConnectionTrait,
    branch: i64,
    which: WhichGroups,
    from: Option<&GroupCursor>,
    today: NaiveDate,
) -> Result<Groups, Error> {
    let mut asked = of_branch(branch, which, today);
    if let Some(GroupCursor(id)) = from {
        let begins: Option<String> = groups::Entity::find_by_id(*id)
            .select_only()
            .column(groups::Column::NameKey)
            .filter(groups::Column::BranchId.eq(branch))
            .into_tuple()
            .one(db)
            .await?;
        if let Some(name) = begins {
            let place =
                Expr::tuple([Expr::col(groups::Column::NameKey), Expr::col(groups::Column::Id)]);
            asked = asked.filter(place.gt(Expr::tuple([name.into(), (*id).into()])));
        }
    }
    let one_more = u64::try_from(PAGE).unwrap_or(u64::MAX).saturating_add(1);
    let mut found = asked.limit(one_more).all(db).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let after = found.last().filter(|_| more).map(|last| GroupCursor(last.id));
    Ok(Groups { rows: rows(db, found, today).await?, after })
}

fn of_branch(branch: i64, which: WhichGroups, today: NaiveDate) -> Select<groups::Entity> {
    let found = groups::Entity::find()
        .filter(groups::Column::BranchId.eq(branch))
        .filter(groups::Column::EndedAt.is_null())
        .order_by_asc(groups::Column::NameKey)
        .order_by_asc(groups::Column::Id);
    match which {
        WhichGroups::All => found,
        WhichGroups::Waiting => found.filter(waits()),
        WhichGroups::Overdue => found.filter(is_overdue(today)),
    }
}

fn waits() -> Expr {
    let supplied = rounds::Entity::find()
        .select_only()
        .column(rounds::Column::SeatId)
        // Written out, so that the index of what waits serves whatever value is bound.
        .filter(Expr::cust(format!("evidence.state = '{SUPPLIED}'")))
        .into_query();
    let waits = seats::Entity::find()
        .select_only()
        .column(seats::Column::GroupId)
        .filter(Expr::col(seats::Column::Id).in_subquery(supplied))
        .into_query();
    Expr::col((groups::Entity, groups::Column::Id)).in_subquery(waits)
}

/// A round that is asked for is the last of its seat.
fn is_overdue(today: NaiveDate) -> Expr {
    let col = |column| Expr::col((seats::Entity, column));
    let of_seat = col(seats::Column::Id).equals((rounds::Entity, rounds::Column::SeatId));
    let overdue = Query::select()
        .expr(Expr::value(1))
        .from(seats::Entity)
        .inner_join(rounds::Entity, of_seat)
        .and_where(col(seats::Column::GroupId).equals((groups::Entity, groups::Column::Id)))
        .and_where(rounds::Column::State.eq(REQUESTED))
        .and_where(rounds::Column::DueOn.lt(today))
        .take();
    Expr::exists(overdue)
}

async fn rows(
    db: &impl ConnectionTrait,
    found: Vec<groups::Model>,
    today: NaiveDate,
) -> Result<Vec<GroupRow>, Error> {
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let filled = seats::Entity::find()
        .filter(seats::Column::GroupId.is_in(found.iter().map(|group| group.id)))
        .all(db)
        .await?;
    let mut last = HashMap::new();
    for round in evidence::of_seats(db, filled.iter().map(|seat| seat.id)).await? {
        // The newest come first.
        last.entry(round.seat_id).or_insert(round);
    }
    let filled: HashMap<_, _> =
        filled.into_iter().map(|seat| ((seat.group_id, seat.place), seat)).collect();
    let stands = |group: i64, place: i32| {
        let seat = filled.get(&(group, place));
        evidence::stands(seat, seat.and_then(|seat| last.get(&seat.id)), today)
    };
    found
        .into_iter()
        .map(|group| {
            Ok(GroupRow {
                kind: stored::group_kind(&group.kind)?,
                seats: [stands(group.id, 1)?, stands(group.id, 2)?],
                group: GroupRef { number: group.number, name: group.name },
            })
        })
        .collect()
}
