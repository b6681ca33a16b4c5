//! Withdrawing a role, at once.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter};

use super::HeldRole;
use super::allowed::may_change;
use super::give::whom;
use super::list;
use super::standing::Kind;
use super::target::Target;
use crate::access_log::{self, Action};
use crate::entities::roles;
use crate::error::Error;
use crate::letters::{self, About};
use crate::permits::{Behind, RoleGiver};
use crate::register::{Register, Write};
use crate::second_factor::forget_without_role;
use crate::turns::{self, Turn};

/// What came of withdrawing a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Withdrawal {
    /// This role, which counts no more from now on.
    Withdrawn(HeldRole),
    /// Nobody could give roles any more: nothing has changed.
    LastAdministrator,
    /// There is no such role that whoever withdraws it may see or withdraw.
    No,
}

impl Register {
    /// Withdraws a role by its number. The sessions of whoever had it lose it with the next look.
    ///
    /// # Errors
    /// When the database cannot be written; nothing is withdrawn then.
    pub async fn withdraw_role(
        &self,
        by: RoleGiver<'_>,
        role: i64,
        at: DateTime<Utc>,
    ) -> Result<Withdrawal, Error> {
        let withdrawal = self.write(&Withdraw { by, role, at }).await?;
        self.access_changed();
        Ok(withdrawal)
    }
}

struct Withdraw<'a> {
    by: RoleGiver<'a>,
    role: i64,
    at: DateTime<Utc>,
}

impl Write for Withdraw<'_> {
    type Done = Withdrawal;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Withdrawal, Error> {
        turns::take(db, Turn::Roles).await?;
        let by = self.by.behind();
        if !by.stands(db).await? {
            return Ok(Withdrawal::No);
        }
        let role = roles::Entity::find_by_id(self.role)
            .filter(roles::Column::WithdrawnAt.is_null())
            .one(db)
            .await?;
        let Some(role) = role else { return Ok(Withdrawal::No) };
        let target = Target::of(db, Kind::of(&role)?).await?;
        if !may_change(self.by.scope(), target) {
            return Ok(Withdrawal::No);
        }
        if target.kind == Kind::Administrator && administrators(db).await? < 2 {
            return Ok(Withdrawal::LastAdministrator);
        }
        end(db, role.id, target, by, self.at).await?;
        forget_without_role(db, role.account_id).await?;
        Ok(Withdrawal::Withdrawn(list::held(db, role).await?))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

async fn administrators(db: &DatabaseTransaction) -> Result<u64, Error> {
    let administrators = list::administrators().count(db);
    Ok(administrators.await?)
}

/// Ends a role that stands.
pub(super) async fn end(
    db: &DatabaseTransaction,
    role: i64,
    target: Target,
    by: &Behind,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    roles::Entity::update_many()
        .col_expr(roles::Column::WithdrawnAt, Expr::value(at))
        .col_expr(roles::Column::WithdrawnBy, Expr::value(by.account))
        .filter(roles::Column::Id.eq(role))
        .exec(db)
        .await?;
    letters::no_longer_owe(db, About::RoleGiven(role)).await?;
    access_log::write(db, at, by.actor(), Action::RoleWithdrawn, whom(role, target)).await
}

/// Ends every role in the committee of a branch that closes, and those of the nominees for its
/// groups.
pub(crate) async fn withdraw_in_branch(
    db: &DatabaseTransaction,
    branch: i64,
    by: &Behind,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    for role in list::standing_in_branch(db, branch).await? {
        let target = Target { kind: Kind::of(&role)?, branch: Some(branch) };
        end(db, role.id, target, by, at).await?;
        forget_without_role(db, role.account_id).await?;
    }
    Ok(())
}
