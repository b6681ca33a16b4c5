//! Whether a branch may change so, and what it would do.

use std::collections::HashMap;

use rules::{Area, Branch, Branches};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::affected::{self, Around};
use super::placements::{Active, Move, Moves};
use super::{BranchChange, BranchStatus, NoChange, Placements, area};
use crate::entities::{areas, branches};
use crate::error::Error;
use crate::place::InBranch;
use crate::postcodes::{self, Known};
use crate::roles;

/// A change that may be made.
pub(super) struct Prepared {
    pub(super) branch: i64,
    pub(super) moves: Vec<Move>,
    pub(super) shown: Placements,
}

/// What is known of the branches.
struct Map {
    own: Vec<Area>,
    /// Of the other active branches.
    claims: Vec<(Area, i64)>,
    names: HashMap<i64, InBranch>,
    active: Vec<i64>,
    /// The local authorities among all areas, and the one that is to be added.
    known: Known,
}

/// Looks what a change would do; `None` when there is no such branch.
pub(super) async fn prepare(
    db: &impl ConnectionTrait,
    slug: &str,
    change: &BranchChange,
) -> Result<Option<Result<Prepared, NoChange>>, Error> {
    let found = branches::Entity::find().filter(branches::Column::Slug.eq(slug)).one(db).await?;
    let Some(branch) = found else { return Ok(None) };
    let status = BranchStatus::read(&branch.status)?;
    let mut map = Map::read(db, branch.id, change).await?;
    let areas = match map.areas_after(status, change) {
        Ok(areas) => areas,
        Err(refused) => return Ok(Some(Err(refused))),
    };
    let stay_with = map.smaller_of_others(change);
    let others = map.active.iter().copied().filter(|other| *other != branch.id);
    map.active = others.collect();
    let is_active = match change {
        BranchChange::Activate => true,
        BranchChange::Close => false,
        _ => status == BranchStatus::Active,
    };
    if is_active {
        map.active.push(branch.id);
        map.claims.extend(areas.iter().map(|area| (area.clone(), branch.id)));
    }
    let active = map.active();
    let moves = match change {
        BranchChange::Activate => {
            let around = affected::find(db, &Around::Areas(areas)).await?;
            Moves::into_branch(branch.id, &active, around)
        }
        BranchChange::Close => {
            let in_it = affected::find(db, &Around::Branch(branch.id)).await?;
            Moves::out_of_branch(&active, in_it)
        }
        BranchChange::AddArea(area) if is_active => {
            let around = affected::find(db, &Around::Areas(vec![area.clone()])).await?;
            Moves::into_branch(branch.id, &active, around)
        }
        BranchChange::RemoveArea(area) if is_active => {
            let in_it = affected::find(db, &Around::Branch(branch.id)).await?;
            Moves::out_of_area(area, &active, in_it)
        }
        BranchChange::AddArea(_) | BranchChange::RemoveArea(_) => Moves::default(),
    };
    let roles = match change {
        BranchChange::Close => roles::standing_in_branch(db, branch.id).await?.len(),
        _ => 0,
    };
    let roles = u32::try_from(roles).unwrap_or(u32::MAX);
    let also = format!("{status:?} {roles} {stay_with:?}");
    let shown = Placements {
        moves: moves.by_district(&map.names),
        stay: moves.stay,
        roles,
        mark: moves.mark(branch.id, change, &also),
        stay_with,
        status,
        branch: InBranch { slug: branch.slug, name: branch.name },
    };
    Ok(Some(Ok(Prepared { branch: branch.id, moves: moves.moves, shown })))
}

