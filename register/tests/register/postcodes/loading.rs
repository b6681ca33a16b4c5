//! Editions that follow one another, and those that never come to their end.

use std::time::Duration;

use register::{PostcodeList, PostcodesLoaded, Register};
use rstest::rstest;
use rules::*;
use sea_orm::{ConnectionTrait, DatabaseConnection};
use tokio::sync::mpsc;

use crate::support::*;

/// Postcodes of so many sectors.
fn many(sectors: u32) -> PostcodeList {
    let mut list = PostcodeList::new();
    for number in 0..sectors {
        let (district, sector) = (number / 10 + 1, number % 10);
        for letters in ["AA", "AB"] {
            let text = format!("ZE{district} {sector}{letters}");
            list.add(&Postcode::parse(&text).unwrap(), Some(&authority("S12000027")));
        }
    }
    list.settle();
    list
}

/// Holds up on PostgreSQL whoever has taken away what was left and is about to write an edition
/// down; on SQLite one writes at a time anyway.
struct Gate<'a> {
    database: &'a TestDatabase,
    held: Option<DatabaseConnection>,
}

impl<'a> Gate<'a> {
    async fn before_an_edition_is_begun(database: &'a TestDatabase) -> Self {
        if database.backend == Backend::Sqlite {
            return Self { database, held: None };
        }
        let held = database.raw().await;
        held.execute_unprepared(
            "CREATE FUNCTION gate() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN PERFORM pg_advisory_xact_lock_shared(1); RETURN NEW; END $$; \
             CREATE TRIGGER gate BEFORE INSERT ON postcode_editions \
             FOR EACH ROW EXECUTE FUNCTION gate(); \
             SELECT pg_advisory_lock(1)",
        )
        .await
        .unwrap();
        Self { database, held: Some(held) }
    }

    async fn open_when_both_wait(self) {
        let Some(held) = self.held else { return };
        let waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' \
            AND NOT granted AND database = \
            (SELECT oid FROM pg_database WHERE datname = current_database())";
        while self.database.number(waiting).await < 2 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        held.close().await.unwrap();
    }
}

async fn knows(register: &Register, postcode: &str) -> bool {
    let postcode = Postcode::parse(postcode).unwrap();
    let listed = register.directory(Some(&postcode)).await.unwrap();
    matches!(listed.listed(&postcode), Some(Listed::In(_)))
}

