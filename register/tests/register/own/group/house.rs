//! A group moves.

use register::{HouseLook, HouseMove, HouseMoved, Placed, SeatStep, WhichBranch};
use rstest::rstest;

use super::*;
use crate::evidence::support::Scene as Evidence;

fn at(text: &str) -> Postcode {
    Postcode::parse(text).unwrap()
}

async fn look(register: &Register, permit: &OwnPermit, postcode: &str) -> HouseLook {
    register.look_at_group_move(permit, "M-c", &at(postcode)).await.unwrap().unwrap()
}

/// Moves the group, whose contact was shown what is so.
async fn moves(
    register: &Register,
    permit: &OwnPermit,
    postcode: &str,
    branch: WhichBranch,
) -> HouseMoved {
    let look = look(register, permit, postcode).await;
    let covers = look.covers.as_ref().map(|branch| branch.slug.as_str());
    let to = HouseMove { postcode: &at(postcode), covers, branch };
    let shown = register.own_group(permit, "M-c", noon()).await.unwrap().unwrap();
    let seen = shown.details.unwrap().version;
    register.move_group(permit, "M-c", to, seen, noon() + days(1)).await.unwrap().unwrap()
}

#[rstest]
#[tokio::test]
async fn what_is_counted_of_it_goes_along_to_the_branch_that_was_shown(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Evidence::new(backend).await;
    let (register, database) = (&scene.register, &scene.database);
    for step in [SeatStep::Confirm, SeatStep::Ask, SeatStep::Supply] {
        assert!(scene.step(step).await);
    }
    let permit = own_permit(register, "grace@example.org").await;
    let before = database.dump().await;
    let shown = look(register, &permit, "BS5 6XX").await;
    let slugs = [shown.from, shown.covers].map(|branch| branch.unwrap().slug);
    assert_eq!(slugs, ["north-somerset", "bristol"]);
    assert!(!shown.stays && !shown.asks && !shown.unlisted);
    assert_eq!(database.dump().await, before);

    // What it would like is asked only of one that chose.
    let done = moves(register, &permit, "BS5 6XX", WhichBranch::Chosen).await;
    assert_eq!(done, HouseMoved::Done);
    for (kind, many) in [("group", 1), ("confirmed", 1), ("declared", 1), ("supplied", 1)] {
        assert_eq!(database.counted("bristol", kind).await, many, "{kind}");
        assert_eq!(database.counted("north-somerset", kind).await, 0, "{kind}");
    }
    let now = register.own_group(&permit, "M-c", noon()).await.unwrap().unwrap();
    assert_eq!(now.details.unwrap().postcode, "BS5 6XX");
    let branch = now.group.branch.unwrap();
    assert_eq!((&*branch.branch.slug, branch.placed), ("bristol", Some(Placed::ByPostcode)));
    // In the log of both branches.
    let logged = "SELECT slug FROM access_log JOIN branches ON branches.id = branch_id \
        WHERE action = 'moved-house' ORDER BY slug";
    assert_eq!(database.texts(logged).await, ["bristol", "north-somerset"]);
    database.assert_current_counts_are_right().await;
    // To where no branch is.
    let done = moves(register, &permit, "LS1 1AA", WhichBranch::Covering).await;
    assert_eq!(done, HouseMoved::Done);
    let now = register.own_group(&permit, "M-c", noon()).await.unwrap().unwrap();
    assert_eq!(now.group.branch, None);
    database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn a_branch_that_it_is_in_by_hand_stays_unless_its_contact_says_otherwise(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let (register, permit) = (&scene.register, &scene.permit);
    scene.database.run("UPDATE groups SET placed = 'chosen'").await.unwrap();
    for (postcode, asks) in [("BS20 7AB", false), ("LS1 1AA", false), ("BS5 6XX", true)] {
        assert_eq!(look(register, permit, postcode).await.asks, asks, "{postcode}");
        moves(register, permit, postcode, WhichBranch::Chosen).await;
        let shown = scene.shown().await;
        assert_eq!(shown.details.unwrap().postcode, postcode);
        let branch = shown.group.branch.unwrap();
        assert_eq!((&*branch.branch.slug, branch.placed), ("north-somerset", Some(Placed::ByHand)));
    }
    moves(register, permit, "BS5 6XX", WhichBranch::Covering).await;
    let branch = scene.shown().await.group.branch.unwrap();
    assert_eq!((&*branch.branch.slug, branch.placed), ("bristol", Some(Placed::ByPostcode)));
    scene.database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn another_branch_than_was_shown_or_another_state_or_person_moves_nothing(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let register = &scene.register;
    let jo = own_permit(register, "jo@example.org").await;
    let before = scene.database.dump().await;
    let postcode = at("BS5 6XX");
    let to = |covers| HouseMove { postcode: &postcode, covers, branch: WhichBranch::Chosen };
    for (by, covers, seen, expected) in [
        (&scene.permit, None, "1", Some(HouseMoved::CoversOther)),
        (&scene.permit, Some("north-somerset"), "1", Some(HouseMoved::CoversOther)),
        (&scene.permit, Some("bristol"), "2", Some(HouseMoved::ChangedMeanwhile)),
        (&jo, Some("bristol"), "1", None),
    ] {
        let done = register.move_group(by, "M-c", to(covers), version(seen), noon()).await;
        assert_eq!(done.unwrap(), expected, "{covers:?} {seen}");
    }
    assert_eq!(register.look_at_group_move(&jo, "M-c", &postcode).await.unwrap(), None);
    assert_eq!(scene.database.dump().await, before);
}
