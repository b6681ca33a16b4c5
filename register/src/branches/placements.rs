//! What a change of a branch would do: who comes to it, who leaves it, who stays.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use rules::{Area, Branches, Coverage};
use sha2::{Digest, Sha256};

use super::affected::{Somebody, Who};
use super::{BranchChange, BranchStatus};
use crate::place::InBranch;
use crate::words::district_key;

/// What a change of a branch would do, at the moment it was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placements {
    /// The branch.
    pub branch: InBranch,
    /// How far it has come.
    pub status: BranchStatus,
    /// Who would move, by district and branches, in the order of the districts.
    pub moves: Vec<MovesOf>,
    /// How many, groups among them, would move by their postcode, but stay where they are: it was
    /// chosen by hand.
    pub stay: u32,
    /// How many roles would be withdrawn.
    pub roles: u32,
    /// Smaller areas within that stay with other branches.
    pub stay_with: Vec<(Area, InBranch)>,
    /// What the change has to be asked for with, so that it does this or nothing.
    pub mark: PlacementsMark,
}

/// Some who would move alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovesOf {
    /// Where they live, if that is known.
    pub district: Option<String>,
    /// Out of this branch, or out of none.
    pub from: Option<InBranch>,
    /// Into this branch, or into none.
    pub to: Option<InBranch>,
    /// Individual members.
    pub members: u32,
    /// Those who wait for a guardian, and are no members yet: no letter goes to them.
    pub waiting: u32,
    /// Groups.
    pub groups: u32,
}

/// Stands for everything that a change would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacementsMark(String);

impl PlacementsMark {
    /// Reads what a form sent back. One that was made up is like one of what is no more.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self(text.chars().take(64).collect())
    }
}

impl fmt::Display for PlacementsMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Somebody who would move.
#[derive(Debug, Clone)]
pub(super) struct Move {
    pub(super) who: Who,
    pub(super) district: Option<String>,
    pub(super) from: Option<i64>,
    pub(super) to: Option<i64>,
}

/// Who would move, and how many would not because it was chosen where they are.
#[derive(Debug, Default)]
pub(super) struct Moves {
    pub(super) moves: Vec<Move>,
    pub(super) stay: u32,
}

impl Moves {
    /// Those who would come to a branch, when these are the active ones.
    pub(super) fn into_branch(branch: i64, active: &Active, around: Vec<Somebody>) -> Self {
        let mut moves = Self::default();
        for somebody in around {
            let to = active.covering(&somebody);
            if to == Some(branch) && somebody.branch != to {
                moves.add(somebody, to);
            }
        }
        moves
    }

    /// Those who would leave a branch by losing this area, when these are the active ones.
    pub(super) fn out_of_area(area: &Area, active: &Active, in_it: Vec<Somebody>) -> Self {
        let mut moves = Self::default();
        for somebody in in_it {
            let to = active.covering(&somebody);
            if somebody.lives_in(area) && to != somebody.branch {
                moves.add(somebody, to);
            }
        }
        moves
    }

    /// All of a branch that is no more, when these are the active ones.
    pub(super) fn out_of_branch(active: &Active, in_it: Vec<Somebody>) -> Self {
        let moves = in_it.into_iter().map(|somebody| {
            let to = active.covering(&somebody);
            moved(somebody, to)
        });
        Self { moves: moves.collect(), stay: 0 }
    }

    fn add(&mut self, somebody: Somebody, to: Option<i64>) {
        if somebody.by_hand {
            self.stay += 1;
        } else {
            self.moves.push(moved(somebody, to));
        }
    }

    /// How many of them, by district and branches.
    pub(super) fn by_district(&self, names: &HashMap<i64, InBranch>) -> Vec<MovesOf> {
        let mut by: BTreeMap<_, MovesOf> = BTreeMap::new();
        let named = |branch: Option<i64>| branch.and_then(|id| names.get(&id).cloned());
        for moved in &self.moves {
            let key = (district_key(moved.district.as_deref()), moved.from, moved.to);
            let row = by.entry(key).or_insert_with(|| MovesOf {
                district: moved.district.clone(),
                from: named(moved.from),
                to: named(moved.to),
                members: 0,
                waiting: 0,
                groups: 0,
            });
            match moved.who {
                Who::Member { started: true, .. } => row.members += 1,
                Who::Member { started: false, .. } => row.waiting += 1,
                Who::Group { .. } => row.groups += 1,
            }
        }
        by.into_values().collect()
    }

    /// The mark of a change that does this.
    pub(super) fn mark(&self, branch: i64, change: &BranchChange, also: &str) -> PlacementsMark {
        let mut sha = Sha256::new();
        sha.update(format!("{branch} {change:?} {also} {}", self.stay));
        for moved in &self.moves {
            sha.update(format!(" {:?} {:?} {:?}", moved.who, moved.from, moved.to));
        }
        let hash = sha.finalize();
        PlacementsMark(hash.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

fn moved(somebody: Somebody, to: Option<i64>) -> Move {
    Move { who: somebody.who, district: somebody.district, from: somebody.branch, to }
}

/// The active branches, with their numbers.
#[derive(Debug)]
pub(super) struct Active {
    pub(super) branches: Branches,
    pub(super) ids: HashMap<String, i64>,
}

impl Active {
    fn covering(&self, somebody: &Somebody) -> Option<i64> {
        match self.branches.covering(somebody.postcode.as_ref()?, somebody.authority.as_ref()) {
            Coverage::Covered(branch) => self.ids.get(&branch.slug).copied(),
            Coverage::Outside => None,
        }
    }
}
