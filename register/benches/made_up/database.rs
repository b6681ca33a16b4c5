//! A database for a while.

use std::path::PathBuf;
use std::time::Instant;

use register::{Options, Register};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};

use super::{Administrator, Failed, NOW, fill};

/// Which kind of database it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BackendName {
    Sqlite,
    Postgres,
}

/// A register of made-up members, gone when it is dropped or the server is.
pub(crate) struct MadeUp {
    /// The register.
    pub(crate) register: Register,
    /// A connection past it.
    pub(crate) raw: DatabaseConnection,
    /// Somebody who may see all of it.
    pub(crate) administrator: Administrator,
    /// How many people are in it.
    pub(crate) people: usize,
    /// How many branches they are in.
    pub(crate) branches: usize,
    /// How long it took to fill, in seconds.
    pub(crate) filled_in: f64,
    folder: Option<PathBuf>,
}

impl MadeUp {
    /// Those there are: SQLite, and PostgreSQL if `TEST_POSTGRES_URL` says where.
    pub(crate) fn backends() -> Vec<BackendName> {
        let mut backends = vec![BackendName::Sqlite];
        backends.extend(std::env::var("TEST_POSTGRES_URL").map(|_| BackendName::Postgres));
        backends
    }

    /// Makes one of so many people in so many branches.
    pub(crate) async fn new(
        backend: BackendName,
        people: usize,
        branches: usize,
        options: Options,
    ) -> Result<Self, Failed> {
        let name = format!("made_up_{}_{people}_{branches}", std::process::id());
        let (url, folder) = match backend {
            BackendName::Sqlite => {
                let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
                let url = format!("sqlite://{}", folder.join("register.db").display());
                (url, Some(folder))
            }
            BackendName::Postgres => (make(&name).await?, None),
        };
        let register = Register::open_with(&url, options).await?;
        let raw = connect(&url).await?;
        let started = Instant::now();
        fill(&raw, people, branches).await?;
        let filled_in = started.elapsed().as_secs_f64();
        let administrator = Administrator::new(&register, NOW.parse()?).await?;
        Ok(Self { register, raw, administrator, people, branches, filled_in, folder })
    }
}

impl Drop for MadeUp {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

/// Makes a database on the server that `TEST_POSTGRES_URL` is of, and gives its address.
async fn make(name: &str) -> Result<String, Failed> {
    let server = std::env::var("TEST_POSTGRES_URL")?;
    let admin = connect(&server).await?;
    admin.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE template0")).await?;
    let (server, query) = server.split_once('?').unwrap_or((&server, ""));
    let (before, _) = server.rsplit_once('/').ok_or("TEST_POSTGRES_URL names no database")?;
    Ok(format!("{before}/{name}?{query}").trim_end_matches('?').to_owned())
}

async fn connect(url: &str) -> Result<DatabaseConnection, Failed> {
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false).max_connections(1);
    Ok(Database::connect(options).await?)
}
