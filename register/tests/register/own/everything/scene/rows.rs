//! What the database holds of them.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

use super::Scene;
use crate::support::*;

impl Scene {
    /// What a column has in some rows, without NULL, as it is told.
    pub(in super::super) async fn values(
        &self,
        table: &str,
        column: &str,
        which: &str,
        named: bool,
    ) -> BTreeSet<String> {
        let kind = match named {
            true => "text".to_owned(),
            false => self.kind(table, column).await,
        };
        let shown = match kind.as_str() {
            _ if named => format!("(SELECT name FROM branches WHERE branches.id = {column})"),
            kind if kind.contains("int") => format!("CAST(\"{column}\" AS bigint)"),
            _ => format!("\"{column}\""),
        };
        let sql = format!(
            "SELECT {shown} AS shown FROM \"{table}\" WHERE ({which}) AND \"{column}\" IS NOT NULL"
        );
        let text = |row: &sea_orm::QueryResult| match kind.as_str() {
            kind if kind.contains("timestamp") => {
                row.try_get_by_index::<DateTime<Utc>>(0).unwrap().to_rfc3339()
            }
            kind if kind.contains("date") => {
                row.try_get_by_index::<NaiveDate>(0).unwrap().to_string()
            }
            kind if kind.contains("bool") => row.try_get_by_index::<bool>(0).unwrap().to_string(),
            kind if kind.contains("int") => row.try_get_by_index::<i64>(0).unwrap().to_string(),
            "blob" | "bytea" => format!("{:?}", row.try_get_by_index::<Vec<u8>>(0).unwrap()),
            _ => row.try_get_by_index::<String>(0).unwrap(),
        };
        self.database.rows(&sql).await.iter().map(text).collect()
    }

    /// What a column holds, as the database calls it.
    async fn kind(&self, table: &str, column: &str) -> String {
        let sql = match self.database.backend {
            Backend::Sqlite => format!(
                "SELECT lower(type) FROM pragma_table_info('{table}') WHERE name = '{column}'"
            ),
            Backend::Postgres => format!(
                "SELECT data_type::text FROM information_schema.columns \
                 WHERE table_name = '{table}' AND column_name = '{column}'"
            ),
        };
        self.database.texts(&sql).await.remove(0)
    }

    pub(in super::super) async fn ids(&self, table: &str, which: &str) -> BTreeSet<i64> {
        let rows = self.database.rows(&format!("SELECT id FROM \"{table}\" WHERE {which}")).await;
        rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
    }
}
