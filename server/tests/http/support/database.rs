//! Looking into the server's database past the register.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};

use super::Server;

/// What changes by itself, or by looking: the sessions, the log of who looked, what the letters'
/// sender notes down.
const RESTLESS: &[&str] = &["sessions", "access_log", "letters", "links", "seaql_migrations"];

/// The rows of every table, as text.
pub(crate) type Dump = BTreeMap<String, Vec<String>>;

impl Server {
    pub(crate) async fn raw(&self) -> DatabaseConnection {
        Database::connect(format!("sqlite:{}", self.database().display())).await.unwrap()
    }

    /// All that the database holds, but for what changes by itself.
    pub(crate) async fn dump(&self) -> Dump {
        let raw = self.raw().await;
        let tables =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
        let mut dump = Dump::new();
        for table in texts(&raw, tables).await {
            if RESTLESS.contains(&table.as_str()) {
                continue;
            }
            let columns = format!("SELECT name FROM pragma_table_info('{table}')");
            let columns = texts(&raw, &columns).await;
            let quoted: Vec<_> =
                columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
            let rows = format!("SELECT {} FROM \"{table}\" ORDER BY 1", quoted.join(" || ',' || "));
            dump.insert(table, texts(&raw, &rows).await);
        }
        raw.close().await.unwrap();
        dump
    }
}

/// The texts that a query gives.
pub(crate) async fn texts(raw: &DatabaseConnection, sql: &str) -> Vec<String> {
    let statement = Statement::from_string(raw.get_database_backend(), sql);
    let rows = raw.query_all_raw(statement).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}
