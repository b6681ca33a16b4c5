//! The people with an address: themselves, and nobody else.

use chrono::NaiveDate;
use register::{
    InBranch, Looked, Merged, Office, OwnBranch, OwnContact, OwnMembership, OwnPerson, OwnPlace,
    OwnStanding, OwnWaiting, Permitted, Placed, Version,
};
use rstest::rstest;
use rules::*;

use super::*;

fn bristol(placed: Placed, has_committee: bool) -> Option<OwnBranch> {
    let branch = InBranch { slug: "bristol".to_owned(), name: "Bristol".to_owned() };
    Some(OwnBranch { branch, placed: Some(placed), has_committee })
}

fn first() -> Version {
    Version::parse("1").unwrap()
}

#[rstest]
#[tokio::test]
async fn a_member_sees_their_membership_and_branch_and_nobody_elses_and_leaves_no_trace(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("b", somebody(1))).await.unwrap();
    register.join(submission("g", group())).await.unwrap();
    let permit = own_permit(&register, "ADA@example.org").await;
    let before = database.dump().await;
    let mut membership = OwnMembership {
        number: "M-a".to_owned(),
        class: Class::Full,
        age: AgeNow::Adult,
        contact: OwnContact {
            version: first(),
            email: "ada@example.org".to_owned(),
            phone: Some("01174960123".to_owned()),
            postcode: Some("BS5 6XX".to_owned()),
        },
        email_waits: None,
        since: noon(),
        branch: bristol(Placed::ByPostcode, false),
        help_offered: false,
        full_opens: None,
    };
    let own = |membership: &OwnMembership| {
        let standing = OwnStanding::Member(membership.clone());
        let person = OwnPerson { name: "Ada Lovelace".to_owned(), standing };
        OwnPlace { people: vec![person], groups: Vec::new() }
    };
    assert_eq!(place(&register, &permit).await, own(&membership));
    assert_eq!(database.dump().await, before);
    let root = administrator(&register).await;
    give(&register, &root, "chair@example.org", committee("bristol", Office::Chair)).await;
    membership.branch = bristol(Placed::ByPostcode, true);
    assert_eq!(place(&register, &permit).await, own(&membership));
}

#[rstest]
#[tokio::test]
async fn a_child_sees_who_was_asked_until_when_and_what_came_of_it(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let bristol_by_hand = Home::Chosen(BranchChoice::Branch("bristol".to_owned()));
    let child = IndividualJoin { home: bristol_by_hand, ..tim() };
    register.join(submission("a", child)).await.unwrap();
    let link = fresh("guardian");
    let letter = register.claim_letter(noon(), &link, days(1)).await.unwrap().unwrap();
    register.letter_sent(letter.id, noon()).await.unwrap();
    let permit = own_permit(&register, "family@example.org").await;
    let waiting = OwnStanding::Waiting(OwnWaiting {
        number: "M-a".to_owned(),
        class: Class::Associate,
        guardian: "Pat Young".to_owned(),
        asked: noon(),
        until: noon() + days(14),
        branch: bristol(Placed::ByHand, false),
    });
    assert_eq!(place(&register, &permit).await.people[0].standing, waiting);
    // Whoever is about to be erased does not wait any more.
    let late = register.own_place(&permit, noon() + days(14)).await.unwrap().unwrap();
    assert_eq!(late.people[0].standing, OwnStanding::NoMember);
    register.confirm_guardian(&link, noon() + days(1)).await.unwrap().unwrap();
    let OwnStanding::Member(member) = &place(&register, &permit).await.people[0].standing else {
        panic!("no member");
    };
    assert_eq!((member.number.as_str(), member.since), ("M-a", noon() + days(1)));
    let opens = NaiveDate::from_ymd_opt(2033, 2, 28);
    assert_eq!(member.full_opens, opens);
    // Until the day before it is to come.
    for (day, to_come) in [(27, opens), (28, None)] {
        let at = NaiveDate::from_ymd_opt(2033, 2, day).unwrap().and_hms_opt(9, 0, 0).unwrap();
        let own = register.own_place(&permit, at.and_utc()).await.unwrap().unwrap();
        let OwnStanding::Member(member) = &own.people[0].standing else { panic!("no member") };
        assert_eq!(member.full_opens, to_come, "{day}");
    }
}

