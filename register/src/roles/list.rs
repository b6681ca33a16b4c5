//! Who has which role.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
};

use super::standing::read;
use super::{Office, Role};
use crate::access_log::{self, Action, Whom};
use crate::entities::{accounts, groups, roles};
use crate::error::Error;
use crate::permits::{Behind, BranchPermit, NetworkPermit};
use crate::register::{Register, Write};
use crate::stored;

/// A role, and who has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRole {
    /// Its number.
    pub id: i64,
    /// Whose it is.
    pub email: String,
    /// Which role.
    pub role: Role,
    /// Since when they have it.
    pub since: DateTime<Utc>,
}

impl Register {
    /// The committee of a branch, by office, and the nominees for its groups, by group. `None`
    /// when the permit does not stand any more.
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn roles_of_branch(
        &self,
        permit: &BranchPermit,
        at: DateTime<Utc>,
    ) -> Result<Option<Vec<HeldRole>>, Error> {
        let branch = Some(permit.branch_id());
        self.write(&Seen { behind: permit.behind(), branch, at }).await
    }

    /// The administrators, those of longest standing first. `None` as for
    /// [`Register::roles_of_branch`].
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn administrators(
        &self,
        permit: &NetworkPermit,
        at: DateTime<Utc>,
    ) -> Result<Option<Vec<HeldRole>>, Error> {
        self.write(&Seen { behind: permit.behind(), branch: None, at }).await
    }
}

struct Seen<'a> {
    behind: &'a Behind,
    branch: Option<i64>,
    at: DateTime<Utc>,
}

impl Write for Seen<'_> {
    type Done = Option<Vec<HeldRole>>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<Vec<HeldRole>>, Error> {
        if !self.behind.stands(db).await? {
            return Ok(None);
        }
        let rows = match self.branch {
            Some(branch) => standing_in_branch(db, branch).await?,
            None => administrators().order_by_asc(roles::Column::Id).all(db).await?,
        };
        let mut seen = Vec::with_capacity(rows.len());
        for role in rows {
            seen.push(held(db, role).await?);
        }
        seen.sort_by(|one, other| place(&one.role).cmp(&place(&other.role)));
        let whom = Whom { branch: self.branch, ..Whom::default() };
        access_log::write(db, self.at, self.behind.actor(), Action::RolesSeen, whom).await?;
        Ok(Some(seen))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// The administrators' roles.
pub(super) fn administrators() -> Select<roles::Entity> {
    roles::Entity::find()
        .filter(roles::Column::Kind.eq("administrator"))
        .filter(roles::Column::WithdrawnAt.is_null())
}

/// The roles in the committee of a branch, and for its groups, the oldest first.
pub(crate) async fn standing_in_branch(
    db: &impl ConnectionTrait,
    branch: i64,
) -> Result<Vec<roles::Model>, Error> {
    let mut found = roles::Entity::find()
        .filter(roles::Column::BranchId.eq(branch))
        .filter(roles::Column::WithdrawnAt.is_null())
        .all(db)
        .await?;
    let groups = groups::Entity::find()
        .select_only()
        .column(groups::Column::Id)
        .filter(groups::Column::BranchId.eq(branch))
        .into_query();
    let nominees = roles::Entity::find()
        .filter(Expr::col((roles::Entity, roles::Column::GroupId)).in_subquery(groups))
        .filter(roles::Column::WithdrawnAt.is_null());
    found.extend(nominees.all(db).await?);
    found.sort_by_key(|role| role.id);
    Ok(found)
}

/// Where a role stands in a list.
fn place(role: &Role) -> (Option<Office>, &str) {
    match role {
        Role::Administrator => (None, ""),
        Role::Committee { office, .. } => (Some(*office), ""),
        // After the last office.
        Role::Nominee { group } => (Some(Office::Member), group.name.as_str()),
    }
}

/// A role with whose it is.
pub(super) async fn held(db: &impl ConnectionTrait, role: roles::Model) -> Result<HeldRole, Error> {
    let account = accounts::Entity::find_by_id(role.account_id).one(db).await?;
    Ok(HeldRole {
        email: stored::there(account)?.email,
        role: read(db, &role).await?,
        id: role.id,
        since: role.given_at,
    })
}
