//! A database for a while.

use chrono::Utc;
use sea_orm::{ConnectOptions, ConnectionTrait, Database as Connection};
use tempfile::TempDir;

use super::Failed;

/// Which kind of database it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Backend {
    Sqlite,
    Postgres,
}

/// An empty database, and a folder for what servers keep beside it.
pub(crate) struct Database {
    pub(crate) url: String,
    pub(crate) folder: TempDir,
}

/// Whether there is a PostgreSQL to measure on.
pub(crate) fn has_postgres() -> bool {
    std::env::var_os("TEST_POSTGRES_URL").is_some()
}

impl Database {
    /// Makes one.
    pub(crate) async fn new(backend: Backend) -> Result<Self, Failed> {
        // On the disk that the build is on: other places for what is temporary may be in memory.
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
        let url = match backend {
            Backend::Sqlite => format!("sqlite://{}", folder.path().join("register.db").display()),
            Backend::Postgres => in_postgres().await?,
        };
        Ok(Self { url, folder })
    }
}

/// Makes a database on the server that `TEST_POSTGRES_URL` is of, and gives its address.
async fn in_postgres() -> Result<String, Failed> {
    let server = std::env::var("TEST_POSTGRES_URL")?;
    let mut options = ConnectOptions::new(&server);
    options.sqlx_logging(false).max_connections(1);
    let name = format!("dashboards_{}", Utc::now().timestamp_micros());
    let admin = Connection::connect(options).await?;
    admin.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE template0")).await?;
    let (server, query) = server.split_once('?').unwrap_or((&server, ""));
    let (before, _) = server.rsplit_once('/').ok_or("TEST_POSTGRES_URL names no database")?;
    Ok(format!("{before}/{name}?{query}").trim_end_matches('?').to_owned())
}
