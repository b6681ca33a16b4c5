//! The roll of a branch for a day: who may speak, vote and stand (R4).

mod entries;
mod freeze;
mod frozen;
mod sealed;

use chrono::{DateTime, NaiveDate, Utc};
use rules::Class;

use crate::access_log::{Action, Whom};
use crate::error::Error;
use crate::permits::BranchPermit;
use crate::place::InBranch;
use crate::register::Register;
use crate::scope::Scope;

pub use freeze::FrozenRoll;
pub use frozen::FrozenRollShown;

/// Who is a member of a branch on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roll {
    /// The branch.
    pub branch: InBranch,
    /// The day, in Europe/London.
    pub day: NaiveDate,
    /// Its members on that day, by name.
    pub entries: Vec<RollEntry>,
    /// How many may do what.
    pub counts: RollCounts,
}

/// Somebody on a roll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollEntry {
    /// The membership number.
    pub number: String,
    /// The name that they have now; `None` for whoever is in this branch no more, or was erased:
    /// what is known of them is another branch's to see.
    pub name: Option<String>,
    /// Their class, from which their rights follow.
    pub class: Class,
}

/// How many on a roll may do what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RollCounts {
    /// May speak.
    pub speak: u32,
    /// May vote.
    pub vote: u32,
    /// May stand for the committee.
    pub stand: u32,
}

impl RollCounts {
    fn of(classes: impl Iterator<Item = Class>) -> Self {
        let mut counts = Self::default();
        for rights in classes.map(Class::rights) {
            counts.speak += u32::from(rights.speak);
            counts.vote += u32::from(rights.vote);
            counts.stand += u32::from(rights.stand);
        }
        counts
    }
}

impl Register {
    /// The roll of a branch for a day, past or to come, by what is known now: who has been erased
    /// since is on no roll but one that was frozen. Somebody who moved is on the roll of the
    /// branch that they were in when the day ended, and with the class that they had then. `None` when the permit does not stand any
    /// more.
    ///
    /// # Errors
    /// When the database cannot be used.
    pub async fn roll(
        &self,
        by: &BranchPermit,
        day: NaiveDate,
        at: DateTime<Utc>,
    ) -> Result<Option<Roll>, Error> {
        let found = entries::read(self.reader(), by.branch_id(), day).await?;
        let entries: Vec<_> = found.into_iter().map(|found| found.entry).collect();
        let whom = Whom {
            branch: Some(by.branch_id()),
            how_many: i32::try_from(entries.len()).ok(),
            ..Whom::default()
        };
        let counts = RollCounts::of(entries.iter().map(|entry| entry.class));
        let roll = Roll { branch: by.branch().clone(), day, entries, counts };
        let may = self.may_see(Scope::Branch(by), Action::RollSeen, whom, at).await?;
        Ok(may.then_some(roll))
    }
}
