//! Checking the chain.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use super::Action;
use super::chain::LogHead;
use super::cut::next;
use super::seal::of_entry;
use super::start::{self, LogStart};
use crate::entities::access_log;
use crate::error::Error;
use crate::register::Register;

/// How many entries are held at a time.
const PAGE: u64 = 1_000;

/// What became of the access log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogCheck {
    /// Nothing that was sealed has been changed.
    Whole {
        /// To note elsewhere, and to check against the next time.
        head: LogHead,
        /// How many entries wait to be sealed.
        unsealed: u64,
        /// What was erased at its beginning because its time was over. A head that was noted before
        /// that cannot be checked against any more.
        start: Option<LogStart>,
    },
    /// Something has.
    Broken {
        /// Which of the sealed entries, counted from 1, is the first that is not right.
        at_seq: u64,
        /// What is wrong with it.
        why: LogBreak,
    },
}

/// What is wrong with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogBreak {
    /// It is gone.
    Missing,
    /// It is not what was sealed, or what comes before it is not.
    Changed,
    /// What came before it was cut off, and not because its time was over: the log does not say so.
    CutOff,
}

impl Register {
    /// Checks the sealed part of the access log from where it begins. Entries cut off at the end
    /// leave no gap: they are found when `expected`, a head that was noted before, is not reached.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn verify_access_log(&self, expected: Option<&LogHead>) -> Result<LogCheck, Error> {
        // Of one moment: nothing is to be cut off meanwhile.
        let db = self.look().await?;
        let (mut head, start) = start::read(&db).await?;
        if expected.is_some_and(|noted| contradicts(noted, &head)) {
            return Ok(LogCheck::Broken { at_seq: head.sealed, why: LogBreak::Changed });
        }
        let first = head.sealed + 1;
        let mut said_erased = None;
        loop {
            let page = next(&db, &head, PAGE).await?;
            if page.is_empty() {
                break;
            }
            for entry in page {
                let why = match follow(&head, &entry)? {
                    Ok(next) if expected.is_some_and(|noted| contradicts(noted, &next)) => {
                        LogBreak::Changed
                    }
                    Ok(next) => {
                        head = next;
                        said_erased = says_erased(&entry).or(said_erased);
                        continue;
                    }
                    Err(why) => why,
                };
                return Ok(LogCheck::Broken { at_seq: head.sealed + 1, why });
            }
        }
        if expected.is_some_and(|noted| noted.sealed > head.sealed) {
            return Ok(LogCheck::Broken { at_seq: head.sealed + 1, why: LogBreak::Missing });
        }
        let said_erased = newest_unsealed(&db).await?.or(said_erased);
        if start.is_some_and(|start| said_erased != Some(start.erased)) {
            return Ok(LogCheck::Broken { at_seq: first, why: LogBreak::CutOff });
        }
        let unsealed =
            access_log::Entity::find().filter(access_log::Column::Seq.is_null()).count(&db).await?;
        Ok(LogCheck::Whole { head, unsealed, start })
    }
}

/// The head once the next entry is sealed, too; or what is wrong with it.
pub(super) fn follow(
    head: &LogHead,
    entry: &access_log::Model,
) -> Result<Result<LogHead, LogBreak>, Error> {
    let (next, said) = (head.after(entry), of_entry(entry)?);
    Ok(if said.sealed != next.sealed {
        Err(LogBreak::Missing)
    } else if said != next {
        Err(LogBreak::Changed)
    } else {
        Ok(next)
    })
}

/// What the newest cut that is not sealed yet says.
async fn newest_unsealed(db: &impl ConnectionTrait) -> Result<Option<u64>, Error> {
    let cut = access_log::Entity::find()
        .filter(access_log::Column::Seq.is_null())
        .filter(access_log::Column::Action.eq(Action::LogCut.as_str()))
        .order_by_desc(access_log::Column::Id)
        .one(db)
        .await?;
    Ok(cut.as_ref().and_then(says_erased))
}

/// How many entries were erased by then, if that is what an entry says.
fn says_erased(entry: &access_log::Model) -> Option<u64> {
    let says = entry.how_many.filter(|_| entry.action == Action::LogCut.as_str());
    says.and_then(|erased| u64::try_from(erased).ok())
}

fn contradicts(noted: &LogHead, found: &LogHead) -> bool {
    noted.sealed == found.sealed && noted != found
}
