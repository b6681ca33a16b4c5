//! Moving many at once, by their postcodes.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::affected::Who;
use super::placements::Move;
use crate::access_log::{self, Action, Whom};
use crate::counters::{Changes, Counted};
use crate::entities::{evidence, groups, memberships, people, search_words, seats};
use crate::error::Error;
use crate::evidence::SUPPLIED;
use crate::letters::{self, About};
use crate::permits::Behind;
use crate::{placings as places, seats as seat_states};

/// How many are written by one statement: as many values as every database takes.
pub(super) const AT_ONCE: usize = 500;

/// What letter tells them.
#[derive(Debug, Clone, Copy)]
pub(super) enum Told {
    /// A branch covers where they live.
    Placed,
    /// Their branch does not any more.
    Released,
}

/// Holds everybody who moves for this transaction, in the order in which everybody is held.
pub(super) async fn hold(db: &DatabaseTransaction, moves: &[Move]) -> Result<(), Error> {
    let (mut persons, mut of_groups) = (Vec::new(), Vec::new());
    for moved in moves {
        match moved.who {
            Who::Member { person, .. } => persons.push(person),
            Who::Group { group } => of_groups.push(group),
        }
    }
    persons.sort_unstable();
    for some in persons.chunks(AT_ONCE) {
        let held = people::Entity::find()
            .select_only()
            .column(people::Column::Id)
            .filter(people::Column::Id.is_in(some.iter().copied()))
            .order_by_asc(people::Column::Id)
            .lock_exclusive();
        held.into_tuple::<i64>().all(db).await?;
    }
    for some in of_groups.chunks(AT_ONCE) {
        let held = groups::Entity::find()
            .select_only()
            .column(groups::Column::Id)
            .filter(groups::Column::Id.is_in(some.iter().copied()))
            .order_by_asc(groups::Column::Id)
            .lock_exclusive();
        held.into_tuple::<i64>().all(db).await?;
    }
    Ok(())
}

/// Moves them, with a letter to each who is a member.
pub(super) async fn carry_out(
    db: &DatabaseTransaction,
    moves: &[Move],
    told: Told,
    by: &Behind,
    at: DateTime<Utc>,
    changes: &mut Changes,
) -> Result<(), Error> {
    let mut by_target: BTreeMap<Option<i64>, Vec<&Move>> = BTreeMap::new();
    for moved in moves {
        by_target.entry(moved.to).or_default().push(moved);
    }
    for (to, moves) in by_target {
        for moves in moves.chunks(AT_ONCE) {
            let batch = Batch::of(moves, to);
            batch.place_members(db, by, at).await?;
            batch.place_groups(db).await?;
            batch.owe_letters(db, told, at).await?;
            batch.log(db, by, at).await?;
            batch.count(db, changes).await?;
        }
    }
    Ok(())
}

/// Some who move to the same branch, or out of all.
struct Batch<'a> {
    moves: &'a [&'a Move],
    to: Option<i64>,
    memberships: Vec<i64>,
    /// Those of them that have started.
    started: Vec<i64>,
    persons: Vec<i64>,
    groups: Vec<i64>,
}

