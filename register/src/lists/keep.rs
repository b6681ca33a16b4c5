//! Keeping a list until it is imported, and how it stands with it.

use chrono::{DateTime, Utc};
use rules::ListRow;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
};

use super::{BUSY, is_active, oldest, rows};
use crate::entities::{imports, lists};
use crate::error::Error;
use crate::permits::BranchPermit;
use crate::register::{Register, Write};

/// What came of keeping a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptList {
    /// It is kept, in the place of one that the same account kept for the branch before.
    Kept,
    /// The branch takes no members.
    NotActive,
    /// Another list of this account is just being imported.
    Busy,
}

/// How it stands with a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListStands {
    /// It waits to be imported.
    Waits,
    /// A server imports it; if it does not finish by then, it may be begun again.
    Busy(DateTime<Utc>),
    /// It was imported: so many people were on it.
    Imported(u32),
}

impl Register {
    /// Keeps a list for a while, for this account and branch alone. `key` is random and new. `None`
    /// when the permit does not stand any more.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn keep_list(
        &self,
        by: &BranchPermit,
        key: &str,
        rows: &[ListRow],
        at: DateTime<Utc>,
    ) -> Result<Option<KeptList>, Error> {
        self.write(&Keep { by, key, rows: rows::write(rows), at }).await
    }

    /// How it stands with a list. `None` when there is none, for this account and branch.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn list_stands(
        &self,
        by: &BranchPermit,
        key: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<ListStands>, Error> {
        let db = self.reader();
        if !by.behind().stands(db).await? {
            return Ok(None);
        }
        if let Some(list) = find(db, by, key, at).await? {
            let busy = list.busy_until.filter(|until| *until > at);
            return Ok(Some(busy.map_or(ListStands::Waits, ListStands::Busy)));
        }
        let imported = imports::Entity::find()
            .filter(imports::Column::Key.eq(key))
            .filter(imports::Column::BranchId.eq(by.branch_id()))
            .filter(imports::Column::ByAccount.eq(by.behind().account))
            .one(db)
            .await?;
        Ok(imported.map(|import| ListStands::Imported(import.people.unsigned_abs())))
    }

    /// Says that this server begins to import a list, before it does. `false` when there is no
    /// such list, or a server imports it.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn begin_import(
        &self,
        by: &BranchPermit,
        key: &str,
        at: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let busy = Some(at + BUSY);
        self.write(&Busy { by, key, free: true, busy, at }).await
    }

    /// Says that this server does not import a list any more.
    ///
    /// # Errors
    /// When the database cannot be written; it may be begun again two minutes after it was begun.
    pub async fn import_ended(
        &self,
        by: &BranchPermit,
        key: &str,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.write(&Busy { by, key, free: false, busy: None, at }).await.map(drop)
    }
}

/// The list of this account and branch, while it is used.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    by: &BranchPermit,
    key: &str,
    at: DateTime<Utc>,
) -> Result<Option<lists::Model>, Error> {
    let list = lists::Entity::find().filter(this(by, key)).filter(used(at)).one(db).await?;
    Ok(list)
}

/// The list with this key, if it is of this account and branch.
pub(super) fn this(by: &BranchPermit, key: &str) -> Condition {
    Condition::all()
        .add(lists::Column::Key.eq(key))
        .add(lists::Column::BranchId.eq(by.branch_id()))
        .add(lists::Column::AccountId.eq(by.behind().account))
}

/// What is imported just now is not too old, whenever it was kept.
fn used(at: DateTime<Utc>) -> Condition {
    Condition::any().add(lists::Column::KeptAt.gt(oldest(at))).add(lists::Column::BusyUntil.gt(at))
}

struct Keep<'a> {
    by: &'a BranchPermit,
    key: &'a str,
    rows: String,
    at: DateTime<Utc>,
}

impl Write for Keep<'_> {
    type Done = Option<KeptList>;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<KeptList>, Error> {
        let (behind, branch) = (self.by.behind(), self.by.branch_id());
        if !behind.stands(db).await? {
            return Ok(None);
        }
        if !is_active(db, branch).await? {
            return Ok(Some(KeptList::NotActive));
        }
        let before = Condition::all()
            .add(lists::Column::AccountId.eq(behind.account))
            .add(lists::Column::BranchId.eq(branch));
        let busy = lists::Entity::find()
            .filter(before.clone())
            .filter(lists::Column::BusyUntil.gt(self.at))
            .one(db)
            .await?;
        if busy.is_some() {
            return Ok(Some(KeptList::Busy));
        }
        lists::Entity::delete_many().filter(before).exec(db).await?;
        let list = lists::ActiveModel {
            key: Set(self.key.to_owned()),
            branch_id: Set(branch),
            account_id: Set(behind.account),
            kept_at: Set(self.at),
            rows: Set(self.rows.clone()),
            ..Default::default()
        };
        lists::Entity::insert(list).exec_without_returning(db).await?;
        Ok(Some(KeptList::Kept))
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}

struct Busy<'a> {
    by: &'a BranchPermit,
    key: &'a str,
    /// Whether it has to be nobody's.
    free: bool,
    busy: Option<DateTime<Utc>>,
    at: DateTime<Utc>,
}

impl Write for Busy<'_> {
    type Done = bool;
    type Failed = Error;

    async fn run(&self, db: &DatabaseTransaction) -> Result<bool, Error> {
        let mut which = this(self.by, self.key);
        if self.free {
            let free = Condition::any()
                .add(lists::Column::BusyUntil.is_null())
                .add(lists::Column::BusyUntil.lte(self.at));
            which = which.add(free).add(lists::Column::KeptAt.gt(oldest(self.at)));
        }
        let changed = lists::Entity::update_many()
            .col_expr(lists::Column::BusyUntil, Expr::value(self.busy))
            .filter(which)
            .exec(db)
            .await?;
        Ok(changed.rows_affected == 1)
    }

    fn is_conflict(failed: &Error) -> bool {
        failed.is_conflict()
    }
}
