//! One run over everything that is kept for a period.

use std::fmt;

use chrono::{DateTime, Utc};
use register::{Expiring, Register};
use rules::Period;

use crate::letters::Folder;

/// What is done about what is kept for too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doing {
    /// It is erased.
    Erase,
    /// It is counted.
    Count,
}

/// What is kept for a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kept {
    /// In the register.
    Rows(Expiring),
    /// Letters as files.
    LetterFiles,
}

impl fmt::Display for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // As wide as a table wants it.
        f.pad(match self {
            Self::Rows(Expiring::Unconfirmed) => "memberships that no guardian confirmed",
            Self::Rows(Expiring::Submissions) => "keys of what was sent",
            Self::Rows(Expiring::SignIns) => "requests to sign in, codes and sessions",
            Self::Rows(Expiring::Letters) => "letters sent or given up",
            Self::Rows(Expiring::EmailChanges) => "changes of e-mail addresses",
            Self::Rows(Expiring::Evidence) => "evidence that was judged",
            Self::Rows(Expiring::AccessLog) => "entries of the access log",
            Self::Rows(Expiring::EndedRoles) => "roles that have ended",
            Self::LetterFiles => "files of letters",
        })
    }
}

/// What became of one kind.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) what: Kept,
    /// For how long it is kept.
    pub(crate) kept: Period,
    pub(crate) outcome: Outcome,
}

/// How much it was, or why it could not be done.
#[derive(Debug)]
pub(crate) enum Outcome {
    Done(u64),
    Failed(String),
}

/// Goes over every kind, whatever becomes of the others.
pub(crate) async fn keep_to_periods(
    register: &Register,
    letters: &Folder,
    doing: Doing,
    at: DateTime<Utc>,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for what in Expiring::ALL {
        let done = match doing {
            Doing::Erase => register.erase_expired(what, at).await,
            Doing::Count => register.count_expired(what, at).await,
        };
        let kept = register.kept_for(what);
        rows.push(Row { what: Kept::Rows(what), kept, outcome: outcome(done) });
    }
    let kept = register.kept_for(Expiring::Letters);
    let written_by = at - kept.length();
    let done = match doing {
        Doing::Erase => letters.remove_old(written_by).await,
        Doing::Count => letters.count_old(written_by).await,
    };
    rows.push(Row { what: Kept::LetterFiles, kept, outcome: outcome(done) });
    rows
}

fn outcome(done: Result<u64, impl fmt::Display>) -> Outcome {
    match done {
        Ok(done) => Outcome::Done(done),
        Err(error) => Outcome::Failed(error.to_string()),
    }
}
