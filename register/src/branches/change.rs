//! Changing a branch: looking first at what it would do, then doing just that.

use chrono::{DateTime, Utc};
use rules::Area;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, QueryFilter,
};

use super::moves::{self, Told};
use super::placements::{Placements, PlacementsMark};
use super::prepare::{Prepared, prepare};
use super::{BranchStatus, area_kind};
use crate::access_log::{self, Action, Whom};
use crate::counters::Changes;
use crate::entities::{areas, branches};
use crate::error::{Error, Outage};
use crate::permits::NetworkPermit;
use crate::place::InBranch;
use crate::register::{Register, Write};
use crate::roles;
use crate::turns::{self, Turn};

/// A change of a branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BranchChange {
    /// It becomes active: whoever lives in its areas comes to it.
    Activate,
    /// It closes: whoever is in it goes to the branch that covers their postcode, or to none.
    Close,
    /// It covers this, too.
    AddArea(Area),
    /// It does not cover this any more.
    RemoveArea(Area),
}

/// Why a branch cannot change so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoChange {
    /// It has come too far for it.
    Status(BranchStatus),
    /// It has no areas to be active in.
    NoAreas,
    /// Another active branch has what it would claim.
    Claimed(Vec<(Area, InBranch)>),
    /// It has this area.
    HasArea,
    /// It does not have this area.
    HasNoSuchArea,
    /// The directory has no such local authority, or there is no directory.
    NoSuchAuthority,
}

/// What a change of a branch would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BranchLook {
    /// This.
    Would(Placements),
    /// Nothing: it may not be made.
    MayNot(NoChange),
}

/// What came of changing a branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BranchChanged {
    /// It has changed, and so many members and groups have moved.
    Done {
        /// How many.
        moved: u32,
    },
    /// It may not change so; nothing was done.
    MayNot(NoChange),
    /// It would do this, which is not what was looked at; nothing was done.
    LookFirst(Placements),
}

impl Register {
    /// What a change of a branch would do. Numbers alone: it is not logged. `None` when there is
    /// no such branch, or the permit does not stand any more.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn look_at_change(
        &self,
        permit: &NetworkPermit,
        slug: &str,
        change: &BranchChange,
    ) -> Result<Option<BranchLook>, Error> {
        let db = self.look().await?;
        if !permit.behind().stands(&db).await? {
            return Ok(None);
        }
        Ok(prepare(&db, slug, change).await?.map(|prepared| match prepared {
            Ok(prepared) => BranchLook::Would(prepared.shown),
            Err(refused) => BranchLook::MayNot(refused),
        }))
    }

    /// Changes a branch, all at once: it does what was looked at, with a letter to each who moves,
    /// or nothing. The areas of a branch that is forming move nobody, and need no look before.
    /// `None` as for [`Register::look_at_change`].
    ///
    /// # Errors
    /// When the database cannot be written; nothing has changed then.
    pub async fn change_branch(
        &self,
        permit: &NetworkPermit,
        slug: &str,
        change: &BranchChange,
        seen: Option<&PlacementsMark>,
        at: DateTime<Utc>,
    ) -> Result<Option<BranchChanged>, Error> {
        let changed = self.write(&ChangeBranch { permit, slug, change, seen, at }).await?;
        if *change == BranchChange::Close {
            self.access_changed();
        }
        Ok(changed)
    }
}

struct ChangeBranch<'a> {
    permit: &'a NetworkPermit,
    slug: &'a str,
    change: &'a BranchChange,
    seen: Option<&'a PlacementsMark>,
    at: DateTime<Utc>,
}

impl Write for ChangeBranch<'_> {
    type Done = Option<BranchChanged>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<BranchChanged>, Error> {
        if *self.change == BranchChange::Close {
            turns::take(db, Turn::Roles).await?;
        }
        turns::take(db, Turn::Branches).await?;
        if !self.permit.behind().stands(db).await? {
            return Ok(None);
        }
        let prepared = match prepare(db, self.slug, self.change).await? {
            None => return Ok(None),
            Some(Err(refused)) => return Ok(Some(BranchChanged::MayNot(refused))),
            Some(Ok(prepared)) => prepared,
        };
        if !self.was_seen(&prepared.shown) {
            return Ok(Some(BranchChanged::LookFirst(prepared.shown)));
        }
        if db.get_database_backend() == DbBackend::Postgres {
            // They may have changed until they were held: the transaction runs again then.
            moves::hold(db, &prepared.moves).await?;
            match prepare(db, self.slug, self.change).await? {
                Some(Ok(held)) if held.shown.mark == prepared.shown.mark => {}
                _ => return Err(Error::Unavailable(Outage::Conflict)),
            }
        }
        self.carry_out(db, &prepared).await.map(Some)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

impl ChangeBranch<'_> {
    fn was_seen(&self, would: &Placements) -> bool {
        match self.seen {
            Some(seen) => *seen == would.mark,
            None => {
                would.status == BranchStatus::Forming
                    && matches!(self.change, BranchChange::AddArea(_) | BranchChange::RemoveArea(_))
            }
        }
    }

    async fn carry_out(
        &self,
        db: &DatabaseTransaction,
        prepared: &Prepared,
    ) -> Result<BranchChanged, Error> {
        let (branch, by) = (prepared.branch, self.permit.behind());
        let (action, told) = match self.change {
            BranchChange::Activate => {
                status(db, branch, BranchStatus::Active).await?;
                (Action::BranchActivated, Told::Placed)
            }
            BranchChange::Close => {
                status(db, branch, BranchStatus::Closed).await?;
                roles::withdraw_in_branch(db, branch, by, self.at).await?;
                (Action::BranchClosed, Told::Released)
            }
            BranchChange::AddArea(area) => {
                claim(db, branch, prepared.shown.status, area).await?;
                (Action::AreaAdded, Told::Placed)
            }
            BranchChange::RemoveArea(area) => {
                areas::Entity::delete_many()
                    .filter(areas::Column::BranchId.eq(branch))
                    .filter(areas::Column::Area.eq(area.to_string()))
                    .exec(db)
                    .await?;
                (Action::AreaRemoved, Told::Released)
            }
        };
        let how_many = i32::try_from(prepared.moves.len()).unwrap_or(i32::MAX);
        let whom = Whom { branch: Some(branch), how_many: Some(how_many), ..Whom::default() };
        access_log::write(db, self.at, by.actor(), action, whom).await?;
        let mut changes = Changes::default();
        moves::carry_out(db, &prepared.moves, told, by, self.at, &mut changes).await?;
        // Which offers of help its dashboard shows follows from its areas.
        changes.looks_different(branch);
        changes.keep(db).await?;
        Ok(BranchChanged::Done { moved: how_many.unsigned_abs() })
    }
}

/// Gives a branch another status, and with it its areas: the database refuses one that another
/// active branch has.
async fn status(db: &DatabaseTransaction, branch: i64, status: BranchStatus) -> Result<(), Error> {
    branches::Entity::update_many()
        .col_expr(branches::Column::Status, Expr::value(status.as_str()))
        .filter(branches::Column::Id.eq(branch))
        .exec(db)
        .await?;
    Ok(())
}

async fn claim(
    db: &DatabaseTransaction,
    branch: i64,
    status: BranchStatus,
    area: &Area,
) -> Result<(), Error> {
    let claim = areas::ActiveModel {
        branch_id: Set(branch),
        branch_status: Set(status.as_str().to_owned()),
        area: Set(area.to_string()),
        kind: Set(area_kind(area).to_owned()),
        ..Default::default()
    };
    areas::Entity::insert(claim).exec_without_returning(db).await?;
    Ok(())
}
