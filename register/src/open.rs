//! Opening the register: connect, then migrate, one instance at a time.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;

use crate::error::{Error, Outage};
use crate::migrations::Migrator;
use crate::options::Options;
use crate::register::Register;
use crate::shared_commit;
use crate::ticks::Ticks;
use crate::{postgres, sqlite};

/// Why a register could not be opened, and what can be done about it.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The address is of no kind that is understood.
    #[error(
        "the database address is neither sqlite:// with the path of a file \
         (sqlite://data/register.db) nor postgres:// (postgres://user:password@host/database)"
    )]
    Address,
    /// The file or its folder could not be made or found.
    #[error(
        "the database file {} cannot be opened ({kind}): check the path, and that its folder \
         may be written", path.display()
    )]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        kind: io::ErrorKind,
    },
    /// It was written by a newer version.
    #[error(
        "the database was migrated by a newer version of this program: start that version, or \
         restore a backup from before"
    )]
    Newer,
    /// It cannot be used now.
    #[error("{0}: check that it runs, that the address is right, and that it may be written")]
    Unavailable(Outage),
    /// It could not be migrated.
    #[error("the database could not be brought up to date ({0}): it is as it was before")]
    Migration(Error),
}

impl From<Error> for OpenError {
    fn from(error: Error) -> Self {
        match error {
            Error::Unavailable(outage) => Self::Unavailable(outage),
            internal @ Error::Internal(_) => Self::Migration(internal),
        }
    }
}

impl Register {
    /// Opens the register at `url`: `sqlite://` and the path of a file, which is made if it is
    /// missing, or `postgres://…`. The schema is brought up to date, safely when several instances
    /// start together. Call it within a Tokio runtime.
    ///
    /// # Errors
    /// Says what an operator can do.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        Self::open_with(url, Options::default()).await
    }

    /// Opens the register with other options than the usual ones.
    ///
    /// # Errors
    /// As [`Register::open`].
    pub async fn open_with(url: &str, options: Options) -> Result<Self, OpenError> {
        let ticks = Ticks::new();
        if let Some(path) = sqlite_path(url)? {
            let (writer, reader, file) = sqlite::connect(path, &options).await?;
            migrate(&writer).await?;
            let file = Arc::new(file);
            let joins = options
                .share_commits
                .then(|| shared_commit::start(writer.clone(), Arc::clone(&file), ticks.clone()));
            Ok(Self::new(writer, reader, Some(file), joins, ticks))
        } else {
            let connection = postgres::connect(url, &options).await?;
            migrate(&connection).await?;
            Ok(Self::new(connection.clone(), connection, None, None, ticks))
        }
    }
}

/// The path in a SQLite address; `None` for a PostgreSQL one.
fn sqlite_path(url: &str) -> Result<Option<&Path>, OpenError> {
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return Ok(None);
    }
    let path = url.strip_prefix("sqlite:").ok_or(OpenError::Address)?;
    let path = path.strip_prefix("//").unwrap_or(path);
    // A register in memory would lose every member at the next start.
    if path.is_empty() || path.starts_with(':') || path.contains('?') {
        return Err(OpenError::Address);
    }
    Ok(Some(Path::new(path)))
}

/// The number of the lock that instances migrating the same PostgreSQL database take turns by.
const MIGRATION_LOCK: i64 = 0x494d_484e_0001;

/// Runs what is missing of the migrations in one transaction that no two instances are in at
/// once: SeaORM's migrator takes no lock of its own.
async fn migrate(connection: &DatabaseConnection) -> Result<(), OpenError> {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..Default::default()
    };
    let transaction = connection.begin_with_options(options).await.map_err(Error::from)?;
    if connection.get_database_backend() == DbBackend::Postgres {
        let wait = "SET LOCAL lock_timeout = '60s'; SET LOCAL statement_timeout = '60s'";
        transaction.execute_unprepared(wait).await.map_err(Error::from)?;
        let lock = format!("SELECT pg_advisory_xact_lock({MIGRATION_LOCK})");
        transaction.execute_unprepared(&lock).await.map_err(Error::from)?;
    }
    Migrator::up(&transaction, None).await.map_err(|error| match error {
        // The only such message of the migrator: it does not know a migration that was applied.
        DbErr::Custom(_) => OpenError::Newer,
        error => Error::from(error).into(),
    })?;
    transaction.commit().await.map_err(Error::from)?;
    Ok(())
}