#[rstest]
#[tokio::test]
async fn everybody_with_an_address_is_shown_until_they_are_erased(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let sister = IndividualJoin { name: name("Zoe Lovelace"), ..ada() };
    let brother = IndividualJoin { name: name("Abe Lovelace"), ..ada() };
    for (key, join) in [("a", ada()), ("b", sister), ("c", brother)] {
        register.join(submission(key, join)).await.unwrap();
    }
    let permit = own_permit(&register, "ada@example.org").await;
    let own = place(&register, &permit).await;
    assert_eq!(names(&own.people), ["Ada Lovelace", "Zoe Lovelace", "Abe Lovelace"]);
    let admin = database.administrator(&register, "admin@example.org").await;
    let how = EndReason::AskedToLeave;
    register.end_membership(&admin, "M-b", how, first(), noon()).await.unwrap().unwrap();
    assert_eq!(names(&place(&register, &permit).await.people), ["Ada Lovelace", "Abe Lovelace"]);
    // With the last of them the account is gone, and the permit with it.
    for number in ["M-a", "M-c"] {
        register.end_membership(&admin, number, how, first(), noon()).await.unwrap().unwrap();
    }
    assert_eq!(register.own_place(&permit, noon()).await.unwrap(), None);
}

#[rstest]
#[tokio::test]
async fn whose_address_has_changed_is_not_shown_at_the_old_one_even_by_an_earlier_permit(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let sister = IndividualJoin { name: name("Zoe Lovelace"), ..ada() };
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("b", sister)).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let admin = database.administrator(&register, "admin@example.org").await;
    let details = register::Details {
        name: name("Ada Lovelace"),
        email: email("king@example.org"),
        phone: None,
        postcode: None,
    };
    register.correct_details(&admin, "M-a", &details, first(), noon()).await.unwrap().unwrap();
    assert_eq!(names(&place(&register, &permit).await.people), ["Zoe Lovelace"]);
    assert_eq!(names(&people(&register, "king@example.org").await), ["Ada Lovelace"]);
}

#[rstest]
#[tokio::test]
async fn whoever_had_joined_twice_is_shown_once_and_not_at_the_address_that_was_given_up(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let longer = IndividualJoin { name: name("Ada King Lovelace"), ..ada() };
    let other = IndividualJoin { email: email("ada@example.net"), ..ada() };
    for (key, join) in [("a", ada()), ("b", longer), ("c", other)] {
        register.join(submission(key, join)).await.unwrap();
    }
    let admin = database.administrator(&register, "admin@example.org").await;
    for (other, version) in [("M-b", "1"), ("M-c", "2")] {
        let keep = Looked { number: "M-a", seen: Version::parse(version).unwrap() };
        let other = Looked { number: other, seen: first() };
        let merged = register.merge_members(&admin, keep, other, noon()).await.unwrap();
        assert_eq!(merged, Some(Merged::Done));
    }
    assert_eq!(names(&people(&register, "ada@example.org").await), ["Ada Lovelace"]);
    let other = people(&register, "ada@example.net").await;
    assert_eq!(names(&other), ["Ada Lovelace"]);
    assert_eq!(other[0].standing, OwnStanding::Elsewhere);
}

#[rstest]
#[tokio::test]
async fn signing_in_is_enough_for_ones_own_and_a_session_that_has_ended_is_not(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let root = administrator(&register).await;
    give(&register, &root, "ada@example.org", committee("bristol", Office::Chair)).await;
    let unknown = register.own_permit(&fresh("unknown"), noon()).await.unwrap();
    assert_eq!(unknown, Permitted::SignIn);
    // No second factor was given.
    let session = sign_in(&register, "ada@example.org", noon()).await;
    let permit = allowed(register.own_permit(&session, noon()).await.unwrap());
    assert_eq!(place(&register, &permit).await.people.len(), 1);
    let idle = register.own_permit(&session, noon() + minutes(30)).await.unwrap();
    assert_eq!(idle, Permitted::SignIn);
    register.sign_out(&session, noon()).await.unwrap();
    assert_eq!(register.own_permit(&session, noon()).await.unwrap(), Permitted::SignIn);
    assert_eq!(register.own_place(&permit, noon()).await.unwrap(), None);
    // Who has a role and is no member has nothing of their own.
    let permit = allowed(register.own_permit(&root, noon()).await.unwrap());
    let nothing = OwnPlace { people: Vec::new(), groups: Vec::new() };
    assert_eq!(place(&register, &permit).await, nothing);
}
