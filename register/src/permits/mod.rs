//! Permits: what an operation on other people's data takes. Only this module makes them, from a
//! session that has its second factor and a role that stands; and the one for one's own data, from
//! a session alone.

mod make;
mod own;

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::access_log::Actor;
use crate::accounts::AccountId;
use crate::entities::{roles, sessions as session_rows};
use crate::error::Error;
use crate::place::InBranch;
use crate::roles::{GroupRef, Office};

pub use own::OwnPermit;

/// Whether somebody may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Permitted<P> {
    /// They may.
    Yes(P),
    /// They have to sign in first, or to give the second factor.
    SignIn,
    /// They may not, or there is no such thing: both are "not found".
    No,
}

/// May see and change the members of one branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BranchPermit {
    behind: Behind,
    branch_id: i64,
    branch: InBranch,
    office: Option<Office>,
}

/// May see and change what belongs to the whole network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkPermit {
    behind: Behind,
}

/// May see and judge the evidence of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidencePermit {
    behind: Behind,
    group: GroupRef,
    group_id: i64,
    within: Within,
}

/// By what somebody may judge the evidence of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Within {
    /// They were named for this group alone.
    Group,
    /// They see this branch, for as long as the group is in it.
    Branch(i64),
    /// They see the whole network.
    Network,
}

/// The session and the role that a permit comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Behind {
    pub(crate) account: i64,
    session: i64,
    role: i64,
}

impl Behind {
    /// Whether the role has not been withdrawn and the session has not ended since: every
    /// operation asks this in its own transaction.
    pub(crate) async fn stands(&self, db: &impl ConnectionTrait) -> Result<bool, Error> {
        let signed_in = Query::select()
            .expr(Expr::value(1))
            .from(session_rows::Entity)
            .and_where(Expr::col((session_rows::Entity, session_rows::Column::Id)).eq(self.session))
            .and_where(session_rows::Column::EndedAt.is_null())
            .take();
        let standing: Option<i64> = roles::Entity::find_by_id(self.role)
            .select_only()
            .column(roles::Column::Id)
            .filter(roles::Column::WithdrawnAt.is_null())
            .filter(Expr::exists(signed_in))
            .into_tuple()
            .one(db)
            .await?;
        Ok(standing.is_some())
    }

    /// Who the access log says did it.
    pub(crate) const fn actor(&self) -> Actor {
        Actor::Account(self.account)
    }
}

impl BranchPermit {
    /// The branch.
    #[must_use]
    pub const fn branch(&self) -> &InBranch {
        &self.branch
    }

    /// What they are in its committee; `None` for an administrator.
    #[must_use]
    pub const fn office(&self) -> Option<Office> {
        self.office
    }

    /// Whether they may give and withdraw roles in it.
    #[must_use]
    pub fn may_give_roles(&self) -> bool {
        self.office.is_none_or(Office::may_give_roles)
    }

    /// Whether they may give and withdraw an office in it.
    #[must_use]
    pub fn may_give(&self, office: Office) -> bool {
        self.office.is_none_or(|own| own.may_give(office))
    }

    /// Whose permit it is.
    #[must_use]
    pub const fn account(&self) -> AccountId {
        AccountId(self.behind.account)
    }

    pub(crate) const fn behind(&self) -> &Behind {
        &self.behind
    }

    pub(crate) const fn branch_id(&self) -> i64 {
        self.branch_id
    }
}

impl NetworkPermit {
    /// Whose permit it is.
    #[must_use]
    pub const fn account(&self) -> AccountId {
        AccountId(self.behind.account)
    }

    pub(crate) const fn behind(&self) -> &Behind {
        &self.behind
    }
}

impl EvidencePermit {
    /// The group.
    #[must_use]
    pub const fn group(&self) -> &GroupRef {
        &self.group
    }

    /// Whether they see all of the group: a nominee sees its evidence alone.
    #[must_use]
    pub const fn sees_group(&self) -> bool {
        !matches!(self.within, Within::Group)
    }

    pub(crate) const fn behind(&self) -> &Behind {
        &self.behind
    }

    pub(crate) const fn group_id(&self) -> i64 {
        self.group_id
    }

    /// The branch that the group has to be in, if it has to be in one.
    pub(crate) const fn branch(&self) -> Option<i64> {
        match self.within {
            Within::Branch(branch) => Some(branch),
            Within::Group | Within::Network => None,
        }
    }

    /// Whose permit it is.
    #[must_use]
    pub const fn account(&self) -> AccountId {
        AccountId(self.behind.account)
    }
}

/// By which permit a role is given or withdrawn.
#[derive(Debug, Clone, Copy)]
pub enum RoleGiver<'a> {
    /// In one branch.
    Branch(&'a BranchPermit),
    /// In the whole network.
    Network(&'a NetworkPermit),
}

/// How far somebody's right to give roles goes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Scope {
    Network,
    Branch { branch: i64, office: Office },
}

impl RoleGiver<'_> {
    pub(crate) const fn behind(&self) -> &Behind {
        match self {
            Self::Branch(permit) => permit.behind(),
            Self::Network(permit) => permit.behind(),
        }
    }

    pub(crate) fn scope(&self) -> Scope {
        match self {
            Self::Branch(permit) => permit.office.map_or(Scope::Network, |office| Scope::Branch {
                branch: permit.branch_id,
                office,
            }),
            Self::Network(_) => Scope::Network,
        }
    }
}

impl<'a> From<&'a BranchPermit> for RoleGiver<'a> {
    fn from(permit: &'a BranchPermit) -> Self {
        Self::Branch(permit)
    }
}

impl<'a> From<&'a NetworkPermit> for RoleGiver<'a> {
    fn from(permit: &'a NetworkPermit) -> Self {
        Self::Network(permit)
    }
}
