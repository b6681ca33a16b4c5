//! By which permit somebody sees and changes members, and how far it reaches.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition, DatabaseTransaction};

use crate::access_log::{self, Action, Whom};
use crate::entities::memberships;
use crate::error::Error;
use crate::permits::{Behind, BranchPermit, NetworkPermit};
use crate::register::{Register, Write};

/// Whose members somebody may see and change.
#[derive(Debug, Clone, Copy)]
pub enum Scope<'a> {
    /// Those of one branch.
    Branch(&'a BranchPermit),
    /// Those of every branch, and of none.
    Network(&'a NetworkPermit),
}

impl<'a> From<&'a BranchPermit> for Scope<'a> {
    fn from(permit: &'a BranchPermit) -> Self {
        Self::Branch(permit)
    }
}

impl<'a> From<&'a NetworkPermit> for Scope<'a> {
    fn from(permit: &'a NetworkPermit) -> Self {
        Self::Network(permit)
    }
}

impl<'a> Scope<'a> {
    pub(crate) const fn behind(self) -> &'a Behind {
        match self {
            Self::Branch(permit) => permit.behind(),
            Self::Network(permit) => permit.behind(),
        }
    }

    /// The one branch that it reaches; `None` when it reaches all.
    pub(crate) const fn branch(self) -> Option<i64> {
        match self {
            Self::Branch(permit) => Some(permit.branch_id()),
            Self::Network(_) => None,
        }
    }

    /// Whether it reaches what belongs to this branch, or to none.
    pub(crate) fn reaches(self, branch: Option<i64>) -> bool {
        self.branch().is_none_or(|own| branch == Some(own))
    }

    /// The memberships that it reaches.
    pub(crate) fn memberships(self) -> Condition {
        Condition::all()
            .add_option(self.branch().map(|branch| memberships::Column::BranchId.eq(branch)))
    }
}

impl Register {
    /// Writes down that somebody saw what was just read, and says whether they may: nothing that
    /// was read is given out before. What reads much reads first, and holds nobody up who joins.
    pub(crate) async fn may_see(
        &self,
        scope: Scope<'_>,
        action: Action,
        whom: Whom,
        at: DateTime<Utc>,
    ) -> Result<bool, Error> {
        self.write(&Saw { scope, action, whom, at }).await
    }
}

struct Saw<'a> {
    scope: Scope<'a>,
    action: Action,
    whom: Whom,
    at: DateTime<Utc>,
}

impl Write for Saw<'_> {
    type Done = bool;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<bool, Error> {
        let behind = self.scope.behind();
        let stands = behind.stands(db).await?;
        if stands {
            access_log::write(db, self.at, behind.actor(), self.action, self.whom).await?;
        }
        Ok(stands)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}
