//! Everything that is held under the address that somebody signed in with, for themselves: what
//! the law calls a copy of their personal data. Of others it has no more than they know anyway: who
//! looked at them is told by role and branch.

mod account;
mod by_link;
mod emails;
mod evidence;
mod groups;
mod guardian;
mod letters;
mod looks;
mod memberships;
mod names;
mod part;
mod people;
mod who;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, EntityTrait};

use crate::entities::branches;
use crate::error::Error;
use crate::permits::OwnPermit;
use crate::register::Register;
use who::Who;

pub use names::{FactName, HeldKind};
pub use part::{FactValue, HeldFile, HeldPart, HeldWording};

/// Everything that is held under an e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Everything {
    /// When it was put together.
    pub at: DateTime<Utc>,
    /// What is held.
    pub parts: Vec<HeldPart>,
}

/// Whether what is in files comes along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeldFiles {
    /// What they are called alone.
    Named,
    /// What is in them, too.
    Whole,
}

/// What reading it takes.
struct Reading<'a, C> {
    db: &'a C,
    by: &'a OwnPermit,
    files: HeldFiles,
    who: Who,
    /// The changes of an e-mail address that have been told.
    changes: BTreeSet<i64>,
}

impl Register {
    /// Everything that is held under the address of a permit, as it is at one moment; `None` when
    /// the permit does not stand any more. Nobody's access log says so: it is their own.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn own_everything(
        &self,
        by: &OwnPermit,
        files: HeldFiles,
        at: DateTime<Utc>,
    ) -> Result<Option<Everything>, Error> {
        let db = self.look().await?;
        if !by.stands(&db).await? {
            return Ok(None);
        }
        let who = Who::looking(Some(by.account()));
        let mut reading = Reading { db: &db, by, files, who, changes: BTreeSet::new() };
        let mut parts = people::read(&mut reading).await?;
        parts.extend(guardian::asked(&reading).await?);
        parts.extend(groups::read(&mut reading).await?);
        parts.extend(emails::of_address(&mut reading).await?);
        parts.extend(account::read(&mut reading).await?);
        Ok(Some(Everything { at, parts }))
    }
}

/// The name of a branch.
async fn branch(db: &impl ConnectionTrait, id: Option<i64>) -> Result<Option<String>, Error> {
    let Some(id) = id else { return Ok(None) };
    Ok(branches::Entity::find_by_id(id).one(db).await?.map(|branch| branch.name))
}
