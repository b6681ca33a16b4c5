//! Importing a list: what was looked at, in one transaction, or nothing.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
};

use super::insert::{self, Into, Newcomer};
use super::look::{ListCounts, ListMark};
use super::plan::{self, Planned, Read, What};
use super::{is_active, keep, rows};
use crate::access_log::{self, Action, Whom};
use crate::counters::{Changes, Counted};
use crate::days;
use crate::entities::{imports, lists, memberships};
use crate::error::Error;
use crate::permits::BranchPermit;
use crate::register::{Register, Write};
use crate::turns::{self, Turn};

/// What came of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListImported {
    /// It was done; so many people were on the list to be imported.
    Done(u32),
    /// It would not do any more what was looked at; nothing was done.
    LookFirst,
}

/// Why an import is undone.
pub(super) enum Failed {
    /// Somebody joined meanwhile who is on the list.
    Changed,
    /// The register could not do it.
    Register(Error),
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self::Register(error)
    }
}

/// How many membership numbers are looked for at a time.
const AT_ONCE: usize = 1_000;

impl Register {
    /// Imports a list, if it does what was looked at: everybody on it who is new, with their
    /// membership from the day on which they joined, what the committee declared, a letter to each,
    /// the counters and the access log. `draw` gives new membership numbers; `progress` is told how
    /// many are written so far. `None` when there is no such list, for this account and branch, or
    /// the permit does not stand any more.
    ///
    /// # Errors
    /// When the database cannot be written. Nothing has changed then, and the list is still there.
    pub async fn import_list(
        &self,
        by: &BranchPermit,
        key: &str,
        seen: &ListMark,
        draw: &(dyn Fn() -> String + Sync),
        progress: &(dyn Fn(u32) + Sync),
        at: DateTime<Utc>,
    ) -> Result<Option<ListImported>, Error> {
        let Some(list) = keep::find(self.reader(), by, key, at).await? else { return Ok(None) };
        // All that can be known before is: on SQLite, whoever joins meanwhile waits.
        let read = plan::read(rows::read(&list.rows)?, days::day(at));
        let numbers = self.numbers(read.len(), draw).await?;
        let import = Import { by, key, seen, read, numbers, progress, at };
        match self.write_alone(&import).await {
            Ok(done) => Ok(done),
            Err(Failed::Changed) => Ok(Some(ListImported::LookFirst)),
            Err(Failed::Register(error)) => Err(error),
        }
    }

    /// So many membership numbers that nobody has.
    async fn numbers(
        &self,
        many: usize,
        draw: &(dyn Fn() -> String + Sync),
    ) -> Result<Vec<String>, Error> {
        let mut numbers = HashSet::with_capacity(many);
        while numbers.len() < many {
            let drawn: Vec<String> =
                (0..AT_ONCE.min(many - numbers.len())).map(|_| draw()).collect();
            let taken: Vec<String> = memberships::Entity::find()
                .select_only()
                .column(memberships::Column::Number)
                .filter(memberships::Column::Number.is_in(drawn.iter().map(String::as_str)))
                .into_tuple()
                .all(self.reader())
                .await?;
            numbers.extend(drawn.into_iter().filter(|number| !taken.contains(number)));
        }
        Ok(numbers.into_iter().collect())
    }
}

struct Import<'a> {
    by: &'a BranchPermit,
    key: &'a str,
    seen: &'a ListMark,
    read: Vec<Read>,
    numbers: Vec<String>,
    progress: &'a (dyn Fn(u32) + Sync),
    at: DateTime<Utc>,
}

impl Write for Import<'_> {
    type Done = Option<ListImported>;
    type Failed = Failed;

    async fn run(&self, db: &DatabaseTransaction) -> Result<Option<ListImported>, Failed> {
        let (behind, branch) = (self.by.behind(), self.by.branch_id());
        turns::keep_still(db, Turn::Branches).await?;
        if !behind.stands(db).await? || keep::find(db, self.by, self.key, self.at).await?.is_none()
        {
            return Ok(None);
        }
        if !is_active(db, branch).await? {
            return Err(Failed::Changed);
        }
        let planned = plan::plan(db, branch, &self.read).await?;
        if ListMark::of(self.key, &planned) != *self.seen {
            return Err(Failed::Changed);
        }
        let counts = ListCounts::of(&planned);
        let numbers = self.numbers.iter();
        let newcomers: Vec<_> = planned
            .iter()
            .filter_map(|row| match &row.what {
                What::New { member, placed } => Some((*member, *placed)),
                _ => None,
            })
            .zip(numbers)
            .map(|((member, placed), number)| Newcomer::new(member, placed, number))
            .collect();
        let import = self.write_down(db, counts.new).await?;
        let into = Into { import, branch, by: behind.actor(), at: self.at };
        insert::all(db, &into, &newcomers, self.progress).await?;
        self.found_elsewhere(db, &planned).await?;

        let mut changes = Changes::default();
        for Newcomer { member, started, .. } in &newcomers {
            let district = member.postcode.as_ref().map(rules::Postcode::district);
            let counted = Counted::Member { class: member.class, district };
            changes.joined(Some(branch), counted, *started);
        }
        self.gone(db).await?;
        changes.keep(db).await?;
        Ok(Some(ListImported::Done(counts.new)))
    }

    fn is_conflict(failed: &Failed) -> bool {
        matches!(failed, Failed::Register(error) if error.is_conflict())
    }
}

impl Import<'_> {
    /// Writes down that it was imported, by whom, and how many.
    async fn write_down(&self, db: &DatabaseTransaction, people: u32) -> Result<i64, Error> {
        let (behind, branch) = (self.by.behind(), self.by.branch_id());
        let how_many = i32::try_from(people).unwrap_or(i32::MAX);
        let import = imports::ActiveModel {
            key: Set(self.key.to_owned()),
            branch_id: Set(branch),
            by_account: Set(behind.account),
            at: Set(self.at),
            people: Set(how_many),
            ..Default::default()
        };
        let import = imports::Entity::insert(import).exec(db).await?.last_insert_id;
        let whom = Whom { branch: Some(branch), how_many: Some(how_many), ..Whom::default() };
        access_log::write(db, self.at, behind.actor(), Action::ListImported, whom).await?;
        Ok(import)
    }

    /// Whoever imports a list can tell afterwards who of it is a member elsewhere: it is written
    /// down for each of them.
    async fn found_elsewhere(
        &self,
        db: &DatabaseTransaction,
        planned: &[Planned<'_>],
    ) -> Result<(), Error> {
        let branch = Some(self.by.branch_id());
        let whom: Vec<_> = planned
            .iter()
            .filter_map(|row| match row.what {
                What::Elsewhere { person, .. } => {
                    Some(Whom { person: Some(person), branch, ..Whom::default() })
                }
                _ => None,
            })
            .collect();
        for some in whom.chunks(AT_ONCE) {
            let (by, action) = (self.by.behind().actor(), Action::FoundOnList);
            access_log::write_all(db, self.at, by, action, some).await?;
        }
        Ok(())
    }

    /// Erases the list: there is no more use in it.
    async fn gone(&self, db: &impl ConnectionTrait) -> Result<(), Failed> {
        let erased = lists::Entity::delete_many().filter(keep::this(self.by, self.key));
        match erased.exec(db).await.map_err(Error::from)?.rows_affected {
            1 => Ok(()),
            _ => Err(Failed::Changed),
        }
    }
}
