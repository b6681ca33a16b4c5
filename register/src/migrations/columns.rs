//! Columns, checks, keys and indexes, written the same way on SQLite and PostgreSQL.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement};

/// A number that is never given twice, even after its row is gone: the access log keeps it.
pub(super) fn id() -> ColumnDef {
    ColumnDef::new("id").big_integer().not_null().auto_increment().primary_key().take()
}

/// The number of a row elsewhere.
pub(super) fn number(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().take()
}

/// A text; how long it may be is a check.
pub(super) fn text(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).text().take()
}

/// A whole number.
pub(super) fn integer(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).integer().take()
}

/// Yes or no.
pub(super) fn boolean(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).boolean().not_null().take()
}

/// A moment, in UTC.
pub(super) fn moment(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().take()
}

/// A SHA-256 hash.
pub(super) fn hash(name: &'static str) -> ColumnDef {
    optional_hash(name).not_null().take()
}

/// A SHA-256 hash, or nothing.
pub(super) fn optional_hash(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().check(Expr::cust(format!("length({name}) = 32"))).take()
}

/// A check that the database holds.
pub(super) fn check(condition: impl Into<String>) -> Expr {
    Expr::cust(condition.into())
}

/// A text of 1 to `most` characters, where there is one.
pub(super) fn length(column: &str, most: usize) -> Expr {
    check(format!("length({column}) BETWEEN 1 AND {most}"))
}

/// One of a few words.
pub(super) fn one_of(column: &str, words: &[&str]) -> Expr {
    let words: Vec<_> = words.iter().map(|word| format!("'{word}'")).collect();
    check(format!("{column} IN ({})", words.join(", ")))
}

/// A reference whose row goes with the row it refers to.
pub(super) fn goes_with(column: &'static str, table: &'static str) -> ForeignKeyCreateStatement {
    reference(column, table, ForeignKeyAction::Cascade)
}

/// A reference that keeps the row it refers to from being deleted.
pub(super) fn keeps(column: &'static str, table: &'static str) -> ForeignKeyCreateStatement {
    reference(column, table, ForeignKeyAction::Restrict)
}

fn reference(
    column: &'static str,
    table: &'static str,
    on_delete: ForeignKeyAction,
) -> ForeignKeyCreateStatement {
    ForeignKey::create().from_col(column).to(table, "id").on_delete(on_delete).take()
}

/// An index named after its table and columns.
pub(super) fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("{table}_{}", columns.join("_"))).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

/// Such an index, in which no two rows may be the same.
pub(super) fn unique(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    index(table, columns).unique().take()
}

/// A text that is put in order by its bytes, as SQLite does of itself, in whichever language
/// PostgreSQL was set up.
pub(super) fn by_bytes(mut text: ColumnDef, backend: DbBackend) -> ColumnDef {
    if backend == DbBackend::Postgres {
        text.extra("COLLATE \"C\"");
    }
    text
}

/// The rows that a query of ours gives.
pub(super) async fn read(
    manager: &SchemaManager<'_>,
    sql: String,
) -> Result<Vec<QueryResult>, DbErr> {
    let statement = Statement::from_string(manager.get_database_backend(), sql);
    manager.get_connection().query_all_raw(statement).await
}
