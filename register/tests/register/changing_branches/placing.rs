//! Coming to a branch.

use register::{
    BranchChange, BranchChanged, BranchLook, InBranch, LetterContent, MovesOf, NoChange,
};
use rstest::rstest;

use super::support::*;
use crate::support::*;

fn branch(slug: &str, name: &str) -> InBranch {
    InBranch { slug: slug.to_owned(), name: name.to_owned() }
}

#[rstest]
#[tokio::test]
async fn whoever_lives_in_a_new_branch_is_placed_in_it_with_a_letter(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = database.administrator(&register, "root@example.org").await;
    for (key, lives) in [(1, "BA1 1AA"), (2, "BA2 4AA"), (3, "BA1 2BB"), (4, "EH1 1YZ")] {
        joins(&register, key, lives).await;
    }
    let slug = forming(&register, &root, "Bath", &["BA1", "BA2 4"]).await;
    assert_eq!(database.places().await, ["M-1 none -", "M-2 none -", "M-3 none -", "M-4 none -"]);
    let would = make(&register, &root, &slug, BranchChange::Activate).await;
    let moves = |district: &str, members| MovesOf {
        district: Some(district.to_owned()),
        from: None,
        to: Some(branch("bath", "Bath")),
        members,
        waiting: 0,
        groups: 0,
    };
    assert_eq!(would.moves, [moves("BA1", 2), moves("BA2", 1)]);
    assert_eq!(
        database.places().await,
        ["M-1 bath placed", "M-2 bath placed", "M-3 bath placed", "M-4 none -"]
    );
    assert_eq!(database.owed().await, ["placed M-1", "placed M-2", "placed M-3"]);
    database.assert_current_counts_are_right().await;
    let letters = sent(&register).await;
    let LetterContent::Placed(letter) = &letters[0] else { panic!("{letters:?}") };
    assert_eq!((letter.number.as_str(), &letter.before), ("M-1", &None));
    assert_eq!(letter.branch, Some(branch("bath", "Bath")));
    // Who joins from now on is placed there, too.
    joins(&register, 5, "BA1 9ZZ").await;
    assert!(database.places().await.contains(&"M-5 bath placed".to_owned()));
    assert_eq!(
        database.done_by_accounts().await,
        [
            "branch-founded",
            "area-added 0",
            "area-added 0",
            "branch-activated 3",
            "moved",
            "moved",
            "moved"
        ]
    );
}

#[rstest]
#[tokio::test]
async fn a_smaller_area_takes_members_from_another_branch_but_not_who_chose_it(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = database.administrator(&register, "root@example.org").await;
    for (key, lives) in [(1, "BS5 6XX"), (2, "BS5 6YY"), (3, "BS5 7XX"), (4, "BS5 6ZZ")] {
        joins(&register, key, lives).await;
    }
    let by_hand = "UPDATE memberships SET placed = 'chosen' WHERE number = 'M-2'";
    database.run(by_hand).await.unwrap();
    let slug = forming(&register, &root, "Easton", &["BS5 6"]).await;
    let would = make(&register, &root, &slug, BranchChange::Activate).await;
    assert_eq!(would.stay, 1);
    assert_eq!(would.moves.len(), 1);
    assert_eq!(
        (would.moves[0].members, &would.moves[0].from),
        (2, &Some(branch("bristol", "Bristol")))
    );
    assert_eq!(
        database.places().await,
        ["M-1 easton placed", "M-2 bristol chosen", "M-3 bristol placed", "M-4 easton placed"]
    );
    database.assert_current_counts_are_right().await;
    // Each is in the log of the branch they left and of the one they came to.
    let log = "SELECT slug FROM access_log JOIN branches ON branches.id = branch_id \
               WHERE action = 'moved' ORDER BY access_log.id";
    assert_eq!(database.texts(log).await, ["bristol", "easton", "bristol", "easton"]);
    let letters = sent(&register).await;
    let LetterContent::Placed(letter) = &letters[0] else { panic!("{letters:?}") };
    assert_eq!(letter.before, Some(branch("bristol", "Bristol")));
    // Where each was is kept, with who moved them.
    let placings = "SELECT coalesce(slug, 'none') || ' ' || \
        CASE WHEN until_at IS NULL THEN 'now' ELSE 'before' END || ' ' || \
        CASE WHEN by_account IS NULL THEN 'joining' ELSE 'by account' END \
        FROM placings JOIN memberships ON memberships.id = membership_id \
        LEFT JOIN branches ON branches.id = placings.branch_id \
        WHERE number = 'M-1' ORDER BY placings.id";
    assert_eq!(database.texts(placings).await, ["bristol before joining", "easton now by account"]);
}

