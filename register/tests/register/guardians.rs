//! A parent or guardian confirms, refuses, or does neither.

mod agreement;

use register::{LetterContent, Refusal, Register};
use rstest::rstest;
use rules::*;

use crate::support::*;

/// A child who waits, and the link that the guardian was sent.
async fn asked(database: &TestDatabase) -> Register {
    let register = database.open().await;
    register.join(submission("a", tim())).await.unwrap();
    let letter = register.claim_letter(noon(), &token("link"), minutes(5)).await.unwrap().unwrap();
    register.letter_sent(letter.id, noon()).await.unwrap();
    register
}

#[rstest]
#[tokio::test]
async fn a_childs_membership_waits_and_nothing_is_agreed_or_counted_yet(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let joined = register.join(submission("a", tim())).await.unwrap();
    assert!(joined.waits_for_guardian);
    for (table, count) in [
        ("people", 1),
        ("memberships", 1),
        ("guardians", 1),
        ("letters", 1),
        ("consents", 0),
        ("help_offers", 0),
        ("joins_by_day", 0),
    ] {
        assert_eq!(database.count(table).await, count, "{table}");
    }
    let started = "SELECT count(*) FROM memberships WHERE started_at IS NOT NULL";
    assert_eq!(database.number(started).await, 0);
    let letter = register.claim_letter(noon(), &token("link"), minutes(5)).await.unwrap().unwrap();
    assert_eq!(
        (letter.to.name.as_str(), letter.to.email.as_str()),
        ("Pat Young", "pat@example.org")
    );
    assert_eq!(
        letter.content,
        LetterContent::Guardian {
            child_name: "Tim Young".to_owned(),
            guardian_name: "Pat Young".to_owned(),
            token: token("link"),
            until: noon() + days(14),
        }
    );
}

#[rstest]
#[tokio::test]
async fn when_the_guardian_confirms_the_membership_starts(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = asked(&database).await;
    let later = noon() + days(2);
    let request = register.guardian_request(&token("link"), later).await.unwrap().unwrap();
    assert_eq!(request.child_name, "Tim Young");
    assert_eq!(request.guardian_name, "Pat Young");
    assert_eq!(request.class, Class::Associate);
    assert!(request.newsletter && request.start_branch);
    assert_eq!((request.confirmed, request.agreed.len()), (None, 0));

    let confirmed = register.confirm_guardian(&token("link"), later).await.unwrap().unwrap();
    assert_eq!((confirmed.confirmed, confirmed.agreed.len()), (Some(later), 3));
    assert_eq!(confirmed.guardian_email, "pat@example.org");
    let consents = "SELECT kind || ' ' || given_by FROM consents ORDER BY id";
    let expected = ["membership guardian", "newsletter guardian", "start-branch guardian"];
    assert_eq!(database.texts(consents).await, expected);
    assert_eq!(database.texts("SELECT district FROM help_offers").await, ["EH1"]);
    assert_eq!(database.counted("none", "associate").await, 1);
    let log = "SELECT actor || ' ' || action FROM access_log ORDER BY id";
    assert_eq!(database.texts(log).await, ["applicant asked-guardian", "guardian confirmed"]);

    let welcome = register.claim_letter(later, &token("new"), minutes(5)).await.unwrap().unwrap();
    assert_eq!(welcome.to.email, "family@example.org");
    let LetterContent::Welcome(letter) = welcome.content else { panic!("{welcome:?}") };
    assert_eq!((letter.class, letter.since), (Class::Associate, later));
    assert!(letter.help_offered);
    assert_eq!(letter.full_opens.unwrap().to_string(), "2033-02-28");

    // Confirming again, even late, changes nothing.
    let before = database.dump().await;
    let again = register.confirm_guardian(&token("link"), later + days(30)).await.unwrap();
    assert_eq!(again, Some(confirmed));
    assert_eq!(database.dump().await, before);
}

#[rstest]
#[tokio::test]
async fn a_guardian_is_asked_for_the_very_consents_that_a_yes_records(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(false, true)] newsletter: bool,
    #[values(false, true)] start_branch: bool,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let home = Home::Postcode { postcode: Postcode::parse("EH1 1YZ").unwrap(), start_branch };
    let join = IndividualJoin { home, newsletter, ..tim() };
    register.join(submission("a", join)).await.unwrap();
    register.claim_letter(noon(), &token("link"), minutes(5)).await.unwrap().unwrap();
    let request = register.guardian_request(&token("link"), noon()).await.unwrap().unwrap();
    register.confirm_guardian(&token("link"), noon()).await.unwrap().unwrap();
    let agreed = database.texts("SELECT kind FROM consents ORDER BY id").await;
    let mut asked = vec!["membership"];
    asked.extend(request.newsletter.then_some("newsletter"));
    asked.extend(request.start_branch.then_some("start-branch"));
    assert_eq!(agreed, asked);
    assert_eq!((request.newsletter, request.start_branch), (newsletter, start_branch));
}

#[rstest]
#[tokio::test]
async fn a_confirmation_takes_back_the_copy_of_the_request_that_was_not_sent_yet(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", tim())).await.unwrap();
    // Sent, but the sender died before it could say so.
    register.claim_letter(noon(), &token("link"), minutes(5)).await.unwrap().unwrap();
    register.confirm_guardian(&token("link"), noon() + minutes(1)).await.unwrap().unwrap();
    let later = noon() + days(1);
    let letter = register.claim_letter(later, &token("new"), minutes(5)).await.unwrap().unwrap();
    assert!(matches!(letter.content, LetterContent::Welcome(_)));
    assert_eq!(register.claim_letter(later, &token("x"), minutes(5)).await.unwrap(), None);
}

