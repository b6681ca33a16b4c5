//! Rolls that were frozen.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
};

use super::sealed::{Seal, hexadecimal};
use super::{FrozenRoll, RollCounts, RollEntry};
use crate::access_log::{Action, Whom};
use crate::entities::{memberships, people, roll_entries, rolls};
use crate::error::Error;
use crate::member::By;
use crate::permits::BranchPermit;
use crate::register::Register;
use crate::scope::Scope;
use crate::stored;

/// A frozen roll with its entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrozenRollShown {
    /// The roll.
    pub roll: FrozenRoll,
    /// Its entries, in the order of names that they had.
    pub entries: Vec<RollEntry>,
    /// Whether they still give its hash: nobody has changed them.
    pub whole: bool,
}

impl Register {
    /// The frozen rolls of a branch, the latest first, 100 at most. `None` when the permit does
    /// not stand any more.
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn frozen_rolls(
        &self,
        by: &BranchPermit,
        at: DateTime<Utc>,
    ) -> Result<Option<Vec<FrozenRoll>>, Error> {
        let db = self.reader();
        let rows = rolls::Entity::find()
            .filter(rolls::Column::BranchId.eq(by.branch_id()))
            .order_by_desc(rolls::Column::Id)
            .limit(100)
            .all(db)
            .await?;
        let (mut found, mut names) = (Vec::with_capacity(rows.len()), By::default());
        for row in rows {
            found.push(frozen(db, &row, &mut names).await?);
        }
        Ok(self.may_see_rolls(by, found.len(), at).await?.then_some(found))
    }

    /// A frozen roll of a branch. `None` when it has no such roll, and when the permit does not
    /// stand any more.
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn frozen_roll(
        &self,
        by: &BranchPermit,
        id: i64,
        at: DateTime<Utc>,
    ) -> Result<Option<FrozenRollShown>, Error> {
        let db = self.reader();
        let row = rolls::Entity::find_by_id(id)
            .filter(rolls::Column::BranchId.eq(by.branch_id()))
            .one(db)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let rows = roll_entries::Entity::find()
            .filter(roll_entries::Column::RollId.eq(row.id))
            .order_by_asc(roll_entries::Column::Place)
            .all(db)
            .await?;
        let names = names(db, &row).await?;
        let mut seal = Seal::begin(row.branch_id, row.day, row.frozen_at);
        let mut entries = Vec::with_capacity(rows.len());
        for entry in rows {
            seal.add(entry.place, entry.membership_id, &entry.number, &entry.class);
            entries.push(RollEntry {
                class: stored::class(&entry.class)?,
                name: names.get(&entry.membership_id).cloned(),
                number: entry.number,
            });
        }
        let whole = seal.hash() == row.hash;
        let roll = frozen(db, &row, &mut By::default()).await?;
        let shown = FrozenRollShown { roll, whole, entries };
        Ok(self.may_see_rolls(by, shown.entries.len(), at).await?.then_some(shown))
    }

    async fn may_see_rolls(
        &self,
        by: &BranchPermit,
        how_many: usize,
        at: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let whom = Whom {
            branch: Some(by.branch_id()),
            how_many: i32::try_from(how_many).ok(),
            ..Whom::default()
        };
        self.may_see(Scope::Branch(by), Action::RollSeen, whom, at).await
    }
}

async fn frozen(
    db: &impl ConnectionTrait,
    row: &rolls::Model,
    by: &mut By,
) -> Result<FrozenRoll, Error> {
    let classes: Vec<(String, i64)> = roll_entries::Entity::find()
        .select_only()
        .column(roll_entries::Column::Class)
        .expr_as(Func::count(Expr::col(roll_entries::Column::Id)), "many")
        .filter(roll_entries::Column::RollId.eq(row.id))
        .group_by(roll_entries::Column::Class)
        .into_tuple()
        .all(db)
        .await?;
    let mut counts = RollCounts::default();
    for (class, many) in classes {
        let (rights, many) = (stored::class(&class)?.rights(), u32::try_from(many).unwrap_or(0));
        counts.speak += many * u32::from(rights.speak);
        counts.vote += many * u32::from(rights.vote);
        counts.stand += many * u32::from(rights.stand);
    }
    Ok(FrozenRoll {
        id: row.id,
        day: row.day,
        hash: hexadecimal(&row.hash),
        frozen_at: row.frozen_at,
        by: by.email(db, Some(row.by_account)).await?,
        counts,
    })
}

/// The names of those on a roll who are in its branch still, by their memberships.
async fn names(
    db: &impl ConnectionTrait,
    row: &rolls::Model,
) -> Result<HashMap<i64, String>, Error> {
    let to_memberships = roll_entries::Entity::belongs_to(memberships::Entity)
        .from(roll_entries::Column::MembershipId)
        .to(memberships::Column::Id)
        .into();
    let to_people = memberships::Entity::belongs_to(people::Entity)
        .from(memberships::Column::PersonId)
        .to(people::Column::Id)
        .into();
    let names: Vec<(i64, String)> = roll_entries::Entity::find()
        .select_only()
        .column(roll_entries::Column::MembershipId)
        .expr_as(Expr::col((people::Entity, people::Column::Name)), "name")
        .join(JoinType::InnerJoin, to_memberships)
        .join(JoinType::InnerJoin, to_people)
        .filter(roll_entries::Column::RollId.eq(row.id))
        .filter(memberships::Column::BranchId.eq(row.branch_id))
        .into_tuple()
        .all(db)
        .await?;
    Ok(names.into_iter().collect())
}
