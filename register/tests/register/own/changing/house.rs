//! Moving house.

use register::{HouseLook, HouseMove, HouseMoved, InBranch, Placed, WhichBranch};
use rstest::rstest;
use rules::*;

use super::*;

fn at(text: &str) -> Postcode {
    Postcode::parse(text).unwrap()
}

fn named(slug: &str, name: &str) -> Option<InBranch> {
    Some(InBranch { slug: slug.to_owned(), name: name.to_owned() })
}

/// The branch that somebody is in, and how they came to it.
fn placed(membership: &OwnMembership) -> Option<(&str, Option<Placed>)> {
    membership.branch.as_ref().map(|own| (own.branch.slug.as_str(), own.placed))
}

async fn look(register: &Register, permit: &OwnPermit, postcode: &str) -> HouseLook {
    register.look_at_house_move(permit, "M-a", &at(postcode)).await.unwrap().unwrap()
}

/// Moves Ada, who was shown what is so.
async fn moves(
    register: &Register,
    permit: &OwnPermit,
    postcode: &str,
    branch: WhichBranch,
) -> HouseMoved {
    let look = look(register, permit, postcode).await;
    let covers = look.covers.as_ref().map(|branch| branch.slug.as_str());
    let to = HouseMove { postcode: &at(postcode), covers, branch };
    let seen = own(register, permit).await.contact.version;
    register.move_house(permit, "M-a", to, seen, noon() + days(1)).await.unwrap().unwrap()
}

