//! How a register is opened, where the defaults are not right.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// Called with the text of each statement, never with its values.
type Watch = Arc<dyn Fn(&str) + Send + Sync>;

/// How a register is opened.
#[derive(Clone)]
pub struct Options {
    /// How long an operation waits for a lock or a connection before it says
    /// [`Outage`](crate::Outage). 5 seconds.
    pub wait: Duration,
    /// How many connections read (SQLite), or read and write (PostgreSQL). 8.
    pub connections: u32,
    /// Whether joins that arrive together share a commit on SQLite. They do.
    pub share_commits: bool,
    /// Called with the text of each statement as it is run, never with its values: for measuring.
    pub watch: Option<Watch>,
}

impl Default for Options {
    fn default() -> Self {
        Self { wait: Duration::from_secs(5), connections: 8, share_commits: true, watch: None }
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("wait", &self.wait)
            .field("connections", &self.connections)
            .field("share_commits", &self.share_commits)
            .finish_non_exhaustive()
    }
}

impl Options {
    /// A connection's settings: nothing of a statement goes to a log.
    pub(crate) fn connect(&self, url: &str, connections: u32) -> sea_orm::ConnectOptions {
        let mut options = sea_orm::ConnectOptions::new(url);
        options
            .sqlx_logging(false)
            .record_stmt_in_spans(false)
            .max_connections(connections)
            .acquire_timeout(self.wait);
        options
    }

    /// Lets the watch, if there is one, see what runs on a connection.
    pub(crate) fn watch(&self, connection: &mut sea_orm::DatabaseConnection) {
        if let Some(watch) = self.watch.clone() {
            connection.set_metric_callback(move |info| watch(&info.statement.sql));
        }
    }
}
