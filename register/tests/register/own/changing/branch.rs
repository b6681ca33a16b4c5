//! Choosing a branch by hand, and taking back a postcode.

use register::{BranchChosen, HouseMove, HouseMoved, Placed, PostcodeWithdrawn, WhichBranch};
use rstest::rstest;
use rules::*;

use super::*;

fn placed(membership: &OwnMembership) -> Option<(&str, Option<Placed>)> {
    membership.branch.as_ref().map(|own| (own.branch.slug.as_str(), own.placed))
}

/// Ada chooses, by what she sees.
async fn chooses(register: &Register, permit: &OwnPermit, slug: &str) -> BranchChosen {
    let seen = own(register, permit).await.contact.version;
    let at = noon() + days(1);
    register.choose_branch(permit, "M-a", slug, seen, at).await.unwrap().unwrap()
}

#[rstest]
#[tokio::test]
async fn who_has_no_postcode_chooses_a_branch(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let nowhere = IndividualJoin { home: Home::Chosen(BranchChoice::None), ..ada() };
    register.join(submission("a", nowhere)).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    assert_eq!(placed(&own(&register, &permit).await), None);
    assert_eq!(chooses(&register, &permit, "bristol").await, BranchChosen::Done);
    let now = own(&register, &permit).await;
    assert_eq!(placed(&now), Some(("bristol", Some(Placed::ByHand))));
    assert_eq!(database.counted("bristol", "full").await, 1);
    // Whoever has the list of the branch finds her.
    let committee = database.secretary(&register, "b@example.org", "bristol").await;
    let filter = MemberFilter { text: "lovel".to_owned(), ..MemberFilter::default() };
    let page = register.members(&committee, &filter, Order::Name, None, noon()).await.unwrap();
    assert_eq!(page.unwrap().rows.len(), 1);
    database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn a_branch_that_was_chosen_is_kept_when_moving_house_and_the_covering_one_goes_by_postcode(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    assert_eq!(chooses(&register, &permit, "north-somerset").await, BranchChosen::Done);
    let now = own(&register, &permit).await;
    assert_eq!(placed(&now), Some(("north-somerset", Some(Placed::ByHand))));
    // In the log of both branches, and the placing from before has ended.
    let logged = "SELECT slug FROM access_log JOIN branches ON branches.id = branch_id \
        WHERE action = 'branch-chosen' ORDER BY slug";
    assert_eq!(database.texts(logged).await, ["bristol", "north-somerset"]);
    let open = "SELECT how FROM placings WHERE until_at IS NULL";
    assert_eq!(database.texts(open).await, ["chosen"]);

    let postcode = Postcode::parse("BS7 8AA").unwrap();
    let branch = WhichBranch::Chosen;
    let to = HouseMove { postcode: &postcode, covers: Some("bristol"), branch };
    let seen = now.contact.version;
    let moved = register.move_house(&permit, "M-a", to, seen, noon() + days(2)).await;
    assert_eq!(moved.unwrap(), Some(HouseMoved::Done));
    let now = own(&register, &permit).await;
    assert_eq!(placed(&now), Some(("north-somerset", Some(Placed::ByHand))));

    assert_eq!(chooses(&register, &permit, "bristol").await, BranchChosen::Done);
    let now = own(&register, &permit).await;
    assert_eq!(placed(&now), Some(("bristol", Some(Placed::ByPostcode))));
    database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn nothing_is_done_twice_nor_by_what_is_not_so_any_more(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("b", somebody(1))).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let before = database.dump().await;
    let choose = async |number: &str, slug: &str, seen: &str| {
        register.choose_branch(&permit, number, slug, version(seen), noon()).await.unwrap()
    };
    assert_eq!(choose("M-a", "nowhere", "1").await, Some(BranchChosen::NoSuchBranch));
    assert_eq!(choose("M-b", "north-somerset", "1").await, None);
    // She is in it already.
    assert_eq!(choose("M-a", "bristol", "1").await, Some(BranchChosen::Done));
    let back = register.withdraw_postcode(&permit, "M-b", version("1"), noon()).await;
    assert_eq!(back.unwrap(), None);
    assert_eq!(database.dump().await, before);
    assert_eq!(choose("M-a", "north-somerset", "1").await, Some(BranchChosen::Done));
    let chosen = database.dump().await;
    assert_eq!(choose("M-a", "north-somerset", "1").await, Some(BranchChosen::Done));
    assert_eq!(choose("M-a", "bristol", "1").await, Some(BranchChosen::ChangedMeanwhile));
    assert_eq!(database.dump().await, chosen);
}

#[rstest]
#[tokio::test]
async fn a_postcode_is_taken_back_by_whoever_chose_their_branch(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let withdraw = async |seen: &str| {
        let done = register.withdraw_postcode(&permit, "M-a", version(seen), noon()).await;
        done.unwrap().unwrap()
    };
    assert_eq!(withdraw("1").await, PostcodeWithdrawn::NotByHand);
    chooses(&register, &permit, "north-somerset").await;
    assert_eq!(withdraw("1").await, PostcodeWithdrawn::ChangedMeanwhile);
    assert_eq!(withdraw("2").await, PostcodeWithdrawn::Done);
    let left = database.dump().await;
    assert_eq!(withdraw("2").await, PostcodeWithdrawn::Done);
    assert_eq!(database.dump().await, left);
    let now = own(&register, &permit).await;
    assert_eq!(now.contact.postcode, None);
    assert_eq!(placed(&now), Some(("north-somerset", Some(Placed::ByHand))));
    let lives = "SELECT count(*) FROM members_by_district WHERE members > 0";
    assert_eq!(database.number(lives).await, 0);
    let held = [
        "SELECT count(*) FROM people WHERE postcode IS NOT NULL OR district IS NOT NULL",
        "SELECT count(*) FROM memberships WHERE district_key LIKE '%5%'",
    ];
    for held in held {
        assert_eq!(database.number(held).await, 0, "{held}");
    }
    database.assert_current_counts_are_right().await;
}
