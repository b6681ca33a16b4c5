//! What tests copy instead of migrating a database of their own: one of each kind, made by the first
//! that asks.

use register::Register;
use sea_orm::ConnectionTrait;
use tokio::sync::OnceCell;

use super::{Backend, TestDatabase, connect, in_server};

/// The file of a database that is up to date.
pub(super) async fn sqlite() -> &'static [u8] {
    static FILE: OnceCell<Vec<u8>> = OnceCell::const_new();
    FILE.get_or_init(async || {
        let database = TestDatabase::empty(Backend::Sqlite).await;
        let _register = Register::open(&database.url).await.unwrap();
        // Whole, while the register's own file has a log beside it.
        let whole = database.folder().join("whole.db");
        let copy = format!("VACUUM INTO '{}'", whole.display());
        connect(&database.url).await.execute_unprepared(&copy).await.unwrap();
        std::fs::read(whole).unwrap()
    })
    .await
}

/// The name of a database that is up to date, which nobody can be connected to.
pub(super) async fn postgres() -> &'static str {
    static NAME: OnceCell<String> = OnceCell::const_new();
    NAME.get_or_init(async || {
        let database = TestDatabase::empty(Backend::Postgres).await;
        drop(Register::open(&database.url).await.unwrap());
        let name = database.name.clone();
        in_server(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false")).await;
        let connected = format!("FROM pg_stat_activity WHERE datname = '{name}'");
        in_server(&format!("SELECT pg_terminate_backend(pid, 5000) {connected}")).await;
        // It stays as long as its server does.
        std::mem::forget(database);
        name
    })
    .await
}
