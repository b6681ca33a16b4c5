//! The roles that stand, as they are stored.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{GroupRef, Office, Role};
use crate::entities::{branches, groups, roles};
use crate::error::Error;
use crate::place::InBranch;
use crate::stored;

/// What a stored role is, by the numbers of what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Administrator,
    Committee { branch: i64, office: Office },
    Nominee { group: i64 },
}

impl Kind {
    pub(crate) fn of(role: &roles::Model) -> Result<Self, Error> {
        let kind = match role.kind.as_str() {
            "administrator" => Some(Self::Administrator),
            "committee" => role.branch_id.and_then(|branch| {
                let office = Office::parse(role.office.as_deref()?)?;
                Some(Self::Committee { branch, office })
            }),
            "nominee" => role.group_id.map(|group| Self::Nominee { group }),
            _ => None,
        };
        kind.ok_or_else(|| Error::fault("a stored role"))
    }
}

/// The roles that an account has now, the oldest first.
pub(crate) async fn of_account(
    db: &impl ConnectionTrait,
    account: i64,
) -> Result<Vec<roles::Model>, Error> {
    let roles = roles::Entity::find()
        .filter(roles::Column::AccountId.eq(account))
        .filter(roles::Column::WithdrawnAt.is_null())
        .order_by_asc(roles::Column::Id);
    Ok(roles.all(db).await?)
}

/// A role, with the names of what it is for.
pub(crate) async fn read(db: &impl ConnectionTrait, role: &roles::Model) -> Result<Role, Error> {
    Ok(match Kind::of(role)? {
        Kind::Administrator => Role::Administrator,
        Kind::Committee { branch, office } => {
            let branch = stored::there(branches::Entity::find_by_id(branch).one(db).await?)?;
            let branch = InBranch { slug: branch.slug, name: branch.name };
            Role::Committee { branch, office }
        }
        Kind::Nominee { group } => {
            let group = stored::there(groups::Entity::find_by_id(group).one(db).await?)?;
            Role::Nominee { group: GroupRef { number: group.number, name: group.name } }
        }
    })
}