#[rstest]
#[tokio::test]
async fn somebody_who_was_placed_is_placed_anew_as_they_were_shown(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let before = database.dump().await;
    let expected = HouseLook {
        from: named("bristol", "Bristol"),
        covers: named("north-somerset", "North Somerset"),
        stays: false,
        asks: false,
        unlisted: false,
    };
    assert_eq!(look(&register, &permit, "BS20 7AA").await, expected);
    let none = look(&register, &permit, "LS1 1AA").await;
    assert_eq!((none.from, none.covers, none.asks), (expected.from, None, false));
    assert_eq!(database.dump().await, before);

    // What they would like is asked only of those who chose.
    let done = moves(&register, &permit, "BS20 7AA", WhichBranch::Chosen).await;
    assert_eq!(done, HouseMoved::Done);
    let now = own(&register, &permit).await;
    assert_eq!(placed(&now), Some(("north-somerset", Some(Placed::ByPostcode))));
    assert_eq!(now.contact.postcode.as_deref(), Some("BS20 7AA"));
    let counted = [
        database.counted("bristol", "full").await,
        database.counted("north-somerset", "full").await,
    ];
    assert_eq!(counted, [0, 1]);
    let admin = database.administrator(&register, "admin@example.org").await;
    let placings = &seen(&register, &admin, "M-a").await.memberships[0].placings;
    let placings: Vec<_> = placings
        .iter()
        .map(|placing| (placing.branch.as_ref().unwrap().slug.as_str(), placing.until))
        .collect();
    assert_eq!(placings, [("bristol", Some(noon() + days(1))), ("north-somerset", None)]);
    let filter = MemberFilter { text: "lovel".to_owned(), ..MemberFilter::default() };
    let committee = database.secretary(&register, "ns@example.org", "north-somerset").await;
    let page = register.members(&committee, &filter, Order::Name, None, noon()).await.unwrap();
    assert_eq!(page.unwrap().rows[0].district.as_deref(), Some("BS20"));
    // In the log of both branches.
    let logged = "SELECT slug FROM access_log JOIN branches ON branches.id = branch_id \
        WHERE action = 'moved-house' ORDER BY slug";
    assert_eq!(database.texts(logged).await, ["bristol", "north-somerset"]);
    database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn within_a_branch_only_the_postcode_changes(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let placings = database.dump().await["placings"].clone();
    let done = moves(&register, &permit, "BS7 8AA", WhichBranch::Covering).await;
    assert_eq!(done, HouseMoved::Done);
    assert_eq!(database.dump().await["placings"], placings);
    let now = own(&register, &permit).await;
    assert_eq!(placed(&now), Some(("bristol", Some(Placed::ByPostcode))));
    let logged = "SELECT count(*) FROM access_log WHERE action = 'moved-house'";
    assert_eq!(database.number(logged).await, 1);
    database.assert_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn a_branch_that_was_chosen_stays_unless_they_say_otherwise(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let bristol = Home::Chosen(BranchChoice::Branch("bristol".to_owned()));
    register.join(submission("a", IndividualJoin { home: bristol, ..ada() })).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    for (postcode, asks) in [("BS5 6XX", false), ("LS1 1AA", false), ("BS20 7AA", true)] {
        assert_eq!(look(&register, &permit, postcode).await.asks, asks, "{postcode}");
        moves(&register, &permit, postcode, WhichBranch::Chosen).await;
        let now = own(&register, &permit).await;
        assert_eq!(now.contact.postcode.as_deref(), Some(postcode));
        assert_eq!(placed(&now), Some(("bristol", Some(Placed::ByHand))));
        database.assert_current_counts_are_right().await;
    }
    // Nothing to go to is no wish to go.
    moves(&register, &permit, "LS1 1AA", WhichBranch::Covering).await;
    assert_eq!(placed(&own(&register, &permit).await).unwrap().0, "bristol");
    moves(&register, &permit, "BS20 7AA", WhichBranch::Covering).await;
    let now = own(&register, &permit).await;
    assert_eq!(placed(&now), Some(("north-somerset", Some(Placed::ByPostcode))));
    database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn another_branch_than_was_shown_or_another_state_moves_nobody(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("b", somebody(1))).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let before = database.dump().await;
    let postcode = at("BS20 7AA");
    let to = |covers| HouseMove { postcode: &postcode, covers, branch: WhichBranch::Chosen };
    for (number, covers, seen, expected) in [
        ("M-a", None, "1", Some(HouseMoved::CoversOther)),
        ("M-a", Some("bristol"), "1", Some(HouseMoved::CoversOther)),
        ("M-a", Some("north-somerset"), "2", Some(HouseMoved::ChangedMeanwhile)),
        ("M-b", Some("north-somerset"), "1", None),
    ] {
        let done = register.move_house(&permit, number, to(covers), version(seen), noon()).await;
        assert_eq!(done.unwrap(), expected, "{number} {covers:?} {seen}");
    }
    assert_eq!(register.look_at_house_move(&permit, "M-b", &postcode).await.unwrap(), None);
    assert_eq!(database.dump().await, before);
}

#[rstest]
#[tokio::test]
async fn a_postcode_that_is_not_in_the_directory_is_questioned_and_taken(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    load(&register, "ONSPD_MAY_2025_UK").await;
    let permit = own_permit(&register, "ada@example.org").await;
    assert!(!look(&register, &permit, "BS5 6XY").await.unlisted);
    assert!(look(&register, &permit, "BS5 9ZZ").await.unlisted);
    let done = moves(&register, &permit, "BS5 9ZZ", WhichBranch::Chosen).await;
    assert_eq!(done, HouseMoved::Done);
    assert_eq!(own(&register, &permit).await.contact.postcode.as_deref(), Some("BS5 9ZZ"));
}

#[rstest]
#[tokio::test]
async fn an_offer_to_help_start_a_branch_goes_along(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let home = Home::Postcode { postcode: at("EH1 1YZ"), start_branch: true };
    register.join(submission("a", IndividualJoin { home, ..ada() })).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    for postcode in ["LS1 1AA", "LS1 2AA", "BS20 7AA"] {
        moves(&register, &permit, postcode, WhichBranch::Chosen).await;
        let district = postcode.split(' ').next().unwrap();
        assert_eq!(database.texts("SELECT district FROM help_offers").await, [district]);
        database.assert_current_counts_are_right().await;
    }
}
