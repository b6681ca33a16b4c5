//! Editions that follow one another, and those that never come to their end.

use std::time::Duration;

use register::{PostcodeList, PostcodesLoaded, Register};
use rstest::rstest;
use rules::*;
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