impl Map {
    async fn read(
        db: &impl ConnectionTrait,
        branch: i64,
        change: &BranchChange,
    ) -> Result<Self, Error> {
        let mut map = Self {
            own: Vec::new(),
            claims: Vec::new(),
            names: HashMap::new(),
            active: Vec::new(),
            known: Known::default(),
        };
        for row in branches::Entity::find().all(db).await? {
            if row.status == super::ACTIVE {
                map.active.push(row.id);
            }
            map.names.insert(row.id, InBranch { slug: row.slug, name: row.name });
        }
        for claim in areas::Entity::find().order_by_asc(areas::Column::Id).all(db).await? {
            if claim.branch_id == branch {
                map.own.push(area(&claim.area)?);
            } else if claim.branch_status == super::ACTIVE {
                map.claims.push((area(&claim.area)?, claim.branch_id));
            }
        }
        let added = match change {
            BranchChange::AddArea(area) => Some(area),
            _ => None,
        };
        let all = map.own.iter().chain(map.claims.iter().map(|(area, _)| area)).chain(added);
        map.known = postcodes::known(db, all).await?;
        let known = &map.known;
        map.own = map.own.into_iter().map(|area| known.named(area)).collect();
        let claims = map.claims.into_iter();
        map.claims = claims.map(|(area, branch)| (known.named(area), branch)).collect();
        Ok(map)
    }

    /// The areas of the branch after the change, if it may be made.
    fn areas_after(
        &self,
        status: BranchStatus,
        change: &BranchChange,
    ) -> Result<Vec<Area>, NoChange> {
        let mut areas = self.own.clone();
        match (change, status) {
            (_, BranchStatus::Closed) | (BranchChange::Activate, BranchStatus::Active) => {
                return Err(NoChange::Status(status));
            }
            (BranchChange::Activate, _) if areas.is_empty() => return Err(NoChange::NoAreas),
            (BranchChange::Activate | BranchChange::Close, _) => {}
            (BranchChange::AddArea(area), _) if areas.contains(area) => {
                return Err(NoChange::HasArea);
            }
            (BranchChange::AddArea(area), _) if !self.known.has(area) => {
                return Err(NoChange::NoSuchAuthority);
            }
            (BranchChange::AddArea(area), _) => areas.push(area.clone()),
            (BranchChange::RemoveArea(area), _) => {
                let before = areas.len();
                areas.retain(|own| own != area);
                if areas.len() == before {
                    return Err(NoChange::HasNoSuchArea);
                }
            }
        }
        let claimed = match change {
            BranchChange::Activate => self.claimed(&areas),
            BranchChange::AddArea(area) => self.claimed(std::slice::from_ref(area)),
            BranchChange::Close | BranchChange::RemoveArea(_) => Vec::new(),
        };
        if claimed.is_empty() { Ok(areas) } else { Err(NoChange::Claimed(claimed)) }
    }

    /// Those of these areas that another active branch has.
    fn claimed(&self, wanted: &[Area]) -> Vec<(Area, InBranch)> {
        self.of_others(|claim| wanted.contains(claim))
    }

    /// Smaller areas of other active branches within those that the change brings.
    fn smaller_of_others(&self, change: &BranchChange) -> Vec<(Area, InBranch)> {
        let inside = |larger: &[Area]| {
            self.of_others(|claim| {
                larger.iter().any(|area| claim.beats(area) && self.known.overlap(claim, area))
            })
        };
        match change {
            BranchChange::Activate => inside(&self.own),
            BranchChange::AddArea(area) => inside(std::slice::from_ref(area)),
            BranchChange::Close | BranchChange::RemoveArea(_) => Vec::new(),
        }
    }

    fn of_others(&self, which: impl Fn(&Area) -> bool) -> Vec<(Area, InBranch)> {
        let found = self.claims.iter().filter(|(claim, _)| which(claim));
        found.filter_map(|(claim, id)| Some((claim.clone(), self.names.get(id)?.clone()))).collect()
    }

    /// The active branches, as the rules take them.
    fn active(&self) -> Active {
        let mut active = Active { branches: Branches::default(), ids: HashMap::new() };
        let mut listed = Vec::with_capacity(self.active.len());
        for id in &self.active {
            let Some(branch) = self.names.get(id) else { continue };
            let areas = self.claims.iter().filter(|(_, claimer)| claimer == id);
            listed.push(Branch {
                slug: branch.slug.clone(),
                name: branch.name.clone(),
                areas: areas.map(|(area, _)| area.clone()).collect(),
            });
            active.ids.insert(branch.slug.clone(), *id);
        }
        active.branches = Branches::new(listed);
        active
    }
}
