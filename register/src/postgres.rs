//! A register in a PostgreSQL database.

use sea_orm::{Database, DatabaseConnection};

use crate::error::Error;
use crate::open::OpenError;
use crate::options::Options;

/// Connects. No statement and no lock is waited for longer than the options say.
pub(crate) async fn connect(url: &str, options: &Options) -> Result<DatabaseConnection, OpenError> {
    let mut connect = options.connect(url, options.connections);
    let wait = options.wait.as_millis().to_string();
    connect.map_sqlx_postgres_opts(move |postgres| {
        postgres.application_name("imhn").options([
            ("statement_timeout", wait.as_str()),
            ("lock_timeout", wait.as_str()),
            // A transaction whose owner is gone gives its locks back.
            ("idle_in_transaction_session_timeout", "60000"),
        ])
    });
    let mut connection = Database::connect(connect).await.map_err(Error::from)?;
    options.watch(&mut connection);
    Ok(connection)
}
