//! The database is locked, gone or cut off: said so soon, and over when it is over.

use std::time::{Duration, Instant};

use register::{Error, JoinError, Options, Outage, Register};
use rstest::rstest;
use sea_orm::ConnectionTrait;

use crate::support::*;

fn short() -> Options {
    Options { wait: Duration::from_millis(300), ..Options::default() }
}

async fn join(register: &Register, key: usize) -> Result<(), Error> {
    match register.join(submission(&key.to_string(), somebody(key))).await {
        Ok(_) => Ok(()),
        Err(JoinError::Failed(error)) => Err(error),
        Err(JoinError::Taken) => panic!("taken"),
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_locked_database_is_unavailable_soon_and_available_afterwards(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open_with(short()).await;
    join(&register, 0).await.unwrap();
    let other = database.raw().await;
    let lock = match backend {
        Backend::Sqlite => "BEGIN IMMEDIATE",
        Backend::Postgres => "BEGIN; LOCK TABLE people IN ACCESS EXCLUSIVE MODE",
    };
    other.execute_unprepared(lock).await.unwrap();
    let started = Instant::now();
    let mut joins = tokio::task::JoinSet::new();
    for key in 1..6 {
        let register = register.clone();
        joins.spawn(async move { join(&register, key).await });
    }
    for joined in joins.join_all().await {
        let locked = [Outage::Locked, Outage::TimedOut].map(|why| Err(Error::Unavailable(why)));
        assert!(locked.contains(&joined), "{joined:?}");
    }
    assert!(started.elapsed() < Duration::from_secs(3));
    // Reading goes on meanwhile.
    register.branches().await.unwrap();
    register.ping().await.unwrap();

    other.execute_unprepared("ROLLBACK").await.unwrap();
    for key in 1..6 {
        join(&register, key).await.unwrap();
    }
    assert_eq!(database.count("memberships").await, 6);
}

#[tokio::test]
async fn a_file_that_is_moved_away_is_gone_until_it_is_back() {
    let database = TestDatabase::new(Backend::Sqlite).await;
    let register = database.open_with(short()).await;
    join(&register, 0).await.unwrap();
    let away = database.folder().join("away.db");
    std::fs::rename(database.file(), &away).unwrap();
    let gone = Err(Error::Unavailable(Outage::Gone));
    assert_eq!(register.ping().await, gone);
    assert_eq!(join(&register, 1).await, gone);
    assert_eq!(register.erase_unconfirmed(noon()).await.map(drop), gone);
    std::fs::write(database.file(), "").unwrap();
    assert_eq!(join(&register, 1).await, gone);

    std::fs::rename(&away, database.file()).unwrap();
    register.ping().await.unwrap();
    join(&register, 1).await.unwrap();
    assert_eq!(database.count("memberships").await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn connections_that_postgresql_ends_are_replaced_and_no_join_is_lost_or_doubled() {
    let database = TestDatabase::new(Backend::Postgres).await;
    let register = database.open().await;
    let end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
         WHERE datname = current_database() AND pid <> pg_backend_pid()";
    join(&register, 0).await.unwrap();
    let other = database.raw().await;
    other.execute_unprepared(end).await.unwrap();
    register.ping().await.unwrap();
    join(&register, 1).await.unwrap();

    let mut joins = tokio::task::JoinSet::new();
    for key in 2..102 {
        let register = register.clone();
        joins.spawn(async move {
            let mut failed = 0;
            while let Err(error) = join(&register, key).await {
                assert!(matches!(error, Error::Unavailable(_)), "{error}");
                failed += 1;
            }
            failed
        });
    }
    for _ in 0..10 {
        tokio::time::sleep(Duration::from_millis(10)).await;
        other.execute_unprepared(end).await.unwrap();
    }
    joins.join_all().await;
    for table in ["people", "memberships", "submissions", "letters"] {
        assert_eq!(database.count(table).await, 102, "{table}");
    }
    assert_eq!(database.counted("bristol", "full").await, 102);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_postgresql_that_goes_away_is_unavailable_soon_and_available_when_it_is_back() {
    let database = TestDatabase::new(Backend::Postgres).await;
    let proxy = Proxy::before(&database.url).await;
    let options = Options { wait: Duration::from_secs(1), ..Options::default() };
    let register = Register::open_with(&proxy.url, options).await.unwrap();
    join(&register, 0).await.unwrap();
    proxy.cut();
    let started = Instant::now();
    for key in 1..4 {
        let error = join(&register, key).await.unwrap_err();
        assert!(matches!(error, Error::Unavailable(_)), "{error}");
        assert!(matches!(register.ping().await, Err(Error::Unavailable(_))));
    }
    assert!(started.elapsed() < Duration::from_secs(10), "{:?}", started.elapsed());
    proxy.mend();
    for key in 1..4 {
        join(&register, key).await.unwrap();
    }
    assert_eq!(database.count("memberships").await, 4);
}

/// The file system takes no more of a file than this process may write, which cuts a commit short
/// in its middle; the limit is lifted later.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_disk_that_fails_in_the_middle_of_a_commit_loses_nothing_that_was_acknowledged() {
    let Some(url) = told() else {
        let name = "outages::a_disk_that_fails_in_the_middle_of_a_commit_loses_nothing_that_was_acknowledged";
        let database = TestDatabase::new(Backend::Sqlite).await;
        // Blocks of 512 bytes; the signal that would end the process is ignored.
        let limit = "trap '' XFSZ; ulimit -S -f 3000;";
        assert!(again(name, &database.url, limit).status().unwrap().success());
        return;
    };
    let register = Register::open_with(&url, short()).await.unwrap();
    let mut acknowledged = 0;
    let mut failures = 0;
    let mut key = 0;
    while failures < 200 {
        let mut joins = tokio::task::JoinSet::new();
        for _ in 0..20 {
            key += 1;
            let (register, key) = (register.clone(), key);
            joins.spawn(async move { join(&register, key).await });
        }
        for joined in joins.join_all().await {
            match joined {
                Ok(()) => acknowledged += 1,
                Err(Error::Unavailable(Outage::Disk | Outage::Full)) => failures += 1,
                Err(error) => panic!("{error}"),
            }
        }
    }
    assert!(acknowledged > 0);
    let members = "SELECT CAST(sum(members) AS bigint) FROM counters";
    let raw = sea_orm::Database::connect(&url).await.unwrap();
    let count = async |sql: &str| -> i64 {
        let statement = sea_orm::Statement::from_string(sea_orm::DbBackend::Sqlite, sql);
        raw.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
    };
    assert_eq!(count("SELECT count(*) FROM people").await, acknowledged);
    assert_eq!(count(members).await, acknowledged);

    let mut lift = std::process::Command::new("prlimit");
    lift.args(["--pid", &std::process::id().to_string(), "--fsize=unlimited"]);
    assert!(lift.status().unwrap().success());
    for _ in 0..50 {
        key += 1;
        join(&register, key).await.unwrap();
    }
    assert_eq!(count("SELECT count(*) FROM people").await, acknowledged + 50);
    assert_eq!(count(members).await, acknowledged + 50);
    assert_eq!(count("SELECT count(*) FROM pragma_foreign_key_check").await, 0);
    let whole = "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'";
    assert_eq!(count(whole).await, 1);
}
