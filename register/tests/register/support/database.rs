//! A database of its own for each test, on either backend.

mod migrated;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use register::{Options, Register};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};

/// Which database a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Backend {
    Sqlite,
    Postgres,
}

/// A database that only one test uses, gone after it.
pub(crate) struct TestDatabase {
    pub(crate) backend: Backend,
    pub(crate) url: String,
    name: String,
    folder: Option<PathBuf>,
}

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A name that no other test's database has.
fn name() -> String {
    format!("register_test_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed))
}

impl TestDatabase {
    /// One that is up to date: a copy of one that was migrated, which takes far longer.
    pub(crate) async fn new(backend: Backend) -> Self {
        match backend {
            Backend::Sqlite => {
                let database = Self::empty(backend).await;
                std::fs::write(database.file(), migrated::sqlite().await).unwrap();
                database
            }
            Backend::Postgres => Self::in_postgres(migrated::postgres().await).await,
        }
    }

    /// One with nothing in it, not even tables.
    pub(crate) async fn empty(backend: Backend) -> Self {
        match backend {
            Backend::Sqlite => {
                let name = name();
                let folder = std::env::temp_dir().join(&name);
                std::fs::create_dir_all(&folder).unwrap();
                let url = format!("sqlite://{}", folder.join("register.db").display());
                Self { backend, url, name, folder: Some(folder) }
            }
            Backend::Postgres => Self::in_postgres("template0").await,
        }
    }

    async fn in_postgres(template: &str) -> Self {
        let name = name();
        in_server(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        let url = with_database(&server(), &name);
        Self { backend: Backend::Postgres, url, name, folder: None }
    }

    /// The register in it, with short waits.
    pub(crate) async fn open(&self) -> Register {
        self.open_with(Options { wait: Duration::from_secs(30), ..Options::default() }).await
    }

    pub(crate) async fn open_with(&self, options: Options) -> Register {
        Register::open_with(&self.url, options).await.unwrap()
    }

    /// A connection past the register.
    pub(crate) async fn raw(&self) -> DatabaseConnection {
        connect(&self.url).await
    }

    pub(crate) fn folder(&self) -> &PathBuf {
        self.folder.as_ref().unwrap()
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder().join("register.db")
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
            return;
        }
        // A thread of its own: the test's own runtime cannot wait in a drop.
        let drop = format!("DROP DATABASE {} WITH (FORCE)", self.name);
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.unwrap().block_on(in_server(&drop));
        });
        // A test that has failed already says why by itself.
        if !std::thread::panicking() {
            dropped.join().unwrap();
        }
    }
}

/// The PostgreSQL for tests.
fn server() -> String {
    std::env::var("TEST_POSTGRES_URL").unwrap_or_else(|_| {
        panic!(
            "TEST_POSTGRES_URL is not set: run `make test`, which starts a throwaway PostgreSQL \
             and sets it"
        )
    })
}

/// Runs a statement on the PostgreSQL for tests, outside every test's database.
async fn in_server(sql: &str) {
    let admin = connect(&server()).await;
    admin.execute_unprepared(sql).await.unwrap();
    admin.close().await.unwrap();
}

async fn connect(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false).max_connections(1).connect_timeout(Duration::from_secs(30));
    options.map_sqlx_sqlite_opts(|sqlite| sqlite.busy_timeout(Duration::from_secs(30)));
    Database::connect(options).await.unwrap()
}

/// The same server, another database.
fn with_database(url: &str, name: &str) -> String {
    let (before_query, query) = match url.split_once('?') {
        Some((before, query)) => (before, format!("?{query}")),
        None => (url, String::new()),
    };
    let (_, after_scheme) = before_query.split_once("://").unwrap();
    let server = match after_scheme.split_once('/') {
        Some((server, _)) => server,
        None => after_scheme,
    };
    format!("postgres://{server}/{name}{query}")
}
