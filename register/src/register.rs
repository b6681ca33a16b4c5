//! The register itself: where its operations read and write.

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod outages;

use std::fmt;
use std::sync::Arc;

use rules::Retention;
use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend,
    IsolationLevel, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use tokio::sync::watch;

use crate::error::Error;
use crate::shared_commit::Joins;
use crate::sqlite::OpenFile;
use crate::ticks::{self, Ticks};

/// The register of members. Cheap to clone; all clones share the connections. Every operation is
/// one transaction: all of it happens, or nothing.
#[derive(Clone)]
pub struct Register {
    writer: DatabaseConnection,
    reader: DatabaseConnection,
    file: Option<Arc<OpenFile>>,
    joins: Option<Joins>,
    ticks: Ticks,
    access_changes: Arc<watch::Sender<u64>>,
    retention: Retention,
}

impl fmt::Debug for Register {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Register").finish_non_exhaustive()
    }
}

/// One operation that writes.
pub(crate) trait Write: Sync {
    /// What it gives back.
    type Done: Send;
    /// Why it may not happen.
    type Failed: From<Error> + Send;

    /// Does it, within a transaction that is committed only if it succeeds.
    fn run(
        &self,
        transaction: &DatabaseTransaction,
    ) -> impl Future<Output = Result<Self::Done, Self::Failed>> + Send;

    /// Whether running it again at once may help.
    fn is_conflict(failed: &Self::Failed) -> bool;
}

/// How often a transaction that others got in the way of is run.
const ATTEMPTS: u32 = 5;

impl Register {
    pub(crate) fn new(
        writer: DatabaseConnection,
        reader: DatabaseConnection,
        file: Option<Arc<OpenFile>>,
        joins: Option<Joins>,
        ticks: Ticks,
    ) -> Self {
        let (access_changes, retention) = (Arc::default(), Retention::default());
        Self { writer, reader, file, joins, ticks, access_changes, retention }
    }

    /// The same register, which keeps what it keeps for these periods.
    #[must_use]
    pub fn keeping(self, retention: Retention) -> Self {
        Self { retention, ..self }
    }

    /// For how long it keeps what.
    pub(crate) const fn retention(&self) -> &Retention {
        &self.retention
    }

    /// Changes whenever a role was given or withdrawn or a session ended in this process: a
    /// stream that is open then looks at its session again.
    #[must_use]
    pub fn access_changes(&self) -> watch::Receiver<u64> {
        self.access_changes.subscribe()
    }

    /// Says that what somebody may see has changed.
    pub(crate) fn access_changed(&self) {
        self.access_changes.send_modify(|changes| *changes += 1);
    }

    /// Whether the database answers, and is still the one that was opened.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<(), Error> {
        self.is_still_there()?;
        self.reader.execute_unprepared("SELECT 1").await?;
        Ok(())
    }

    /// Where to read.
    pub(crate) const fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// Begins a transaction that only reads: all its statements see the same moment.
    pub(crate) async fn look(&self) -> Result<DatabaseTransaction, Error> {
        let mut options = TransactionOptions::default();
        // Every transaction on SQLite does, and those of the reader's connections cannot write.
        if self.reader.get_database_backend() == DbBackend::Postgres {
            options.isolation_level = Some(IsolationLevel::RepeatableRead);
            options.access_mode = Some(AccessMode::ReadOnly);
        }
        Ok(self.reader.begin_with_options(options).await?)
    }

    /// Who is told of changes.
    pub(crate) const fn ticks(&self) -> &Ticks {
        &self.ticks
    }

    /// Where joins go that share a commit.
    pub(crate) const fn joins(&self) -> Option<&Joins> {
        self.joins.as_ref()
    }

    /// Runs one operation in one transaction, again when others got in its way.
    pub(crate) async fn write<W: Write>(&self, operation: &W) -> Result<W::Done, W::Failed> {
        self.is_still_there()?;
        let mut attempt = 1;
        loop {
            match self.write_once(operation).await {
                Err(failed) if attempt < ATTEMPTS && W::is_conflict(&failed) => attempt += 1,
                done => return done,
            }
        }
    }

    /// Runs one operation that takes long, once. On SQLite, where one transaction writes at a time,
    /// all others wait for it without being turned away.
    pub(crate) async fn write_alone<W: Write>(&self, operation: &W) -> Result<W::Done, W::Failed> {
        self.is_still_there()?;
        let _turn = match &self.file {
            Some(file) => Some(file.alone().await),
            None => None,
        };
        self.run_once(operation).await
    }

    async fn write_once<W: Write>(&self, operation: &W) -> Result<W::Done, W::Failed> {
        let _turn = match &self.file {
            Some(file) => Some(file.after_long_ones().await),
            None => None,
        };
        self.run_once(operation).await
    }

    async fn run_once<W: Write>(&self, operation: &W) -> Result<W::Done, W::Failed> {
        let transaction = begin(&self.writer).await?;
        // On the heap: whoever waits for it would be as large as the largest operation.
        let running = Box::pin(operation.run(&transaction));
        let (done, counted) = ticks::watching(running).await;
        let done = done?;
        transaction.commit().await.map_err(Error::from)?;
        if counted {
            self.ticks.tick();
        }
        Ok(done)
    }

    pub(crate) fn is_still_there(&self) -> Result<(), Error> {
        self.file.as_ref().map_or(Ok(()), |file| file.is_still_there())
    }
}

/// Begins a transaction that may write. On SQLite it takes the lock at once: one that began to
/// read could not be let write later without having to start over.
pub(crate) async fn begin(writer: &DatabaseConnection) -> Result<DatabaseTransaction, Error> {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..Default::default()
    };
    Ok(writer.begin_with_options(options).await?)
}
