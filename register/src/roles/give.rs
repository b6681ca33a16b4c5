//! Giving a role.

use chrono::{DateTime, Utc};
use rules::EmailAddress;
use sea_orm::ActiveValue::Set;
use sea_orm::{DatabaseTransaction, EntityTrait};

use super::allowed::may_change;
use super::standing::{Kind, of_account};
use super::target::{RoleFor, Target};
use super::withdraw;
use crate::access_log::{self, Action, Whom};
use crate::accounts;
use crate::entities::roles;
use crate::error::Error;
use crate::letters::{self, About};
use crate::permits::RoleGiver;
use crate::register::{Register, Write};
use crate::turns::{self, Turn};

/// What came of giving a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GaveRole {
    /// They have it now, and a letter tells them.
    Given,
    /// They had it already.
    Unchanged,
    /// There is nothing to give that whoever gives it may see or give.
    No,
}

impl Register {
    /// Gives a role to the owner of an address, and owes them a letter about it. Another office in
    /// the same committee takes the place of the one they have.
    ///
    /// # Errors
    /// When the database cannot be written; nothing is given then.
    pub async fn give_role(
        &self,
        by: RoleGiver<'_>,
        to: &EmailAddress,
        role: &RoleFor,
        at: DateTime<Utc>,
    ) -> Result<GaveRole, Error> {
        let gave = self.write(&Give { by, to, role, at }).await?;
        self.access_changed();
        Ok(gave)
    }
}

struct Give<'a> {
    by: RoleGiver<'a>,
    to: &'a EmailAddress,
    role: &'a RoleFor,
    at: DateTime<Utc>,
}

impl Write for Give<'_> {
    type Done = GaveRole;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<GaveRole, Error> {
        turns::take(db, Turn::Roles).await?;
        let by = self.by.behind();
        let scope = self.by.scope();
        if !by.stands(db).await? {
            return Ok(GaveRole::No);
        }
        let target = Target::find(db, self.role).await?;
        let Some(target) = target.filter(|target| may_change(scope, *target)) else {
            return Ok(GaveRole::No);
        };
        let account = accounts::find_or_make(db, self.to.as_str(), self.at).await?;
        if let Some((id, held)) = same(db, account, target.kind).await? {
            if held == target.kind {
                return Ok(GaveRole::Unchanged);
            }
            let held = Target { kind: held, branch: target.branch };
            if !may_change(scope, held) {
                return Ok(GaveRole::No);
            }
            withdraw::end(db, id, held, by, self.at).await?;
        }
        let role = insert(db, account, target.kind, Some(by.account), self.at).await?;
        letters::owe(db, About::RoleGiven(role), self.at).await?;
        let whom = whom(role, target);
        access_log::write(db, self.at, by.actor(), Action::RoleGiven, whom).await?;
        Ok(GaveRole::Given)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

/// Makes an account an administrator, if it is none: from the command line. Gives the role.
pub(crate) async fn make_administrator(
    db: &DatabaseTransaction,
    account: i64,
    at: DateTime<Utc>,
) -> Result<i64, Error> {
    match same(db, account, Kind::Administrator).await? {
        Some((role, _)) => Ok(role),
        None => insert(db, account, Kind::Administrator, None, at).await,
    }
}

/// The role that an account has for the same branch or group, or for the network.
async fn same(
    db: &DatabaseTransaction,
    account: i64,
    wanted: Kind,
) -> Result<Option<(i64, Kind)>, Error> {
    for role in of_account(db, account).await? {
        let held = Kind::of(&role)?;
        let is_same = match (held, wanted) {
            (Kind::Committee { branch, .. }, Kind::Committee { branch: other, .. }) => {
                branch == other
            }
            (held, wanted) => held == wanted,
        };
        if is_same {
            return Ok(Some((role.id, held)));
        }
    }
    Ok(None)
}

async fn insert(
    db: &DatabaseTransaction,
    account: i64,
    kind: Kind,
    by: Option<i64>,
    at: DateTime<Utc>,
) -> Result<i64, Error> {
    let (word, branch, office, group) = match kind {
        Kind::Administrator => ("administrator", None, None, None),
        Kind::Committee { branch, office } => ("committee", Some(branch), Some(office), None),
        Kind::Nominee { group } => ("nominee", None, None, Some(group)),
    };
    let role = roles::ActiveModel {
        account_id: Set(account),
        kind: Set(word.to_owned()),
        branch_id: Set(branch),
        office: Set(office.map(|office| office.as_str().to_owned())),
        group_id: Set(group),
        given_at: Set(at),
        given_by: Set(by),
        ..Default::default()
    };
    Ok(roles::Entity::insert(role).exec(db).await?.last_insert_id)
}

/// What the access log says of a role.
pub(super) fn whom(role: i64, target: Target) -> Whom {
    let group = match target.kind {
        Kind::Nominee { group } => Some(group),
        _ => None,
    };
    Whom { role: Some(role), branch: target.branch, group, ..Whom::default() }
}
