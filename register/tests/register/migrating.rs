//! Opening a register: made if it is missing, migrated once, whoever comes first.

use std::os::unix::fs::PermissionsExt;

use register::{OpenError, Outage, Register};
use rstest::rstest;

use crate::support::*;

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn several_instances_that_start_together_on_a_new_database_all_start(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    for _ in 0..5 {
        let database = TestDatabase::empty(backend).await;
        let mut instances = tokio::task::JoinSet::new();
        for _ in 0..12 {
            let url = database.url.clone();
            instances.spawn(async move { Register::open(&url).await });
        }
        for instance in instances.join_all().await {
            instance.unwrap().ping().await.unwrap();
        }
        assert_eq!(database.count("branches").await, 2);
        assert_eq!(database.count("seaql_migrations").await, 40);
    }
}

#[rstest]
#[tokio::test]
async fn several_processes_that_start_together_on_a_new_database_all_start(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    if let Some(url) = told() {
        Register::open(&url).await.unwrap().ping().await.unwrap();
        return;
    }
    let name = std::thread::current().name().unwrap().to_owned();
    let database = TestDatabase::empty(backend).await;
    let processes: Vec<_> =
        (0..8).map(|_| again(&name, &database.url, "").spawn().unwrap()).collect();
    for mut process in processes {
        assert!(process.wait().unwrap().success());
    }
    assert_eq!(database.count("branches").await, 2);
}

#[rstest]
#[tokio::test]
async fn opening_again_changes_nothing(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    database.open().await.join(submission("a", ada())).await.unwrap();
    let before = database.dump().await;
    database.open().await;
    assert_eq!(database.dump().await, before);
}

#[rstest]
#[tokio::test]
async fn a_database_of_a_newer_version_is_left_alone(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    database.open().await;
    let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 1)";
    database.run(newer).await.unwrap();
    let error = Register::open(&database.url).await.unwrap_err();
    assert!(matches!(error, OpenError::Newer), "{error}");
}

#[tokio::test]
async fn the_file_and_its_folder_are_made_for_their_owner_alone() {
    let database = TestDatabase::new(Backend::Sqlite).await;
    let folder = database.folder().join("new folder#1?".trim_end_matches('?'));
    let file = folder.join("members 50%.db");
    let register = Register::open(&format!("sqlite://{}", file.display())).await.unwrap();
    register.join(submission("a", ada())).await.unwrap();
    let mode =
        |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    let mut files = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
        files += 1;
    }
    assert_eq!(files, 3);
}

#[tokio::test]
async fn sqlite_is_set_up_to_keep_what_it_has_acknowledged() {
    let database = TestDatabase::new(Backend::Sqlite).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    assert_eq!(database.texts("PRAGMA journal_mode").await, ["wal"]);
    // The register's own connections are asked in src/register/outages.rs.
}

#[tokio::test]
async fn an_address_that_is_not_understood_says_which_are() {
    for url in [
        "",
        "register.db",
        "mysql://localhost/x",
        "sqlite:",
        "sqlite::memory:",
        "sqlite://",
        "sqlite://a?mode=ro",
    ] {
        let error = Register::open(url).await.unwrap_err();
        assert!(matches!(error, OpenError::Address), "{url}");
        let said = error.to_string();
        assert!(said.contains("sqlite://") && said.contains("postgres://"));
    }
}

#[tokio::test]
async fn a_database_that_cannot_be_reached_or_read_says_what_to_check_and_no_password() {
    let database = TestDatabase::new(Backend::Sqlite).await;
    let nowhere = "postgres://imhn:secret@127.0.0.1:1/imhn";
    let error = Register::open(nowhere).await.unwrap_err();
    assert!(matches!(error, OpenError::Unavailable(_)), "{error}");
    assert!(error.to_string().contains("check that it runs"));
    assert!(!format!("{error} {error:?}").contains("secret"));

    let file = database.folder().join("letter.txt");
    std::fs::write(&file, "Dear all, this is no database. ".repeat(100)).unwrap();
    let error = Register::open(&format!("sqlite://{}", file.display())).await.unwrap_err();
    assert!(matches!(error, OpenError::Unavailable(Outage::Disk)), "{error}");

    let error = Register::open("sqlite:///proc/nothing/register.db").await.unwrap_err();
    assert!(matches!(error, OpenError::File { .. }), "{error}");
    assert!(error.to_string().contains("/proc/nothing/register.db"));
}
