//! A branch closes.

use register::{
    BranchChange, BranchChanged, BranchStatus, GaveRole, LetterContent, NoChange, Office,
};
use rstest::rstest;

use super::support::*;
use crate::support::*;

#[rstest]
#[tokio::test]
async fn members_of_a_branch_that_closes_go_to_the_next_that_covers_them_or_to_none(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = database.administrator(&register, "root@example.org").await;
    for (key, lives) in [(1, "BS5 6XX"), (2, "BS20 7AA"), (3, "BS21 1AA")] {
        joins(&register, key, lives).await;
    }
    register.join(submission("g", group())).await.unwrap();
    let by_hand = "UPDATE memberships SET placed = 'chosen' WHERE number = 'M-3'";
    database.run(by_hand).await.unwrap();
    let slug = forming(&register, &root, "Coast", &["BS20 9", "BS"]).await;
    make(&register, &root, &slug, BranchChange::Activate).await;
    make(&register, &root, "north-somerset", BranchChange::Close).await;
    let places = ["M-1 bristol placed", "M-2 coast placed", "M-3 coast placed", "M-g coast placed"];
    assert_eq!(database.places().await, places);
    make(&register, &root, &slug, BranchChange::Close).await;
    let places = ["M-1 bristol placed", "M-2 none -", "M-3 none -", "M-g none -"];
    assert_eq!(database.places().await, places);
    database.assert_current_counts_are_right().await;
    assert_eq!(database.owed().await, ["released M-2", "released M-3", "group-released M-g"]);
    let letters = sent(&register).await;
    let LetterContent::Released(letter) = &letters[0] else { panic!("{letters:?}") };
    assert_eq!(letter.before.as_ref().map(|branch| branch.slug.as_str()), Some("coast"));
    assert_eq!(letter.branch, None);
    // It is over: nobody joins it, and nothing about it changes any more.
    assert!(register.branches().await.unwrap().by_slug("coast").is_none());
    for change in [BranchChange::Activate, BranchChange::Close, add("BA1"), remove("BS")] {
        let refused = register.change_branch(&root, &slug, &change, None, noon()).await.unwrap();
        let why = NoChange::Status(BranchStatus::Closed);
        assert_eq!(refused, Some(BranchChanged::MayNot(why)), "{change:?}");
    }
    // What it covered is free.
    let again = forming(&register, &root, "Coast", &["BS20 9"]).await;
    assert_eq!(again, "coast-2");
    make(&register, &root, &again, BranchChange::Activate).await;
}

#[rstest]
#[tokio::test]
async fn the_committee_of_a_branch_that_closes_is_none_any_more(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("g", group())).await.unwrap();
    let session = administrator(&register).await;
    let root = network(&register, &session).await;
    let chair = with_role(
        &register,
        &session,
        "chair@example.org",
        committee("north-somerset", Office::Chair),
    )
    .await;
    give(&register, &session, "nominee@example.org", nominee("M-g")).await;
    give(&register, &session, "other@example.org", committee("bristol", Office::Chair)).await;
    let permit = allowed(register.branch_permit(&chair, "north-somerset", noon()).await.unwrap());
    let would = make(&register, &root, "north-somerset", BranchChange::Close).await;
    assert_eq!(would.roles, 2);
    assert_eq!(register.roles_of_branch(&permit, noon()).await.unwrap(), None);
    let left = "SELECT email FROM roles JOIN accounts ON accounts.id = account_id \
                WHERE withdrawn_at IS NULL AND kind <> 'administrator'";
    assert_eq!(database.texts(left).await, ["other@example.org"]);
    let role = committee("north-somerset", Office::Chair);
    let gave = register.give_role((&root).into(), &email("chair@example.org"), &role, noon()).await;
    assert_eq!(gave.unwrap(), GaveRole::No);
}
