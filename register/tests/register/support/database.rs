//! A database of its own for each test, on either backend.

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

/// An empty database that only one test uses.
pub(crate) struct TestDatabase {
    pub(crate) backend: Backend,
    pub(crate) url: String,
    folder: Option<PathBuf>,
}

static NUMBER: AtomicU32 = AtomicU32::new(0);

impl TestDatabase {
    pub(crate) async fn new(backend: Backend) -> Self {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("register_test_{}_{number}", std::process::id());
        match backend {
            Backend::Sqlite => {
                let folder = std::env::temp_dir().join(name);
                std::fs::create_dir_all(&folder).unwrap();
                let url = format!("sqlite://{}", folder.join("register.db").display());
                Self { backend, url, folder: Some(folder) }
            }
            Backend::Postgres => {
                let admin_url = std::env::var("TEST_POSTGRES_URL").unwrap_or_else(|_| {
                    panic!(
                        "TEST_POSTGRES_URL is not set: run `make test`, which starts a \
                         throwaway PostgreSQL and sets it"
                    )
                });
                let admin = connect(&admin_url).await;
                let create = format!("CREATE DATABASE {name} TEMPLATE template0");
                admin.execute_unprepared(&create).await.unwrap();
                admin.close().await.unwrap();
                Self { backend, url: with_database(&admin_url, &name), folder: None }
            }
        }
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
        }
    }
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
