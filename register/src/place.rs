//! Which branch a join leads to (R6).

use rules::{Area, Branch, BranchChoice, Branches, Coverage, Home, Listed, Postcode};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};

use crate::branches::{ACTIVE, area};
use crate::entities::{areas, branches};
use crate::error::Error;
use crate::postcodes;

/// A branch, as a page names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InBranch {
    /// Its short name.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// Where a join leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The branch that covers the postcode (R6).
    Placed(InBranch),
    /// The branch that was chosen by hand.
    Chosen(InBranch),
    /// The branch that was chosen is not active any more: none.
    ChosenClosed,
    /// No branch covers the postcode yet (R7).
    Outside {
        /// Whether help to start one was offered.
        help_offered: bool,
    },
    /// No branch, by choice.
    NoBranch,
}

/// A place, and the number of its branch.
#[derive(Debug, Clone)]
pub(crate) struct Placing {
    pub(crate) place: Place,
    pub(crate) branch_id: Option<i64>,
}

impl Placing {
    /// How the branch came about, as it is stored; `None` exactly when there is no branch.
    pub(crate) fn how(&self) -> Option<String> {
        self.branch_id.map(|_| match self.place {
            Place::Placed(_) => "placed".to_owned(),
            _ => "chosen".to_owned(),
        })
    }

    /// The branch that covers a postcode, if one does.
    pub(crate) fn covering(self) -> Option<InBranch> {
        match self.place {
            Place::Placed(branch) => Some(branch),
            _ => None,
        }
    }
}

/// Where somebody's home leads to.
pub(crate) async fn of_home(db: &DatabaseTransaction, home: &Home) -> Result<Placing, Error> {
    match home {
        Home::Postcode { postcode, start_branch } => of_postcode(db, postcode, *start_branch).await,
        Home::Chosen(BranchChoice::None) => Ok(Placing { place: Place::NoBranch, branch_id: None }),
        Home::Chosen(BranchChoice::Branch(slug)) => {
            let branch = branches::Entity::find()
                .filter(branches::Column::Slug.eq(slug.as_str()))
                .filter(branches::Column::Status.eq(ACTIVE))
                .one(db)
                .await?;
            Ok(branch.map_or(Placing { place: Place::ChosenClosed, branch_id: None }, |branch| {
                Placing {
                    branch_id: Some(branch.id),
                    place: Place::Chosen(InBranch { slug: branch.slug, name: branch.name }),
                }
            }))
        }
    }
}

/// The active branch that covers a postcode: those that claim an area it lies in are read, and
/// the rules choose among them.
pub(crate) async fn of_postcode(
    db: &DatabaseTransaction,
    postcode: &Postcode,
    help_offered: bool,
) -> Result<Placing, Error> {
    let mut around = vec![postcode.area().to_owned(), postcode.district().to_owned()];
    around.extend(postcode.sector());
    let authority = match postcodes::listing(db, postcode).await? {
        Some(Listed::In(authority)) => authority,
        Some(Listed::No) | None => None,
    };
    around.extend(authority.as_ref().map(|authority| authority.code().to_owned()));
    let claims = areas::Entity::find()
        .find_also_related(branches::Entity)
        .filter(areas::Column::Area.is_in(around))
        .filter(branches::Column::Status.eq(ACTIVE))
        .limit(4)
        .all(db)
        .await?;
    let mut candidates = Vec::with_capacity(claims.len());
    let mut ids = Vec::with_capacity(claims.len());
    for (claim, branch) in claims {
        let Some(branch) = branch else { continue };
        ids.push((branch.slug.clone(), branch.id));
        let areas: Vec<Area> = vec![area(&claim.area)?];
        candidates.push(Branch { slug: branch.slug, name: branch.name, areas });
    }
    Ok(match Branches::new(candidates).covering(postcode, authority.as_ref()) {
        Coverage::Covered(branch) => Placing {
            branch_id: ids.into_iter().find(|(slug, _)| *slug == branch.slug).map(|(_, id)| id),
            place: Place::Placed(InBranch { slug: branch.slug.clone(), name: branch.name.clone() }),
        },
        Coverage::Outside => Placing { place: Place::Outside { help_offered }, branch_id: None },
    })
}
