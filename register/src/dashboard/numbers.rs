//! The numbers that are kept.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::branches::{BranchStatus, area};
use crate::counters::Kind;
use crate::entities::{areas, branches, counters, members_by_district, offers_by_district};
use crate::error::Error;
use crate::{postcodes, stored};

/// How many were named to represent the groups of a branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Representatives {
    /// And have not answered yet.
    pub declared: u32,
    /// And have said yes.
    pub confirmed: u32,
}

/// How many would help. Of very few it is not told how many: who they are could be guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HelpOffers {
    /// Fewer than five, and somebody.
    Few,
    /// So many.
    Exactly(u32),
}

/// From how many on it is told how many.
const TOLD: u32 = 5;

/// What is counted for a branch.
#[derive(Debug, Default)]
pub(super) struct CountedNow {
    pub(super) version: i64,
    pub(super) full: u32,
    pub(super) associate: u32,
    pub(super) groups: u32,
    pub(super) representatives: Representatives,
    pub(super) waiting: u32,
    pub(super) evidence_waiting: u32,
}

pub(super) async fn counted(db: &impl ConnectionTrait, branch: i64) -> Result<CountedNow, Error> {
    let rows =
        counters::Entity::find().filter(counters::Column::BranchId.eq(branch)).all(db).await?;
    let mut now = CountedNow::default();
    for row in rows {
        now.version += row.changes;
        let number = stored::count(row.members)?;
        match Kind::parse(&row.kind).ok_or_else(|| Error::fault("a stored kind"))? {
            Kind::Full => now.full = number,
            Kind::Associate => now.associate = number,
            Kind::Group => now.groups = number,
            Kind::Waiting => now.waiting = number,
            Kind::Declared => now.representatives.declared = number,
            Kind::Confirmed => now.representatives.confirmed = number,
            Kind::Supplied => now.evidence_waiting = number,
        }
    }
    Ok(now)
}

/// How far the branch has come.
pub(super) async fn status(db: &impl ConnectionTrait, branch: i64) -> Result<BranchStatus, Error> {
    let stored: Option<String> = branches::Entity::find_by_id(branch)
        .select_only()
        .column(branches::Column::Status)
        .into_tuple()
        .one(db)
        .await?;
    BranchStatus::read(&stored.unwrap_or_default())
}

/// How many members live in which district: those with most first, then by name.
pub(super) async fn districts(
    db: &impl ConnectionTrait,
    branch: i64,
) -> Result<Vec<(String, u32)>, Error> {
    let rows: Vec<(String, i64)> = members_by_district::Entity::find()
        .select_only()
        .columns([members_by_district::Column::District, members_by_district::Column::Members])
        .filter(members_by_district::Column::BranchId.eq(branch))
        .filter(members_by_district::Column::Members.gt(0))
        .into_tuple()
        .all(db)
        .await?;
    let mut districts = Vec::with_capacity(rows.len());
    for (district, members) in rows {
        districts.push((district, stored::count(members)?));
    }
    districts.sort_by(|(name, number), (other_name, other)| {
        other.cmp(number).then_with(|| name.cmp(other_name))
    });
    Ok(districts)
}

/// The offers of help in the postcode areas that the branch has something of, by district.
pub(super) async fn help_offers(
    db: &impl ConnectionTrait,
    branch: i64,
) -> Result<Vec<(String, HelpOffers)>, Error> {
    let claims: Vec<String> = areas::Entity::find()
        .select_only()
        .column(areas::Column::Area)
        .filter(areas::Column::BranchId.eq(branch))
        .into_tuple()
        .all(db)
        .await?;
    let claims = claims.iter().map(|claim| area(claim)).collect::<Result<Vec<_>, _>>()?;
    let known = postcodes::known(db, claims.iter()).await?;
    let around: BTreeSet<_> = claims.iter().flat_map(|claim| known.postcode_areas(claim)).collect();
    let mut help_offers = Vec::new();
    // One after the other: a branch is in one or two, and the index has each in its order.
    for area in around {
        let rows: Vec<(String, i64)> = offers_by_district::Entity::find()
            .select_only()
            .columns([offers_by_district::Column::District, offers_by_district::Column::Offers])
            .filter(offers_by_district::Column::Area.eq(area))
            .filter(offers_by_district::Column::Offers.gt(0))
            .order_by_asc(offers_by_district::Column::District)
            .into_tuple()
            .all(db)
            .await?;
        for (district, offers) in rows {
            let number = stored::count(offers)?;
            let offers = if number < TOLD { HelpOffers::Few } else { HelpOffers::Exactly(number) };
            help_offers.push((district, offers));
        }
    }
    Ok(help_offers)
}