#[rstest]
#[tokio::test]
async fn who_was_taken_out_of_every_branch_by_hand_stays_out(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = database.administrator(&register, "root@example.org").await;
    joins(&register, 1, "BA1 1AA").await;
    database.run("UPDATE placings SET why = 'asked for it', by_account = 1").await.unwrap();
    let slug = forming(&register, &root, "Bath", &["BA"]).await;
    let would = make(&register, &root, &slug, BranchChange::Activate).await;
    assert_eq!((would.moves.len(), would.stay), (0, 1));
    assert_eq!(database.places().await, ["M-1 none -"]);
}

#[rstest]
#[tokio::test]
async fn a_child_who_waits_is_placed_without_a_letter_and_starts_there(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = database.administrator(&register, "root@example.org").await;
    register.join(submission("a", tim())).await.unwrap();
    register.claim_letter(noon(), &token("link"), minutes(5)).await.unwrap().unwrap();
    let slug = forming(&register, &root, "Edinburgh", &["EH"]).await;
    let would = make(&register, &root, &slug, BranchChange::Activate).await;
    assert_eq!((would.moves[0].members, would.moves[0].waiting), (0, 1));
    assert_eq!(database.places().await, ["M-a edinburgh placed"]);
    assert_eq!((database.count("placings").await, database.owed().await.len()), (0, 0));
    database.assert_current_counts_are_right().await;
    register.confirm_guardian(&token("link"), noon() + days(1)).await.unwrap().unwrap();
    assert_eq!(database.counted("edinburgh", "associate").await, 1);
    database.assert_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn a_group_comes_with_its_representatives(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = database.administrator(&register, "root@example.org").await;
    register.join(submission("a", group())).await.unwrap();
    let slug = forming(&register, &root, "Portishead", &["BS20 7"]).await;
    let would = make(&register, &root, &slug, BranchChange::Activate).await;
    assert_eq!((would.moves[0].members, would.moves[0].groups), (0, 1));
    assert_eq!(database.places().await, ["M-a portishead placed"]);
    assert_eq!(database.owed().await, ["group-placed M-a"]);
    assert_eq!(database.counted("portishead", "declared").await, 2);
    database.assert_current_counts_are_right().await;
    let letters = sent(&register).await;
    let LetterContent::GroupPlaced(letter) = &letters[0] else { panic!("{letters:?}") };
    assert_eq!(letter.contact_name, "Grace Hopper");
}

#[rstest]
#[tokio::test]
async fn whoever_has_ended_stays_where_they_were(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = database.administrator(&register, "root@example.org").await;
    joins(&register, 1, "BS5 6XX").await;
    let gone = "UPDATE memberships SET ended_at = started_at, ended_how = 'asked-to-leave'";
    database.run(gone).await.unwrap();
    let slug = forming(&register, &root, "Easton", &["BS5 6"]).await;
    assert!(make(&register, &root, &slug, BranchChange::Activate).await.moves.is_empty());
    assert!(make(&register, &root, "bristol", BranchChange::Close).await.moves.is_empty());
    assert_eq!(database.places().await, ["M-1 bristol placed"]);
}

#[rstest]
#[tokio::test]
async fn an_area_that_another_active_branch_has_is_refused_with_whose_it_is(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = database.administrator(&register, "root@example.org").await;
    let one = forming(&register, &root, "Bath", &["BA1", "BA2"]).await;
    // Two that are forming may plan the same.
    let other = forming(&register, &root, "Wells", &["BA2", "BA5"]).await;
    make(&register, &root, &one, BranchChange::Activate).await;
    let claimed = NoChange::Claimed(vec![(area("BA2"), branch("bath", "Bath"))]);
    let look = register.look_at_change(&root, &other, &BranchChange::Activate).await.unwrap();
    assert_eq!(look, Some(BranchLook::MayNot(claimed.clone())));
    let change = register.change_branch(&root, &other, &add("BS5"), None, noon()).await.unwrap();
    let of_bristol = NoChange::Claimed(vec![(area("BS5"), branch("bristol", "Bristol"))]);
    assert_eq!(change, Some(BranchChanged::MayNot(of_bristol)));
    for (slug, change, why) in [
        (&other, add("BA5"), NoChange::HasArea),
        (&other, remove("BA9"), NoChange::HasNoSuchArea),
        (&one, BranchChange::Activate, NoChange::Status(register::BranchStatus::Active)),
    ] {
        let refused = register.change_branch(&root, slug, &change, None, noon()).await.unwrap();
        assert_eq!(refused, Some(BranchChanged::MayNot(why)), "{change:?}");
    }
    let empty = forming(&register, &root, "Nowhere", &[]).await;
    let look = register.look_at_change(&root, &empty, &BranchChange::Activate).await.unwrap();
    assert_eq!(look, Some(BranchLook::MayNot(NoChange::NoAreas)));
    // The database would not have it either.
    let anyway = "UPDATE branches SET status = 'active' WHERE slug = 'wells'";
    assert!(database.run(anyway).await.is_err());
}

#[rstest]
#[tokio::test]
async fn smaller_areas_of_other_branches_stay_theirs_and_are_named(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = database.administrator(&register, "root@example.org").await;
    joins(&register, 1, "BS5 6XX").await;
    joins(&register, 2, "BS99 1AA").await;
    let county = forming(&register, &root, "County", &["BS"]).await;
    let would = make(&register, &root, &county, BranchChange::Activate).await;
    assert_eq!(would.stay_with.len(), 25);
    assert_eq!(would.stay_with[0], (area("BS1"), branch("bristol", "Bristol")));
    assert_eq!(database.places().await, ["M-1 bristol placed", "M-2 county placed"]);
}

#[rstest]
#[tokio::test]
async fn an_active_branch_gets_and_loses_areas_with_whoever_lives_there(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = database.administrator(&register, "root@example.org").await;
    for (key, lives) in [(1, "BA1 1AA"), (2, "BS5 6XX"), (3, "BS5 7XX")] {
        joins(&register, key, lives).await;
    }
    // It is not done before it was looked at.
    let unseen = register.change_branch(&root, "bristol", &add("BA1"), None, noon()).await;
    assert!(matches!(unseen.unwrap(), Some(BranchChanged::LookFirst(_))));
    assert_eq!(database.places().await[0], "M-1 none -");
    make(&register, &root, "bristol", add("BA1")).await;
    assert_eq!(database.places().await[0], "M-1 bristol placed");
    make(&register, &root, "bristol", add("BS5 6")).await;
    // The sector is its own: nobody leaves with the district around it but those outside of it.
    make(&register, &root, "bristol", remove("BS5")).await;
    assert_eq!(database.places().await, ["M-1 bristol placed", "M-2 bristol placed", "M-3 none -"]);
    assert_eq!(database.owed().await, ["placed M-1", "released M-3"]);
    database.assert_current_counts_are_right().await;
    // Placed again before either letter was sent: one letter, which is true.
    make(&register, &root, "bristol", add("BS5")).await;
    assert_eq!(database.owed().await, ["placed M-1", "placed M-3"]);
}
