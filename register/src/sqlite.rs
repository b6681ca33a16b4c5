//! A register in a SQLite file: one connection that writes, several that only read.

use std::fs;
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::Instant;

use sea_orm::sqlx::Connection;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{Database, DatabaseConnection, DbErr};
use tokio::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};

use crate::error::{Error, Outage};
use crate::open::OpenError;
use crate::options::Options;

/// The file of an open register. A file that is moved away or replaced would go on taking writes
/// that nobody finds again, and SQLite does not notice.
#[derive(Debug)]
pub(crate) struct OpenFile {
    path: PathBuf,
    device: u64,
    inode: u64,
    long: RwLock<()>,
}

impl OpenFile {
    /// Says that the database is gone when its file is not where it was.
    pub(crate) fn is_still_there(&self) -> Result<(), Error> {
        match fs::metadata(&self.path) {
            Ok(found) if found.dev() == self.device && found.ino() == self.inode => Ok(()),
            _ => Err(Error::Unavailable(Outage::Gone)),
        }
    }

    /// Waits until no long transaction writes, however long it does: whoever waited for its
    /// connection would be told after a few seconds that the database does not answer.
    pub(crate) async fn after_long_ones(&self) -> RwLockReadGuard<'_, ()> {
        self.long.read().await
    }

    /// Waits until nobody writes, and has all others wait.
    pub(crate) async fn alone(&self) -> RwLockWriteGuard<'_, ()> {
        self.long.write().await
    }
}

/// Opens the file, making it (readable by its owner alone) and its folder where they are missing.
pub(crate) async fn connect(
    path: &Path,
    options: &Options,
) -> Result<(DatabaseConnection, DatabaseConnection, OpenFile), OpenError> {
    create(path).map_err(|error| OpenError::File { path: path.to_owned(), kind: error.kind() })?;
    let found = fs::metadata(path)
        .map_err(|error| OpenError::File { path: path.to_owned(), kind: error.kind() })?;
    let file = OpenFile {
        path: path.to_owned(),
        device: found.dev(),
        inode: found.ino(),
        long: RwLock::default(),
    };

    let writer = writer_when_free(path, options).await?;
    let reader = reader(path, options).await.map_err(Error::from)?;
    Ok((writer, reader, file))
}

fn create(path: &Path) -> io::Result<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    // SQLite gives the files it puts beside it the same mode.
    match fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made.map(|_| ()),
    }
}

/// The first to open a new file turns it to WAL, for which SQLite waits for nobody: others that
/// start at the same moment are told that it is locked, at once.
async fn writer_when_free(path: &Path, options: &Options) -> Result<DatabaseConnection, OpenError> {
    let started = Instant::now();
    loop {
        match writer(path, options).await.map_err(Error::from) {
            Err(Error::Unavailable(Outage::Locked)) if started.elapsed() < options.wait => {
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            }
            opened => return Ok(opened?),
        }
    }
}

async fn writer(path: &Path, options: &Options) -> Result<DatabaseConnection, DbErr> {
    let mut connect = options.connect(URL, 1);
    let (path, wait) = (path.to_owned(), options.wait);
    connect.idle_timeout(None).max_lifetime(None);
    connect.map_sqlx_sqlite_opts(move |sqlite| {
        common(sqlite, &path, wait)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            // What is erased does not stay readable in the file.
            .pragma("secure_delete", "ON")
    });
    // SQLite itself rolls back when its disk is full, which sqlx does not notice: a connection
    // that thinks itself in a transaction when it comes back would never begin one again.
    connect.map_sqlx_sqlite_pool_opts(|pool| {
        pool.after_release(|connection, _| {
            Box::pin(async move {
                connection.ping().await?;
                Ok(!connection.is_in_transaction())
            })
        })
    });
    let mut writer = Database::connect(connect).await?;
    options.watch(&mut writer);
    Ok(writer)
}

async fn reader(path: &Path, options: &Options) -> Result<DatabaseConnection, DbErr> {
    let mut connect = options.connect(URL, options.connections);
    let (path, wait) = (path.to_owned(), options.wait);
    connect.idle_timeout(None).max_lifetime(None);
    // In kibibytes: what a search reads lies all over the file.
    connect.map_sqlx_sqlite_opts(move |sqlite| {
        common(sqlite, &path, wait).read_only(true).pragma("cache_size", "-16000")
    });
    let mut reader = Database::connect(connect).await?;
    options.watch(&mut reader);
    Ok(reader)
}

/// Only says which driver; the file is given by its path, whatever characters are in it.
const URL: &str = "sqlite://register";

fn common(
    sqlite: SqliteConnectOptions,
    path: &Path,
    wait: std::time::Duration,
) -> SqliteConnectOptions {
    sqlite.filename(path).foreign_keys(true).busy_timeout(wait)
}
