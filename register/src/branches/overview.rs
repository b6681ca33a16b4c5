//! What administrators see of all branches.

use std::collections::HashMap;

use rules::Area;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::demand::{self, DistrictDemand};
use super::{BranchStatus, area};
use crate::counters::Kind;
use crate::entities::{areas, branches, counters, roles};
use crate::error::Error;
use crate::permits::NetworkPermit;
use crate::place::InBranch;
use crate::postcodes;
use crate::register::Register;
use crate::stored;

/// A branch, as administrators see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkBranch {
    /// The branch.
    pub branch: InBranch,
    /// How far it has come.
    pub status: BranchStatus,
    /// Its individual members.
    pub members: u32,
    /// Its groups.
    pub groups: u32,
    /// How many are on its committee.
    pub committee: u32,
    /// What it covers, would cover once it is active, or covered before it closed.
    pub areas: Vec<Area>,
}

/// All branches, and where people ask for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BranchesOverview {
    /// The branches by name.
    pub branches: Vec<NetworkBranch>,
    /// Members without a branch and offers of help, by district.
    pub demand: Vec<DistrictDemand>,
}

impl Register {
    /// All branches, and where people ask for one. Numbers alone: it is not logged. `None` when
    /// the permit does not stand any more.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn network_branches(
        &self,
        permit: &NetworkPermit,
    ) -> Result<Option<BranchesOverview>, Error> {
        let db = self.look().await?;
        if !permit.behind().stands(&db).await? {
            return Ok(None);
        }
        let all = branches::Entity::find().order_by_asc(branches::Column::Name);
        let overview = BranchesOverview {
            branches: shown(&db, all).await?,
            demand: demand::by_district(&db).await?,
        };
        Ok(Some(overview))
    }

    /// One branch by its short name, whatever its status. `None` as for
    /// [`Register::network_branches`], and when there is none.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn network_branch(
        &self,
        permit: &NetworkPermit,
        slug: &str,
    ) -> Result<Option<NetworkBranch>, Error> {
        let db = self.look().await?;
        if !permit.behind().stands(&db).await? {
            return Ok(None);
        }
        let one = branches::Entity::find().filter(branches::Column::Slug.eq(slug));
        Ok(shown(&db, one).await?.pop())
    }
}

async fn shown(
    db: &impl ConnectionTrait,
    which: Select<branches::Entity>,
) -> Result<Vec<NetworkBranch>, Error> {
    let found = which.all(db).await?;
    let mut numbers = numbers(db).await?;
    let mut committees = committees(db).await?;
    let mut claims: HashMap<i64, Vec<Area>> = HashMap::new();
    for claim in areas::Entity::find().order_by_asc(areas::Column::Id).all(db).await? {
        claims.entry(claim.branch_id).or_default().push(area(&claim.area)?);
    }
    let known = postcodes::known(db, claims.values().flatten()).await?;
    for areas in claims.values_mut() {
        *areas = std::mem::take(areas).into_iter().map(|area| known.named(area)).collect();
    }
    found
        .into_iter()
        .map(|row| {
            let (members, groups) = numbers.remove(&row.id).unwrap_or_default();
            Ok(NetworkBranch {
                status: BranchStatus::read(&row.status)?,
                members,
                groups,
                committee: committees.remove(&row.id).unwrap_or_default(),
                areas: claims.remove(&row.id).unwrap_or_default(),
                branch: InBranch { slug: row.slug, name: row.name },
            })
        })
        .collect()
}

/// Members and groups of each branch, as they are kept.
async fn numbers(db: &impl ConnectionTrait) -> Result<HashMap<i64, (u32, u32)>, Error> {
    let rows =
        counters::Entity::find().filter(counters::Column::BranchId.is_not_null()).all(db).await?;
    let mut numbers: HashMap<i64, (u32, u32)> = HashMap::new();
    for row in rows {
        let Some(branch) = row.branch_id else { continue };
        let (members, groups) = numbers.entry(branch).or_default();
        match Kind::parse(&row.kind) {
            Some(Kind::Full | Kind::Associate) => *members += stored::count(row.members)?,
            Some(Kind::Group) => *groups = stored::count(row.members)?,
            _ => {}
        }
    }
    Ok(numbers)
}

async fn committees(db: &impl ConnectionTrait) -> Result<HashMap<i64, u32>, Error> {
    let rows: Vec<(i64, i64)> = roles::Entity::find()
        .select_only()
        .column(roles::Column::BranchId)
        .column_as(Expr::col(roles::Column::Id).count(), "committee")
        .filter(roles::Column::BranchId.is_not_null())
        .filter(roles::Column::WithdrawnAt.is_null())
        .group_by(roles::Column::BranchId)
        .into_tuple()
        .all(db)
        .await?;
    rows.into_iter().map(|(branch, number)| Ok((branch, stored::count(number)?))).collect()
}
