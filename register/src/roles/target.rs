//! The role that is to be given.

use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::Office;
use super::standing::Kind;
use crate::branches::BranchStatus;
use crate::entities::{branches, groups};
use crate::error::Error;

/// A role to give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoleFor {
    /// Of the whole network.
    Administrator,
    /// In the committee of a branch.
    Committee {
        /// The branch, by its short name.
        branch: String,
        /// What they are to be in it.
        office: Office,
    },
    /// Nominee for one group.
    Nominee {
        /// The group, by its membership number.
        group: String,
    },
}

/// A role by numbers, and the branch that it is given in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target {
    pub(super) kind: Kind,
    pub(super) branch: Option<i64>,
}

impl Target {
    /// Finds what a role is for; `None` if there is no such branch or group; one that
    /// has closed has no committee.
    pub(super) async fn find(
        db: &DatabaseTransaction,
        role: &RoleFor,
    ) -> Result<Option<Self>, Error> {
        Ok(match role {
            RoleFor::Administrator => Some(Self { kind: Kind::Administrator, branch: None }),
            RoleFor::Committee { branch, office } => {
                let found = branches::Entity::find()
                    .filter(branches::Column::Slug.eq(branch))
                    .filter(branches::Column::Status.ne(BranchStatus::Closed.as_str()));
                found.one(db).await?.map(|branch| Self {
                    kind: Kind::Committee { branch: branch.id, office: *office },
                    branch: Some(branch.id),
                })
            }
            RoleFor::Nominee { group } => {
                let found = groups::Entity::find()
                    .filter(groups::Column::Number.eq(group))
                    .filter(groups::Column::EndedAt.is_null());
                found.one(db).await?.map(|group| Self {
                    kind: Kind::Nominee { group: group.id },
                    branch: group.branch_id,
                })
            }
        })
    }

    /// What a stored role is.
    pub(super) async fn of(db: &DatabaseTransaction, kind: Kind) -> Result<Self, Error> {
        let branch = match kind {
            Kind::Administrator => None,
            Kind::Committee { branch, .. } => Some(branch),
            Kind::Nominee { group } => {
                groups::Entity::find_by_id(group).one(db).await?.and_then(|group| group.branch_id)
            }
        };
        Ok(Self { kind, branch })
    }
}
