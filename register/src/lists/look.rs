//! Looking at what an import of a list would do.

use std::fmt;

use chrono::{DateTime, Utc};
use rules::ListProblem;
use sha2::{Digest, Sha256};

use super::plan::{self, Planned, What};
use super::{keep, rows};
use crate::access_log::{Action, Whom};
use crate::days;
use crate::error::Error;
use crate::members::Placed;
use crate::permits::BranchPermit;
use crate::register::Register;
use crate::scope::Scope;

/// What an import of a list would do, at the moment it was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListLook {
    /// Every row, in the order of the list.
    pub rows: Vec<LookedRow>,
    /// How many of each.
    pub counts: ListCounts,
    /// What the import has to be asked for with, so that it does this or nothing.
    pub mark: ListMark,
}

/// A row of a list, with what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookedRow {
    /// The line of the file that it begins on.
    pub line: u32,
    /// The name that stands there.
    pub name: String,
    /// The e-mail address that stands there.
    pub email: String,
    /// What becomes of it.
    pub comes: RowComes,
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowComes {
    /// They are imported. Whoever is a member elsewhere looks like this, too: nothing of theirs
    /// would change, and this branch is not to see that they are one.
    New(Placed),
    /// They are in this branch.
    Known,
    /// They are on this earlier line.
    Repeats(u32),
    /// They cannot be imported.
    Refused(Vec<ListProblem>),
}

/// How many rows of each kind there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ListCounts {
    /// To be imported.
    pub new: u32,
    /// In the branch already.
    pub known: u32,
    /// There more than once.
    pub repeated: u32,
    /// Not right.
    pub refused: u32,
}

/// Stands for everything that an import would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListMark(String);

impl ListMark {
    /// Reads what a form sent back. One that was made up is like one of what is no more.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self(text.chars().take(64).collect())
    }

    /// The mark of a list of which this becomes.
    pub(super) fn of(key: &str, planned: &[Planned<'_>]) -> Self {
        let mut sha = Sha256::new();
        sha.update(key);
        for row in planned {
            let what = match &row.what {
                What::New { placed, .. } | What::Elsewhere { placed, .. } => {
                    format!("new {placed:?}")
                }
                What::Known => "known".to_owned(),
                What::Repeats(line) => format!("repeats {line}"),
                What::Refused(problems) => format!("{problems:?}"),
            };
            sha.update(format!("\n{} {what}", row.row.line));
        }
        Self(sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

impl fmt::Display for ListMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ListCounts {
    /// Of these rows.
    pub(super) fn of(planned: &[Planned<'_>]) -> Self {
        let mut counts = Self::default();
        for row in planned {
            *match row.what {
                What::New { .. } | What::Elsewhere { .. } => &mut counts.new,
                What::Known => &mut counts.known,
                What::Repeats(_) => &mut counts.repeated,
                What::Refused(_) => &mut counts.refused,
            } += 1;
        }
        counts
    }
}

impl Register {
    /// What an import of a list would do. It is logged, with how many of the list are in the
    /// branch: whoever looks learns that. `None` when there is no such list, for this account and
    /// branch, or the permit does not stand any more.
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn look_at_list(
        &self,
        by: &BranchPermit,
        key: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<ListLook>, Error> {
        let look = {
            let db = self.look().await?;
            let Some(list) = keep::find(&db, by, key, at).await? else { return Ok(None) };
            let read = plan::read(rows::read(&list.rows)?, days::day(at));
            let planned = plan::plan(&db, by.branch_id(), &read).await?;
            ListLook {
                counts: ListCounts::of(&planned),
                mark: ListMark::of(key, &planned),
                rows: planned.into_iter().map(looked).collect(),
            }
        };
        let whom = Whom {
            branch: Some(by.branch_id()),
            how_many: i32::try_from(look.counts.known).ok(),
            ..Whom::default()
        };
        let may = self.may_see(Scope::Branch(by), Action::ListSeen, whom, at).await?;
        Ok(may.then_some(look))
    }
}

fn looked(planned: Planned<'_>) -> LookedRow {
    let Planned { row, what } = planned;
    LookedRow {
        line: row.line,
        name: row.name.clone(),
        email: row.email.clone(),
        comes: match what {
            What::New { placed, .. } | What::Elsewhere { placed, .. } => RowComes::New(placed),
            What::Known => RowComes::Known,
            What::Repeats(line) => RowComes::Repeats(line),
            What::Refused(problems) => RowComes::Refused(problems.to_vec()),
        },
    }
}
