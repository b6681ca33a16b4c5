//! How a database goes about a statement.

use std::fmt::Write;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

use super::Failed;

/// Adds the plans of these statements, as they are when no value is known.
pub(crate) async fn plans(
    out: &mut String,
    db: &DatabaseConnection,
    statements: impl IntoIterator<Item = String>,
) -> Result<(), Failed> {
    let backend = db.get_database_backend();
    if backend == DbBackend::Postgres {
        db.execute_unprepared("SET plan_cache_mode = force_generic_plan").await?;
    }
    for sql in statements {
        writeln!(out, "  {sql}")?;
        let (explain, column) = match backend {
            DbBackend::Postgres => {
                db.execute_unprepared(&format!("PREPARE explained AS {sql}")).await?;
                let values = (1..100).take_while(|value| sql.contains(&format!("${value}")));
                let values = values.map(|_| "NULL").collect::<Vec<_>>().join(", ");
                let values = if values.is_empty() { values } else { format!("({values})") };
                (format!("EXPLAIN EXECUTE explained{values}"), "QUERY PLAN")
            }
            _ => (format!("EXPLAIN QUERY PLAN {sql}"), "detail"),
        };
        for row in db.query_all_raw(Statement::from_string(backend, explain)).await? {
            let step: String = row.try_get_by(column)?;
            writeln!(out, "      {step}")?;
        }
        if backend == DbBackend::Postgres {
            db.execute_unprepared("DEALLOCATE explained").await?;
        }
    }
    Ok(())
}