#[rstest]
#[tokio::test]
async fn a_refusal_erases_the_child_and_the_guardian_at_once(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = asked(&database).await;
    assert_eq!(register.refuse_guardian(&token("link"), noon()).await.unwrap(), Refusal::Erased);
    for table in
        ["people", "memberships", "guardians", "letters", "links", "consents", "submissions"]
    {
        assert_eq!(database.count(table).await, 0, "{table}");
    }
    let everything = format!("{:?}", database.dump().await);
    for word in ["Tim", "Pat", "Young", "family@", "pat@"] {
        assert!(!everything.contains(word), "{word}");
    }
    assert_eq!(register.refuse_guardian(&token("link"), noon()).await.unwrap(), Refusal::NotFound);
    assert_eq!(register.guardian_request(&token("link"), noon()).await.unwrap(), None);
    assert_eq!(register.confirm_guardian(&token("link"), noon()).await.unwrap(), None);
    // The child may ask again.
    register.join(submission("b", tim())).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_refusal_after_a_confirmation_changes_nothing(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = asked(&database).await;
    register.confirm_guardian(&token("link"), noon()).await.unwrap().unwrap();
    let before = database.dump().await;
    let refusal = register.refuse_guardian(&token("link"), noon()).await.unwrap();
    assert_eq!(refusal, Refusal::AlreadyConfirmed);
    assert_eq!(database.dump().await, before);
}

#[rstest]
#[tokio::test]
async fn what_is_not_confirmed_within_fourteen_days_is_erased(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = asked(&database).await;
    register.join(submission("b", ada())).await.unwrap();
    assert_eq!(rules::Retention::default().guardian.days(), 14);
    let last = noon() + days(14) - chrono::TimeDelta::seconds(1);
    assert_eq!(register.erase_unconfirmed(last).await.unwrap(), 0);
    assert!(register.guardian_request(&token("link"), last).await.unwrap().is_some());

    // Too late counts from the very moment, whether it has been erased yet or not.
    let end = noon() + days(14);
    assert_eq!(register.guardian_request(&token("link"), end).await.unwrap(), None);
    assert_eq!(register.confirm_guardian(&token("link"), end).await.unwrap(), None);
    assert_eq!(register.erase_unconfirmed(end).await.unwrap(), 1);
    assert_eq!(register.erase_unconfirmed(end).await.unwrap(), 0);
    assert_eq!(database.texts("SELECT name FROM people").await, ["Ada Lovelace"]);
    for table in ["guardians", "links"] {
        assert_eq!(database.count(table).await, 0, "{table}");
    }
    let log = "SELECT actor || ' ' || action FROM access_log ORDER BY id DESC";
    assert_eq!(database.texts(log).await[0], "system erased");
    assert_eq!(database.counted("bristol", "full").await, 1);
}

#[rstest]
#[tokio::test]
async fn what_was_confirmed_stays(#[values(Backend::Sqlite, Backend::Postgres)] backend: Backend) {
    let database = TestDatabase::new(backend).await;
    let register = asked(&database).await;
    register.confirm_guardian(&token("link"), noon() + days(13)).await.unwrap().unwrap();
    assert_eq!(register.erase_unconfirmed(noon() + days(400)).await.unwrap(), 0);
    assert_eq!(database.count("memberships").await, 1);
}

#[rstest]
#[tokio::test]
async fn a_request_that_was_never_sent_in_time_is_given_up(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", tim())).await.unwrap();
    let end = noon() + days(14);
    assert_eq!(register.claim_letter(end, &token("x"), minutes(5)).await.unwrap(), None);
    assert_eq!(register.letters_given_up().await.unwrap(), 1);
    assert_eq!(database.texts("SELECT last_problem FROM letters").await, ["too-late"]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn confirming_refusing_erasing_and_asking_anew_at_once_leave_one_of_them_whole(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = asked(&database).await;
    for round in 0..10 {
        let mut all = tokio::task::JoinSet::new();
        for which in 0..8 {
            let register = register.clone();
            let again = submission(&format!("{round}-{which}"), tim());
            all.spawn(async move {
                match which % 4 {
                    0 => register.confirm_guardian(&token("link"), noon()).await.map(drop),
                    1 => register.refuse_guardian(&token("link"), noon()).await.map(drop),
                    2 => register.erase_unconfirmed(noon() + days(20)).await.map(drop),
                    _ => register.join(again).await.map(drop).map_err(|error| match error {
                        register::JoinError::Failed(error) => error,
                        error => panic!("{error}"),
                    }),
                }
            });
        }
        for done in all.join_all().await {
            done.unwrap();
        }
        let people = database.count("people").await;
        assert!(people <= 1);
        assert_eq!(database.count("memberships").await, people);
        let started = "SELECT count(*) FROM memberships WHERE started_at IS NOT NULL";
        let started = database.number(started).await;
        assert_eq!(database.counted("none", "associate").await, started);
        let agreed = "SELECT count(*) FROM consents WHERE kind = 'membership'";
        assert_eq!(database.number(agreed).await, started);
        if started == 1 {
            return;
        }
    }
}
