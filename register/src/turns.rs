//! Operations that take turns: where two at once would each find right what only one of them may
//! do. SQLite lets one transaction write at a time anyway.

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Statement};

use crate::error::Error;

/// What is done one at a time.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Turn<'a> {
    /// Sealing the access log.
    Log,
    /// Giving and withdrawing roles.
    Roles,
    /// Changing which areas are whose.
    Branches,
    /// Beginning an edition of the postcode directory.
    Postcodes,
    /// Asking to sign in with one address, by its hash.
    Address(&'a [u8]),
}

impl Turn<'_> {
    /// The number of the lock on PostgreSQL; see the one of the migrations.
    fn number(self) -> i64 {
        match self {
            Self::Log => 0x494d_484e_0002,
            Self::Roles => 0x494d_484e_0003,
            Self::Branches => 0x494d_484e_0004,
            Self::Postcodes => 0x494d_484e_0005,
            Self::Address(hash) => {
                hash.iter().take(8).fold(0, |number, byte| (number << 8) | i64::from(*byte))
            }
        }
    }
}

/// Waits until it is this transaction's turn, which lasts until it ends.
pub(crate) async fn take(db: &DatabaseTransaction, turn: Turn<'_>) -> Result<(), Error> {
    lock(db, "SELECT pg_advisory_xact_lock($1)", turn).await
}

/// Waits until nobody has this turn, and keeps it from being anybody's until the transaction ends.
/// Those who do only this do not wait for one another.
pub(crate) async fn keep_still(db: &DatabaseTransaction, turn: Turn<'_>) -> Result<(), Error> {
    lock(db, "SELECT pg_advisory_xact_lock_shared($1)", turn).await
}

async fn lock(db: &DatabaseTransaction, lock: &str, turn: Turn<'_>) -> Result<(), Error> {
    if db.get_database_backend() == DbBackend::Postgres {
        let lock =
            Statement::from_sql_and_values(DbBackend::Postgres, lock, [turn.number().into()]);
        db.execute_raw(lock).await?;
    }
    Ok(())
}
