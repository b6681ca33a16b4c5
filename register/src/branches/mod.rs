//! The branches: those that people join, and what administrators do with them.

mod affected;
mod change;
mod demand;
mod found;
mod moves;
mod offers;
mod overview;
mod placements;
mod prepare;
mod status;

use rules::{Area, Branch, Branches};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::entities::{areas, branches};
use crate::error::Error;
use crate::postcodes;
use crate::register::Register;

pub use change::{BranchChange, BranchChanged, BranchLook, NoChange};
pub use demand::{AboutHowMany, DistrictDemand};
pub use found::{BranchFounded, BranchRenamed};
pub use offers::HelpOffer;
pub use overview::{BranchesOverview, NetworkBranch};
pub use placements::{MovesOf, Placements, PlacementsMark};
pub use status::BranchStatus;

/// The status of a branch that takes members.
pub(crate) const ACTIVE: &str = BranchStatus::Active.as_str();
/// The kind of an area that is a local authority.
pub(crate) const AUTHORITY: &str = "local-authority";

impl Register {
    /// The active branches by name, each with the areas it covers.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn branches(&self) -> Result<Branches, Error> {
        // One statement, so that no branch is seen without the areas it was activated with.
        let active = branches::Entity::find()
            .filter(branches::Column::Status.eq(ACTIVE))
            .order_by_asc(branches::Column::Name)
            .find_with_related(areas::Entity)
            .all(self.reader())
            .await?;
        let mut shown = Vec::with_capacity(active.len());
        for (branch, mut claims) in active {
            claims.sort_by_key(|claim| claim.id);
            let areas = claims.iter().map(|claim| area(&claim.area));
            let areas = areas.collect::<Result<Vec<_>, _>>()?;
            shown.push(Branch { slug: branch.slug, name: branch.name, areas });
        }
        let areas = shown.iter().flat_map(|branch| &branch.areas);
        let known = postcodes::known(self.reader(), areas).await?;
        for branch in &mut shown {
            let areas = std::mem::take(&mut branch.areas);
            branch.areas = areas.into_iter().map(|area| known.named(area)).collect();
        }
        Ok(Branches::new(shown))
    }
}

/// An area as it is stored.
pub(crate) fn area(text: &str) -> Result<Area, Error> {
    Area::parse(text).map_err(|_| Error::fault("a stored area"))
}

const fn area_kind(area: &Area) -> &'static str {
    match area {
        Area::PostcodeArea(_) => "postcode-area",
        Area::District(_) => "district",
        Area::Sector(_) => "sector",
        Area::LocalAuthority(_) => AUTHORITY,
    }
}
