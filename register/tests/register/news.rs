//! Whoever shows a dashboard learns that there is something new.

use register::{Register, Token};
use rstest::rstest;
use rules::*;

use crate::support::*;

/// A register on a new database.
async fn register(backend: Backend) -> (TestDatabase, Register, Token) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = administrator(&register).await;
    (database, register, root)
}

#[rstest]
#[tokio::test]
async fn each_change_of_what_a_dashboard_shows_raises_its_version_and_no_others(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let (_database, register, root) = register(backend).await;
    let before = dashboard(&register, &root, "bristol", noon()).await;
    let mut last = (0, 0);
    let mut rises = async |bristol: bool, other: bool| {
        let now = (
            version(&register, &root, "bristol").await,
            version(&register, &root, "north-somerset").await,
        );
        assert_eq!((now.0 > last.0, now.1 > last.1), (bristol, other), "{last:?} {now:?}");
        assert_eq!(dashboard(&register, &root, "bristol", noon()).await.version, now.0);
        last = now;
    };
    rises(false, false).await;
    register.join(submission("a", ada())).await.unwrap();
    rises(true, false).await;
    // What changes nothing.
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("again", ada())).await.unwrap();
    let nowhere = IndividualJoin { home: Home::Chosen(BranchChoice::None), ..somebody(1) };
    register.join(submission("b", nowhere)).await.unwrap();
    rises(false, false).await;
    register.join(submission("c", group())).await.unwrap();
    rises(false, true).await;

    let child = IndividualJoin { home: postcode("BS5 6XX"), ..tim() };
    register.join(submission("d", child.clone())).await.unwrap();
    rises(true, false).await;
    // The child moves to another branch while it waits.
    let moved = IndividualJoin { home: postcode("BS20 7AA"), ..child.clone() };
    register.join(submission("e", moved)).await.unwrap();
    rises(true, true).await;
    for number in 0..12 {
        let link = token(&number.to_string());
        register.claim_letter(noon(), &link, minutes(5)).await.unwrap();
    }
    rises(false, false).await;
    let mut answers = 0;
    for number in 0..12 {
        let link = token(&number.to_string());
        if register.confirm_guardian(&link, noon()).await.unwrap().is_some() {
            answers += 1;
            rises(false, true).await;
        }
        if register.confirm_seat(&link, noon()).await.unwrap().is_some() {
            answers += 1;
            rises(false, true).await;
        }
        if register.decline_seat(&link, noon()).await.unwrap().is_some() {
            rises(false, true).await;
        }
    }
    assert_eq!(answers, 3);
    let other = IndividualJoin { name: name("Another Young"), ..child };
    register.join(submission("f", other)).await.unwrap();
    rises(true, false).await;
    register.erase_unconfirmed(noon() + days(14)).await.unwrap();
    rises(true, false).await;
    // Both are in the postcode area of who offers help.
    let postcode = Postcode::parse("BS30 1AA").unwrap();
    let home = Home::Postcode { postcode, start_branch: true };
    register.join(submission("g", IndividualJoin { home, ..somebody(2) })).await.unwrap();
    rises(true, true).await;
    assert_ne!(dashboard(&register, &root, "bristol", noon()).await, before);
}

#[rstest]
#[tokio::test]
async fn every_branch_has_a_version_and_a_new_one_begins_with_nought(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let (database, register, _) = register(backend).await;
    register.join(submission("a", ada())).await.unwrap();
    let new = "INSERT INTO branches (slug, name, status) VALUES ('bath', 'Bath', 'active')";
    database.run(new).await.unwrap();
    let versions = register.branch_versions().await.unwrap();
    let versions: Vec<_> = versions.into_iter().map(|(_, version)| version).collect();
    assert_eq!(versions, [1, 0, 0]);
}

#[rstest]
#[tokio::test]
async fn a_tick_follows_a_committed_change_and_nothing_else(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(false, true)] share_commits: bool,
) {
    let database = TestDatabase::new(backend).await;
    let options = register::Options { share_commits, ..register::Options::default() };
    let register = database.open_with(options).await;
    let root = administrator(&register).await;
    let mut ticks = register.clone().changes();
    assert!(!ticks.has_changed().unwrap());
    register.join(submission("a", ada())).await.unwrap();
    assert!(ticks.has_changed().unwrap());
    // By then it can be read.
    assert_eq!(version(&register, &root, "bristol").await, 1);
    ticks.mark_unchanged();

    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("again", ada())).await.unwrap();
    register.claim_letter(noon(), &token("link"), minutes(5)).await.unwrap().unwrap();
    register.letter_sent(1, noon()).await.unwrap();
    register.erase_unconfirmed(noon()).await.unwrap();
    // A join that fails at its last write has changed nothing.
    let number = submission("a", ada()).number;
    let taken = register::Submission { number, ..submission("b", somebody(1)) };
    register.join(taken).await.unwrap_err();
    assert!(!ticks.has_changed().unwrap());

    let held = permit(&register, &root, "bristol").await;
    register.opened_dashboard(&held, noon()).await.unwrap().unwrap();
    assert!(!ticks.has_changed().unwrap());

    register.join(submission("c", tim())).await.unwrap();
    assert!(ticks.has_changed().unwrap());
    ticks.mark_unchanged();
    register.erase_unconfirmed(noon() + days(14)).await.unwrap();
    assert!(ticks.has_changed().unwrap());
}
