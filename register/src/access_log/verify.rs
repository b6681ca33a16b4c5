//! Checking the chain.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::chain::LogHead;
use super::seal::of_entry;
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
}

impl Register {
    /// Checks the sealed part of the access log from its beginning. Entries cut off at the end
    /// leave no gap: they are found when `expected`, a head that was noted before, is not reached.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn verify_access_log(&self, expected: Option<&LogHead>) -> Result<LogCheck, Error> {
        let mut head = LogHead::NONE;
        loop {
            let last = i64::try_from(head.sealed).map_err(|_| Error::fault("a log too long"))?;
            let page = access_log::Entity::find()
                .filter(access_log::Column::Seq.gt(last))
                .order_by_asc(access_log::Column::Seq)
                .limit(PAGE)
                .all(self.reader())
                .await?;
            if page.is_empty() {
                break;
            }
            for entry in page {
                let (next, said) = (head.after(&entry), of_entry(&entry)?);
                let why = if said.sealed != next.sealed {
                    LogBreak::Missing
                } else if said != next || expected.is_some_and(|noted| contradicts(noted, &next)) {
                    LogBreak::Changed
                } else {
                    head = next;
                    continue;
                };
                return Ok(LogCheck::Broken { at_seq: next.sealed, why });
            }
        }
        if expected.is_some_and(|noted| noted.sealed > head.sealed) {
            return Ok(LogCheck::Broken { at_seq: head.sealed + 1, why: LogBreak::Missing });
        }
        let unsealed = access_log::Entity::find()
            .filter(access_log::Column::Seq.is_null())
            .count(self.reader())
            .await?;
        Ok(LogCheck::Whole { head, unsealed })
    }
}

fn contradicts(noted: &LogHead, found: &LogHead) -> bool {
    noted.sealed == found.sealed && noted != found
}
