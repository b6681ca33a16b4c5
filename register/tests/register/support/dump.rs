//! All that a database holds, to compare before and after.

use std::collections::BTreeMap;

use super::database::{Backend, TestDatabase};
use super::raw::rows;

/// The rows of every table, as text.
pub(crate) type Dump = BTreeMap<String, Vec<String>>;

impl TestDatabase {
    /// Every table that operations write: neither the migrator's, nor the kinds of letters, which
    /// only migrations add to.
    pub(crate) async fn tables(&self) -> Vec<String> {
        self.texts(match self.backend {
            Backend::Sqlite => {
                "SELECT name FROM sqlite_master WHERE type = 'table' \
                 AND name NOT LIKE 'sqlite%' \
                 AND name NOT IN ('seaql_migrations', 'letter_kinds') ORDER BY name"
            }
            Backend::Postgres => {
                "SELECT table_name::text FROM information_schema.tables \
                 WHERE table_schema = 'public' \
                 AND table_name NOT IN ('seaql_migrations', 'letter_kinds') ORDER BY table_name"
            }
        })
        .await
    }

    pub(crate) async fn columns(&self, table: &str) -> Vec<String> {
        self.texts(&match self.backend {
            Backend::Sqlite => format!("SELECT name FROM pragma_table_info('{table}')"),
            Backend::Postgres => format!(
                "SELECT column_name::text FROM information_schema.columns \
                 WHERE table_schema = 'public' AND table_name = '{table}'"
            ),
        })
        .await
    }

    pub(crate) async fn dump(&self) -> Dump {
        let raw = self.raw().await;
        let mut dump = Dump::new();
        for table in self.tables().await {
            let sql = match self.backend {
                Backend::Sqlite => {
                    let columns = self.columns(&table).await;
                    let quoted: Vec<_> =
                        columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
                    let quoted = quoted.join(" || ',' || ");
                    format!("SELECT {quoted} FROM \"{table}\" ORDER BY id")
                }
                Backend::Postgres => {
                    format!("SELECT row_to_json(t)::text FROM \"{table}\" t ORDER BY id")
                }
            };
            let read = rows(&raw, &sql).await;
            let read = read.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
            dump.insert(table, read);
        }
        dump
    }
}
