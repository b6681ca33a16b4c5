//! The database is locked or gone: 503, the answers kept, and the join goes through once it is
//! back.

use crate::support::{FULL_MEMBER, Server};
use sea_orm::{ConnectionTrait, Database};

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_database_is_told_and_nothing_is_lost() {
    let server = Server::start();
    let visitor = server.visitor();
    visitor.answer_all(FULL_MEMBER);
    let other = Database::connect(format!("sqlite:{}", server.database().display())).await.unwrap();
    other.execute_unprepared("BEGIN IMMEDIATE").await.unwrap();
    let refused = visitor.post("/join/check", &[]);
    assert_eq!(refused.status, 503);
    assert!(refused.headers.contains_key("retry-after"));
    assert_eq!(visitor.get("/membership").status, 200);
    other.execute_unprepared("ROLLBACK").await.unwrap();
    assert_eq!(visitor.post("/join/check", &[]).location.as_deref(), Some("/join/done"));
    let log = server.log();
    assert!(log.contains("locked") && !log.contains("Ada"), "{log}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_goes_away_is_told_and_the_server_recovers() {
    let admin_url = std::env::var("TEST_POSTGRES_URL").expect("TEST_POSTGRES_URL: use `make test`");
    let admin = Database::connect(&admin_url).await.unwrap();
    let name = format!("outage_{}", std::process::id());
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    let url = format!("{}/{name}", admin_url.rsplit_once('/').unwrap().0);
    let server = Server::start_with(&[("DATABASE_URL", &url)]);
    let visitor = server.visitor();
    visitor.answer_all(FULL_MEMBER);
    let allow = |yes: bool| format!("ALTER DATABASE {name} ALLOW_CONNECTIONS {yes}");
    admin.execute_unprepared(&allow(false)).await.unwrap();
    let end =
        format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    admin.execute_unprepared(&end).await.unwrap();
    assert_eq!(visitor.get("/healthz").status, 503);
    assert_eq!(visitor.post("/join/check", &[]).status, 503);
    admin.execute_unprepared(&allow(true)).await.unwrap();
    assert_eq!(visitor.get("/healthz").status, 200);
    assert_eq!(visitor.post("/join/check", &[]).location.as_deref(), Some("/join/done"));
    drop(server);
    admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.unwrap();
}
