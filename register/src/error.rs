//! What can go wrong with the database, sorted by what can be done about it. No error carries a
//! value that was stored or asked for.

use sea_orm::{ConnAcquireErr, DbErr, RuntimeErr, SqlxError};

/// Why an operation did not happen. Nothing of it was kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The database cannot be used just now; trying again later makes sense.
    #[error("the database cannot be used: {0}")]
    Unavailable(Outage),
    /// The register is wrong about its own database. Trying again does not help.
    #[error("the register failed: {0}")]
    Internal(Fault),
}

/// Why the database cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Outage {
    /// Another process holds it, for longer than an operation waits.
    #[error("it is locked by another process")]
    Locked,
    /// It may not be written.
    #[error("it is read-only")]
    ReadOnly,
    /// There is no room left, on the disk or among its connections.
    #[error("it is full")]
    Full,
    /// It cannot be reached, is shutting down, or its file is gone.
    #[error("it is gone")]
    Gone,
    /// It did not answer in time.
    #[error("it did not answer in time")]
    TimedOut,
    /// It could not read or write its disk, or its file is damaged.
    #[error("it cannot read or write its files")]
    Disk,
    /// Other transactions got in the way, several times over.
    #[error("too many writes at once")]
    Conflict,
}

/// What the register was wrong about, by the database's own code and constraint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    code: String,
    constraint: Option<String>,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.code)?;
        self.constraint.as_ref().map_or(Ok(()), |constraint| write!(f, " ({constraint})"))
    }
}

impl Error {
    /// A fault of ours that the database did not see.
    pub(crate) fn fault(what: &'static str) -> Self {
        Self::Internal(Fault { code: what.to_owned(), constraint: None })
    }

    /// Whether the same transaction may well go through when it is run again at once.
    pub(crate) fn is_conflict(&self) -> bool {
        matches!(self, Self::Unavailable(Outage::Conflict))
    }

    /// The columns or the name of the unique index that a write would have broken.
    pub(crate) fn broken_unique(&self) -> Option<&str> {
        match self {
            Self::Internal(fault) if UNIQUE_CODES.contains(&fault.code.as_str()) => {
                fault.constraint.as_deref()
            }
            _ => None,
        }
    }
}

const UNIQUE_CODES: [&str; 3] = ["SQLite 2067", "SQLite 1555", "PostgreSQL 23505"];

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        match error {
            DbErr::ConnectionAcquire(ConnAcquireErr::Timeout) => {
                Self::Unavailable(Outage::TimedOut)
            }
            DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed) => {
                Self::Unavailable(Outage::Gone)
            }
            DbErr::Conn(RuntimeErr::SqlxError(error))
            | DbErr::Exec(RuntimeErr::SqlxError(error))
            | DbErr::Query(RuntimeErr::SqlxError(error)) => of_driver(&error),
            DbErr::Conn(RuntimeErr::Internal(_)) => Self::Unavailable(Outage::Gone),
            DbErr::Type(_) | DbErr::TryIntoErr { .. } => Self::fault("a stored value of a kind"),
            DbErr::RecordNotInserted => Self::fault("a row that was not inserted"),
            DbErr::RecordNotUpdated => Self::fault("a row that was not updated"),
            _ => Self::fault("a statement"),
        }
    }
}

fn of_driver(error: &SqlxError) -> Error {
    match error {
        SqlxError::Database(error) => {
            let code = error.code().unwrap_or_default();
            let (system, outage) = match code.parse::<u32>() {
                // SQLSTATEs have five characters, SQLite's extended codes at most four figures.
                Ok(number) if code.len() < 5 => ("SQLite", sqlite_outage(number)),
                _ => ("PostgreSQL", postgres_outage(&code)),
            };
            outage.map_or_else(
                || {
                    let constraint = match error.constraint() {
                        Some(name) => Some(name.to_owned()),
                        // SQLite's message names columns, never values.
                        None => error
                            .message()
                            .split_once("constraint failed: ")
                            .map(|(_, columns)| columns.to_owned()),
                    };
                    Error::Internal(Fault { code: format!("{system} {code}"), constraint })
                },
                Error::Unavailable,
            )
        }
        SqlxError::PoolTimedOut => Error::Unavailable(Outage::TimedOut),
        SqlxError::Io(_)
        | SqlxError::Tls(_)
        | SqlxError::Protocol(_)
        | SqlxError::PoolClosed
        | SqlxError::WorkerCrashed
        | SqlxError::BeginFailed => Error::Unavailable(Outage::Gone),
        SqlxError::ColumnDecode { .. } | SqlxError::Decode(_) => {
            Error::fault("a stored value of a kind")
        }
        _ => Error::fault("the database driver"),
    }
}

/// By SQLite's result code (<https://sqlite.org/rescode.html>).
const fn sqlite_outage(code: u32) -> Option<Outage> {
    match code & 0xff {
        5 | 6 | 15 => Some(Outage::Locked),
        8 => Some(Outage::ReadOnly),
        7 | 13 => Some(Outage::Full),
        9 => Some(Outage::TimedOut),
        10 | 11 | 26 => Some(Outage::Disk),
        14 => Some(Outage::Gone),
        _ => None,
    }
}

/// By SQLSTATE (PostgreSQL's appendix A).
fn postgres_outage(code: &str) -> Option<Outage> {
    match code {
        "40001" | "40P01" => Some(Outage::Conflict),
        "55P03" => Some(Outage::Locked),
        "57014" => Some(Outage::TimedOut),
        "25006" => Some(Outage::ReadOnly),
        "3D000" | "28000" | "28P01" | "55000" => Some(Outage::Gone),
        _ => match code.get(..2) {
            Some("08" | "57") => Some(Outage::Gone),
            Some("53") => Some(Outage::Full),
            Some("58" | "XX") => Some(Outage::Disk),
            _ => None,
        },
    }
}
