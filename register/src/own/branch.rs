//! The branch that a membership is in, as the member sees it.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::entities::roles;
use crate::error::Error;
use crate::members::{Placed, of};
use crate::place::InBranch;

/// A branch, as its members see it. Addresses of those on its committee are theirs, and not here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnBranch {
    /// Which.
    pub branch: InBranch,
    /// How the membership came to it.
    pub placed: Option<Placed>,
    /// Whether somebody is on its committee.
    pub has_committee: bool,
}

/// Reads the branch of a membership; `None` when it is in none.
pub(super) async fn read(
    db: &impl ConnectionTrait,
    id: Option<i64>,
    placed: Option<&str>,
) -> Result<Option<OwnBranch>, Error> {
    let Some(id) = id else { return Ok(None) };
    let Some(branch) = of(db, std::iter::once(id)).await?.into_values().next() else {
        return Ok(None);
    };
    let committee: Option<i64> = roles::Entity::find()
        .select_only()
        .column(roles::Column::Id)
        .filter(roles::Column::BranchId.eq(id))
        .filter(roles::Column::WithdrawnAt.is_null())
        .limit(1)
        .into_tuple()
        .one(db)
        .await?;
    let has_committee = committee.is_some();
    Ok(Some(OwnBranch { branch, placed: Placed::of(placed), has_committee }))
}
