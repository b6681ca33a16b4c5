//! Areas that are local authorities.

use register::{BranchChange, BranchChanged, BranchLook, InBranch, NoChange, PostcodesLoaded};
use rstest::rstest;
use rules::Coverage;
use tokio::task::JoinSet;

use super::support::*;
use crate::support::*;

#[rstest]
#[tokio::test]
async fn whoever_lives_in_a_local_authority_comes_and_goes_with_it(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    load(&register, "edition").await;
    let root = database.administrator(&register, "root@example.org").await;
    // In Bath, in Bristol by the same district, in no postcode there is, in a district of Bristol
    // branch, and elsewhere.
    for (key, lives) in [
        (1, "BA2 4AA"),
        (2, "BA2 4AB"),
        (3, "BA2 4ZZ"),
        (4, "BS31 1AA"),
        (5, "BS5 6XX"),
        (6, "EH1 1YZ"),
    ] {
        joins(&register, key, lives).await;
    }
    let slug = forming(&register, &root, "Bath", &[BATH]).await;
    let would = make(&register, &root, &slug, BranchChange::Activate).await;
    assert_eq!(would.moves.iter().map(|moves| moves.members).sum::<u32>(), 2);
    assert_eq!(
        database.places().await,
        [
            "M-1 bath placed",
            "M-2 none -",
            "M-3 none -",
            "M-4 bath placed",
            "M-5 bristol placed",
            "M-6 none -"
        ]
    );
    database.assert_current_counts_are_right().await;

    // A branch of Bristol gets the whole of its city: those whom no district of another decides.
    let would = make(&register, &root, "bristol", add(BRISTOL)).await;
    assert_eq!(would.moves.len(), 1, "{:?}", would.moves);
    assert!(database.places().await.contains(&"M-2 bristol placed".to_owned()));

    let shown = register.network_branch(&root, &slug).await.unwrap().unwrap();
    assert_eq!(shown.areas[0].name(), "Bath and North East Somerset");
    make(&register, &root, &slug, remove(BATH)).await;
    assert!(!database.places().await.iter().any(|place| place.contains("bath")));
    database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn districts_and_sectors_within_a_local_authority_stay_with_their_branch(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    load(&register, "edition").await;
    let root = database.administrator(&register, "root@example.org").await;
    for (key, lives) in [(1, "BA1 1AA"), (2, "BA2 4AA")] {
        joins(&register, key, lives).await;
    }
    let keynsham = forming(&register, &root, "Keynsham", &["BS31", "BA2 4"]).await;
    make(&register, &root, &keynsham, BranchChange::Activate).await;
    let bath = forming(&register, &root, "Bath", &[BATH]).await;
    let would = make(&register, &root, &bath, BranchChange::Activate).await;
    let stay: Vec<_> = would.stay_with.iter().map(|(area, _)| area.to_string()).collect();
    assert_eq!(stay, ["BS31", "BA2 4"]);
    assert_eq!(database.places().await, ["M-1 bath placed", "M-2 keynsham placed"]);

    // A postcode area is larger: what lies in the local authority stays there.
    let county = forming(&register, &root, "County", &["BA"]).await;
    let would = make(&register, &root, &county, BranchChange::Activate).await;
    let stay: Vec<_> = would.stay_with.iter().map(|(area, _)| area.name()).collect();
    assert_eq!(stay, ["BA2 4", "Bath and North East Somerset"]);
    assert_eq!(database.places().await, ["M-1 bath placed", "M-2 keynsham placed"]);
    // What the look and the joins go by is what the rules say of all branches.
    let branches = register.branches().await.unwrap();
    let lives = rules::Postcode::parse("BA1 1AA").unwrap();
    let Coverage::Covered(branch) = branches.covering(&lives, Some(&authority(BATH))) else {
        panic!("nobody covers it");
    };
    assert_eq!(branch.slug, "bath");
}

#[rstest]
#[tokio::test]
async fn a_local_authority_that_another_has_or_that_there_is_not_cannot_be_added(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = database.administrator(&register, "root@example.org").await;
    let refused = |change| {
        let (register, root) = (register.clone(), root.clone());
        async move {
            match register.look_at_change(&root, "bristol", &change).await.unwrap() {
                Some(BranchLook::MayNot(why)) => why,
                other => panic!("{other:?}"),
            }
        }
    };
    assert_eq!(refused(add(BRISTOL)).await, NoChange::NoSuchAuthority, "without a directory");
    load(&register, "edition").await;
    assert_eq!(refused(add("E06009999")).await, NoChange::NoSuchAuthority);
    let bath = forming(&register, &root, "Bath", &[BATH]).await;
    make(&register, &root, &bath, BranchChange::Activate).await;
    let why = refused(add(BATH)).await;
    let NoChange::Claimed(claimed) = &why else { panic!("{why:?}") };
    assert_eq!(claimed[0].0.name(), "Bath and North East Somerset");
    assert_eq!(claimed[0].1, InBranch { slug: "bath".to_owned(), name: "Bath".to_owned() });

    // One that a later edition does not have any more can still be taken away.
    let without = listed(&[("BS5 6XX", BRISTOL)]);
    let loaded = register.load_postcodes(&without, "later", noon(), |_| {}).await.unwrap();
    assert!(matches!(loaded, PostcodesLoaded::Done { .. }));
    make(&register, &root, &bath, remove(BATH)).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_branches_that_claim_the_same_local_authority_at_once_one_gets_it(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    load(&register, "edition").await;
    let root = database.administrator(&register, "root@example.org").await;
    joins(&register, 1, "BA1 1AA").await;
    let mut tasks = JoinSet::new();
    for slug in ["bristol", "north-somerset"] {
        let seen = look(&register, &root, slug, &add(BATH)).await.mark;
        let (register, root) = (register.clone(), root.clone());
        tasks.spawn(async move {
            register.change_branch(&root, slug, &add(BATH), Some(&seen), noon()).await
        });
    }
    let changed: Vec<_> =
        tasks.join_all().await.into_iter().map(|changed| changed.unwrap().unwrap()).collect();
    let done = changed.iter().filter(|changed| matches!(changed, BranchChanged::Done { moved: 1 }));
    assert_eq!(done.count(), 1, "{changed:?}");
    let claimed = "SELECT count(*) FROM areas WHERE kind = 'local-authority'";
    assert_eq!(database.number(claimed).await, 1);
    database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn offers_of_help_are_on_the_dashboards_of_the_local_authorities_around_them(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    load(&register, "edition").await;
    let root = database.administrator(&register, "other@example.org").await;
    let session = administrator(&register).await;
    for slug in [("Edinburgh", "S12000036"), ("Bath", BATH)] {
        let slug = forming(&register, &root, slug.0, &[slug.1]).await;
        make(&register, &root, &slug, BranchChange::Activate).await;
    }
    let before = version(&register, &session, "edinburgh").await;
    let elsewhere = version(&register, &session, "bath").await;
    // Of the same postcode area, and not of the city; and of one that its code begins like.
    for (key, lives) in [(1, "EH54 5AA"), (2, "E1 6AN")] {
        let lives = rules::Postcode::parse(lives).unwrap();
        let home = rules::Home::Postcode { postcode: lives, start_branch: true };
        let join = rules::IndividualJoin { home, ..somebody(key) };
        register.join(submission(&key.to_string(), join)).await.unwrap();
    }
    let shown = dashboard(&register, &session, "edinburgh", noon()).await;
    let districts: Vec<_> = shown.help_offers.iter().map(|(district, _)| district).collect();
    assert_eq!(districts, ["EH54"]);
    assert_ne!(version(&register, &session, "edinburgh").await, before);
    assert_eq!(version(&register, &session, "bath").await, elsewhere);
}
