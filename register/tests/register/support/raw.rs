//! Statements past the register.

use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, QueryResult, Statement};

use super::database::TestDatabase;

impl TestDatabase {
    /// Runs a statement; what it breaks is the result.
    pub(crate) async fn run(&self, sql: &str) -> Result<u64, DbErr> {
        let raw = self.raw().await;
        let done = raw.execute_unprepared(sql).await.map(|done| done.rows_affected());
        raw.close().await.unwrap();
        done
    }

    pub(crate) async fn rows(&self, sql: &str) -> Vec<QueryResult> {
        let raw = self.raw().await;
        let rows = rows(&raw, sql).await;
        raw.close().await.unwrap();
        rows
    }

    /// The number that a query gives.
    pub(crate) async fn number(&self, sql: &str) -> i64 {
        self.rows(sql).await[0].try_get_by_index(0).unwrap()
    }

    /// The texts that a query gives, nothing for NULL.
    pub(crate) async fn texts(&self, sql: &str) -> Vec<String> {
        self.rows(sql)
            .await
            .iter()
            .map(|row| row.try_get_by_index::<Option<String>>(0).unwrap().unwrap_or_default())
            .collect()
    }

    pub(crate) async fn count(&self, table: &str) -> i64 {
        self.number(&format!("SELECT count(*) FROM \"{table}\"")).await
    }

    /// How many members are counted for a branch (`none` for no branch) and kind.
    pub(crate) async fn counted(&self, branch: &str, kind: &str) -> i64 {
        self.number(&format!(
            "SELECT CAST(coalesce(sum(members), 0) AS bigint) FROM counters \
             LEFT JOIN branches ON branches.id = counters.branch_id \
             WHERE coalesce(branches.slug, 'none') = '{branch}' AND kind = '{kind}'"
        ))
        .await
    }
}

pub(super) async fn rows(raw: &DatabaseConnection, sql: &str) -> Vec<QueryResult> {
    let statement = Statement::from_string(raw.get_database_backend(), sql);
    raw.query_all_raw(statement).await.unwrap()
}