#[rstest]
#[tokio::test]
async fn a_new_edition_takes_the_place_of_the_one_before_whole(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    load(&register, "first").await;
    let mut told = Vec::new();
    let loaded =
        register.load_postcodes(&many(450), "second", noon(), |done| told.push(done)).await;
    assert_eq!(loaded.unwrap(), PostcodesLoaded::Done { gone: Vec::new() });
    assert_eq!(told, [200, 400, 450]);
    assert!(knows(&register, "ZE1 0AA").await && !knows(&register, "BS5 6XX").await);
    let edition = register.postcode_edition().await.unwrap().unwrap();
    assert_eq!((edition.name.as_str(), edition.postcodes), ("second", 900));
    // Nothing is left of the one before.
    assert_eq!(database.count("postcode_editions").await, 1);
    assert_eq!(database.count("postcode_sectors").await, 450);
    assert_eq!(database.count("local_authorities").await, 1);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_that_is_killed_while_it_loads_leaves_the_one_in_use_and_is_loaded_again(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    load(&register, "first").await;
    let (tell, mut told) = mpsc::unbounded_channel();
    let loading = register.clone();
    let task = tokio::spawn(async move {
        let list = many(900);
        let tell = |done| tell.send(done).unwrap();
        loading.load_postcodes(&list, "killed", noon(), tell).await
    });
    while told.recv().await.unwrap() < 400 {}
    task.abort();
    let ended = task.await;
    assert!(ended.is_err(), "it was at its end already: {ended:?}");
    assert!(knows(&register, "BS5 6XX").await && !knows(&register, "ZE1 0AA").await);
    assert!(database.count("postcode_sectors").await >= 400, "some of it is there, and unused");

    register.load_postcodes(&many(900), "again", noon(), |_| {}).await.unwrap();
    assert!(knows(&register, "ZE1 0AA").await && !knows(&register, "BS5 6XX").await);
    assert_eq!(database.count("postcode_editions").await, 1);
    assert_eq!(database.count("postcode_sectors").await, 900);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_that_load_at_once_the_later_one_is_loaded_whole(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let (tell, mut told) = mpsc::unbounded_channel();
    let loading = register.clone();
    let first = tokio::spawn(async move {
        let list = many(900);
        loading.load_postcodes(&list, "first", noon(), |done| tell.send(done).unwrap()).await
    });
    told.recv().await.unwrap();
    load(&register, "second").await;
    assert_eq!(first.await.unwrap().unwrap(), PostcodesLoaded::Overtaken);
    assert_eq!(register.postcode_edition().await.unwrap().unwrap().name, "second");
    assert!(knows(&register, "BS5 6XX").await && !knows(&register, "ZE1 0AA").await);
    assert_eq!(database.count("postcode_sectors").await, 11);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_that_begin_at_the_same_moment_each_is_loaded_whole_or_overtaken(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let registers = [("one", database.open().await), ("other", database.open().await)];
    let gate = Gate::before_an_edition_is_begun(&database).await;
    let mut loading = Vec::new();
    for (name, register) in registers {
        loading.push(tokio::spawn(async move {
            let loaded = register.load_postcodes(&many(450), name, noon(), |_| {}).await;
            (name, loaded.unwrap())
        }));
    }
    gate.open_when_both_wait().await;
    let mut done = Vec::new();
    for loaded in loading {
        let (name, loaded) = loaded.await.unwrap();
        done.extend((loaded != PostcodesLoaded::Overtaken).then_some(name));
    }
    let current = database.texts("SELECT name FROM postcode_editions").await;
    assert!(
        matches!(&current[..], [name] if done.contains(&name.as_str())),
        "{current:?} {done:?}"
    );
    assert_eq!(database.count("postcode_sectors").await, 450);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn people_join_while_an_edition_is_loaded(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, elsewhere) = (database.open().await, database.open().await);
    let (tell, mut told) = mpsc::unbounded_channel();
    let loading = tokio::spawn(async move {
        let list = many(900);
        elsewhere.load_postcodes(&list, "edition", noon(), |done| tell.send(done).unwrap()).await
    });
    let mut joined = 0;
    while let Some(done) = told.recv().await {
        if done < 900 {
            let join = submission(&format!("j{joined}"), somebody(joined));
            let joining = tokio::time::timeout(Duration::from_secs(5), register.join(join));
            joining.await.expect("a join waited for the directory").unwrap();
            joined += 1;
        }
    }
    assert!(joined >= 4, "{joined} joined");
    assert!(matches!(loading.await.unwrap().unwrap(), PostcodesLoaded::Done { .. }));
    assert_eq!(database.counted("bristol", "full").await, i64::try_from(joined).unwrap());
}

#[rstest]
#[tokio::test]
async fn a_local_authority_that_is_not_in_the_new_edition_is_told(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    load(&register, "first").await;
    database
        .run(&format!(
            "INSERT INTO areas (branch_id, branch_status, area, kind) \
             SELECT id, status, '{BATH}', 'local-authority' FROM branches WHERE slug = 'bristol'"
        ))
        .await
        .unwrap();
    let without = listed(&[("BS5 6XX", BRISTOL)]);
    let loaded = register.load_postcodes(&without, "second", noon(), |_| {}).await.unwrap();
    let PostcodesLoaded::Done { gone } = loaded else { panic!("{loaded:?}") };
    assert_eq!(gone.len(), 1);
    assert_eq!((gone[0].branch.slug.as_str(), gone[0].authority.code()), ("bristol", BATH));
}
