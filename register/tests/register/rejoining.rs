//! Somebody joins who is known already.

use register::{LetterContent, Submission};
use rstest::rstest;
use rules::*;

use crate::support::*;

#[rstest]
#[tokio::test]
async fn a_member_who_submits_again_is_told_the_same_as_somebody_new_and_sent_a_letter(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let before = database.dump().await;

    // Other details, under the same name and address: they decide what is answered, and no more.
    let other = IndividualJoin {
        class: Class::Associate,
        phone: None,
        home: postcode("BS48 1AA"),
        newsletter: false,
        ..ada()
    };
    let again = register.join(submission("b", other.clone())).await.unwrap();
    let elsewhere = TestDatabase::new(backend).await;
    let new = elsewhere.open().await.join(submission("b", other)).await.unwrap();
    assert_eq!(again, new);

    let mut after = database.dump().await;
    let (letters, submissions) =
        (after.remove("letters").unwrap(), after.remove("submissions").unwrap());
    assert_eq!((letters.len(), submissions.len()), (2, 2));
    let mut before = before;
    before.remove("letters");
    before.remove("submissions");
    assert_eq!(after, before);
    let kinds = database.texts("SELECT kind FROM letters ORDER BY id").await;
    assert_eq!(kinds, ["welcome", "already-a-member"]);
}

#[rstest]
#[tokio::test]
async fn somebody_whose_membership_has_ended_joins_anew_with_what_they_say_now(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    database.run("UPDATE memberships SET ended_at = started_at, ended_how = 'died'").await.unwrap();
    let back = IndividualJoin { home: postcode("BS48 1AA"), phone: None, ..ada() };
    register.join(submission("b", back)).await.unwrap();
    assert_eq!(database.count("people").await, 1);
    let numbers = "SELECT number FROM memberships WHERE ended_at IS NULL";
    assert_eq!(database.texts(numbers).await, ["M-b"]);
    assert_eq!(database.texts("SELECT district FROM people").await, ["BS48"]);
    assert_eq!(database.count("consents").await, 2);
    assert_eq!(database.counted("north-somerset", "full").await, 1);
    let kinds = database.texts("SELECT kind FROM letters ORDER BY id").await;
    assert_eq!(kinds, ["welcome", "welcome"]);
}

#[rstest]
#[tokio::test]
async fn a_child_who_submits_again_while_waiting_asks_anew_and_the_same_guardians_links_work(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", tim())).await.unwrap();
    register.claim_letter(noon(), &token("one"), minutes(5)).await.unwrap().unwrap();

    let later = noon() + days(3);
    let moved = IndividualJoin { home: postcode("BS5 6XX"), ..tim() };
    let again = Submission { at: later, ..submission("b", moved) };
    assert!(register.join(again).await.unwrap().waits_for_guardian);
    for table in ["people", "memberships", "guardians"] {
        assert_eq!(database.count(table).await, 1, "{table}");
    }
    assert_eq!(database.texts("SELECT district FROM people").await, ["BS5"]);
    let letter = register.claim_letter(later, &token("two"), minutes(5)).await.unwrap().unwrap();
    assert!(matches!(letter.content, LetterContent::Guardian { .. }));

    let old = register.guardian_request(&token("one"), later).await.unwrap().unwrap();
    assert_eq!(old.until, later + days(14));
    register.confirm_guardian(&token("one"), later).await.unwrap().unwrap();
    let agreed = register.guardian_request(&token("two"), later).await.unwrap().unwrap();
    assert_eq!(agreed.confirmed, Some(later));
    assert_eq!(database.counted("bristol", "associate").await, 1);
}

#[rstest]
#[tokio::test]
async fn naming_another_guardian_takes_the_first_ones_links_away(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", tim())).await.unwrap();
    register.claim_letter(noon(), &token("one"), minutes(5)).await.unwrap().unwrap();
    let guardian = Guardian { name: name("Pat Young"), email: email("pat.young@example.org") };
    let again = IndividualJoin { guardian: Some(guardian), ..tim() };
    register.join(submission("b", again)).await.unwrap();
    assert_eq!(register.guardian_request(&token("one"), noon()).await.unwrap(), None);
    let letter = register.claim_letter(noon(), &token("two"), minutes(5)).await.unwrap().unwrap();
    assert_eq!(letter.to.email, "pat.young@example.org");
    assert_eq!(database.count("letters").await, 1);
}

#[rstest]
#[tokio::test]
async fn somebody_who_gave_a_wrong_age_and_corrects_it_is_a_member_at_once(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", tim())).await.unwrap();
    let grown = IndividualJoin {
        age: Age::EighteenOrOver,
        born: None,
        class: Class::Full,
        guardian: None,
        ..tim()
    };
    register.join(submission("b", grown)).await.unwrap();
    for table in ["guardians", "links"] {
        assert_eq!(database.count(table).await, 0, "{table}");
    }
    assert_eq!(database.texts("SELECT kind FROM letters").await, ["welcome"]);
    assert_eq!(database.texts("SELECT age FROM people").await, ["18-or-over"]);
    assert_eq!(database.counted("none", "full").await, 1);
}

#[rstest]
#[tokio::test]
async fn a_member_is_told_once_a_day_at_most_that_they_are_one(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values("waiting", "sent", "given-up")] state: &str,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("b", group())).await.unwrap();
    let told = "SELECT kind FROM letters WHERE kind LIKE '%already%' ORDER BY id";
    let both = ["already-a-member", "group-already"];
    let day = days(1);
    let second = chrono::TimeDelta::seconds(1);
    let last = day + day - second;
    for (number, (after, letters)) in
        [(second, 1), (day, 1), (day + second, 2), (last, 2), (day + day + second, 3)]
            .into_iter()
            .enumerate()
    {
        for (who, join) in [("one", AnyJoin::from(ada())), ("group", group().into())] {
            let again = submission(&format!("{who} {number}"), join);
            register.join(Submission { at: noon() + after, ..again }).await.unwrap();
        }
        assert_eq!(database.texts(told).await, both.repeat(letters), "{after}");
        let moment = match state {
            "sent" => ", sent_at = created_at",
            "given-up" => ", given_up_at = created_at",
            _ => "",
        };
        let became =
            format!("UPDATE letters SET state = '{state}'{moment} WHERE kind LIKE '%already%'");
        database.run(&became).await.unwrap();
    }
    // Others are told for themselves.
    register.join(submission("c", somebody(1))).await.unwrap();
    register.join(submission("d", somebody(1))).await.unwrap();
    assert_eq!(database.texts(told).await.len(), 7);
}

#[rstest]
#[tokio::test]
async fn a_reference_leads_to_whoever_joined_with_it(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    for (reference, join) in [
        ("new", AnyJoin::from(ada())),
        ("member", ada().into()),
        ("waits", tim().into()),
        ("waits again", tim().into()),
        ("group", group().into()),
        ("group again", group().into()),
    ] {
        register.join(submission(reference, join)).await.unwrap();
    }
    let names = "SELECT reference || ': ' || coalesce(people.name, groups.name) \
                 FROM submissions LEFT JOIN people ON people.id = person_id \
                 LEFT JOIN groups ON groups.id = group_id ORDER BY submissions.id";
    let expected = [
        "R-new: Ada Lovelace",
        "R-member: Ada Lovelace",
        "R-waits: Tim Young",
        "R-waits again: Tim Young",
        "R-group: Tuesday Circle",
        "R-group again: Tuesday Circle",
    ];
    assert_eq!(database.texts(names).await, expected);
}