impl<'a> Batch<'a> {
    fn of(moves: &'a [&'a Move], to: Option<i64>) -> Self {
        let (mut memberships, mut started, mut persons, mut groups) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for moved in moves {
            match moved.who {
                Who::Member { membership, person, started: has, .. } => {
                    memberships.push(membership);
                    started.extend(has.then_some(membership));
                    persons.push(person);
                }
                Who::Group { group } => groups.push(group),
            }
        }
        Self { moves, to, memberships, started, persons, groups }
    }

    fn how(&self) -> Option<String> {
        self.to.map(|_| "placed".to_owned())
    }

    async fn place_members(
        &self,
        db: &DatabaseTransaction,
        by: &Behind,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        if self.memberships.is_empty() {
            return Ok(());
        }
        let those = || self.memberships.iter().copied();
        let placed = memberships::ActiveModel {
            branch_id: Set(self.to),
            placed: Set(self.how()),
            ..Default::default()
        };
        memberships::Entity::update_many()
            .set(placed)
            .filter(memberships::Column::Id.is_in(those()))
            .exec(db)
            .await?;
        let found = search_words::ActiveModel { branch_id: Set(self.to), ..Default::default() };
        search_words::Entity::update_many()
            .set(found)
            .filter(search_words::Column::MembershipId.is_in(those()))
            .exec(db)
            .await?;
        people::Entity::update_many()
            .col_expr(people::Column::Version, Expr::col(people::Column::Version).add(1))
            .filter(people::Column::Id.is_in(self.persons.iter().copied()))
            .exec(db)
            .await?;
        places::move_all(db, &self.started, self.to, self.how(), by.account, at).await
    }

    async fn place_groups(&self, db: &DatabaseTransaction) -> Result<(), Error> {
        if self.groups.is_empty() {
            return Ok(());
        }
        let placed = groups::ActiveModel {
            branch_id: Set(self.to),
            placed: Set(self.how()),
            ..Default::default()
        };
        groups::Entity::update_many()
            .set(placed)
            .filter(groups::Column::Id.is_in(self.groups.iter().copied()))
            .exec(db)
            .await?;
        Ok(())
    }

    /// Whoever is no member yet learns of their branch when they become one.
    async fn owe_letters(
        &self,
        db: &DatabaseTransaction,
        told: Told,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        letters::no_longer_owe_moves(db, &self.started, &self.groups).await?;
        let member = |id| match told {
            Told::Placed => About::Placed(id),
            Told::Released => About::Released(id),
        };
        let group = |id| match told {
            Told::Placed => About::GroupPlaced(id),
            Told::Released => About::GroupReleased(id),
        };
        letters::owe_all(db, self.started.iter().copied().map(member), at).await?;
        letters::owe_all(db, self.groups.iter().copied().map(group), at).await
    }

    /// In the log of the branch that each leaves, and of the one that they come to.
    async fn log(
        &self,
        db: &DatabaseTransaction,
        by: &Behind,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let entries = self.moves.iter().flat_map(|moved| {
            let whom = match moved.who {
                Who::Member { person, .. } => Whom { person: Some(person), ..Whom::default() },
                Who::Group { group } => Whom { group: Some(group), ..Whom::default() },
            };
            let branches = [moved.from, moved.to].into_iter().flatten();
            branches.map(move |branch| Whom { branch: Some(branch), ..whom })
        });
        let entries: Vec<_> = entries.collect();
        access_log::write_all(db, at, by.actor(), Action::Moved, &entries).await
    }

    async fn count(&self, db: &DatabaseTransaction, changes: &mut Changes) -> Result<(), Error> {
        let mut left: HashMap<i64, Option<i64>> = HashMap::new();
        for moved in self.moves {
            match moved.who {
                Who::Member { class, started: true, .. } => {
                    let member = Counted::Member { class, district: moved.district.as_deref() };
                    changes.moved(moved.from, self.to, member);
                }
                Who::Member { started: false, .. } => {
                    changes.waits_no_longer(moved.from);
                    changes.waits(self.to);
                }
                Who::Group { group } => {
                    changes.moved(moved.from, self.to, Counted::Group);
                    left.insert(group, moved.from);
                }
            }
        }
        let filled =
            seats::Entity::find().filter(seats::Column::GroupId.is_in(self.groups.iter().copied()));
        let filled = filled.all(db).await?;
        if filled.is_empty() {
            return Ok(());
        }
        let waits = evidence::Entity::find()
            .select_only()
            .column(evidence::Column::SeatId)
            .filter(evidence::Column::SeatId.is_in(filled.iter().map(|seat| seat.id)))
            .filter(evidence::Column::State.eq(SUPPLIED));
        let waits: HashSet<i64> = waits.into_tuple().all(db).await?.into_iter().collect();
        for seat in filled {
            let from = left.get(&seat.group_id).copied().flatten();
            let state = Some(seat_states::counted(&seat));
            changes.seat(from, state, None);
            changes.seat(self.to, None, state);
            if waits.contains(&seat.id) {
                changes.evidence_waits_no_longer(from);
                changes.evidence_waits(self.to);
            }
        }
        Ok(())
    }
}
