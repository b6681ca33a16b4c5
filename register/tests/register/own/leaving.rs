//! Leaving by oneself.

use register::{Left, LetterContent, Office, OwnStanding, SignedIn};
use rstest::rstest;
use rules::*;

use super::*;
use crate::failures::{break_writes, mend_writes};

/// The letters that are due, sent.
async fn letters(register: &Register) -> Vec<register::Letter> {
    let mut sent = Vec::new();
    while let Some(letter) =
        register.claim_letter(noon(), &fresh("link"), minutes(5)).await.unwrap()
    {
        register.letter_sent(letter.id, noon()).await.unwrap();
        sent.push(letter);
    }
    sent
}

#[rstest]
#[tokio::test]
async fn whoever_leaves_is_erased_and_told_so_once_and_their_session_has_ended(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("b", somebody(1))).await.unwrap();
    letters(&register).await;
    let permit = own_permit(&register, "ada@example.org").await;
    assert_eq!(register.leave(&permit, "M-a", noon()).await.unwrap(), Some(Left::Done));
    for table in ["people", "memberships", "submissions"] {
        assert_eq!(database.count(table).await, 1, "{table}");
    }
    assert_eq!(database.counted("bristol", "full").await, 1);
    // The permit stands no more; nothing is done twice.
    assert_eq!(register.leave(&permit, "M-a", noon()).await.unwrap(), None);
    let ended = "SELECT action FROM access_log WHERE actor = 'account' ORDER BY id DESC";
    assert_eq!(database.texts(ended).await[..2], ["erased", "ended-asked-to-leave"]);
    let [letter] = &letters(&register).await[..] else { panic!("not one letter") };
    assert_eq!(
        (letter.to.name.as_str(), letter.to.email.as_str()),
        ("Ada Lovelace", "ada@example.org")
    );
    let LetterContent::Left(left) = &letter.content else { panic!("{letter:?}") };
    assert_eq!((left.number.as_deref(), left.left), (Some("M-a"), noon()));
    let dump = format!("{:?}", database.dump().await);
    assert!(
        !dump.contains("ada@") && !dump.contains("Lovelace") && !dump.contains("M-a"),
        "{dump}"
    );
    database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn a_letter_that_is_given_up_takes_the_address_along(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    register.leave(&permit, "M-a", noon()).await.unwrap().unwrap();
    let letter = register.claim_letter(noon(), &fresh("l"), minutes(5)).await.unwrap().unwrap();
    let problem = register::LetterProblem::Unreachable;
    let later = Some(noon() + minutes(5));
    register.letter_failed(letter.id, 1, noon(), problem, later).await.unwrap();
    assert_eq!(database.count("goodbyes").await, 1);
    let at = noon() + minutes(5);
    let again = register.claim_letter(at, &fresh("l"), minutes(5)).await.unwrap().unwrap();
    assert_eq!((again.id, again.attempt), (letter.id, 2));
    register.letter_failed(letter.id, 2, at, problem, None).await.unwrap();
    assert_eq!(database.count("goodbyes").await, 0);
    assert!(!format!("{:?}", database.dump().await).contains("ada@"));
}

#[rstest]
#[tokio::test]
async fn a_child_who_waits_takes_back_what_was_sent_and_the_guardian_is_forgotten(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", tim())).await.unwrap();
    let permit = own_permit(&register, "family@example.org").await;
    let OwnStanding::Waiting(waiting) = &place(&register, &permit).await.people[0].standing else {
        panic!("does not wait");
    };
    let left = register.leave(&permit, &waiting.number, noon()).await.unwrap();
    assert_eq!(left, Some(Left::Done));
    let [letter] = &letters(&register).await[..] else { panic!("not one letter") };
    let LetterContent::Left(left) = &letter.content else { panic!("{letter:?}") };
    assert_eq!((letter.to.name.as_str(), left.number.as_deref()), ("Tim Young", None));
    let dump = format!("{:?}", database.dump().await);
    assert!(!dump.contains("Young") && !dump.contains("pat@"), "{dump}");
    assert_eq!(database.counted("none", "waiting").await, 0);
    database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn of_a_family_only_whoever_leaves_is_erased_and_the_address_goes_on(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let sister = IndividualJoin { name: name("Zoe Lovelace"), ..ada() };
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("z", sister)).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    assert_eq!(register.leave(&permit, "M-a", noon()).await.unwrap(), Some(Left::Done));
    assert_eq!(register.leave(&permit, "M-a", noon()).await.unwrap(), Some(Left::NotThere));
    assert_eq!(names(&place(&register, &permit).await.people), ["Zoe Lovelace"]);
}

#[rstest]
#[tokio::test]
async fn nobody_ends_the_membership_of_somebody_with_another_address(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("b", somebody(1))).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let before = database.dump().await;
    for number in ["M-b", "M-none", ""] {
        let left = register.leave(&permit, number, noon()).await.unwrap();
        assert_eq!(left, Some(Left::NotThere), "{number}");
    }
    assert_eq!(database.dump().await, before);
    // Nor that of somebody whose address is another one by now.
    let admin = database.administrator(&register, "admin@example.org").await;
    let details = register::Details {
        name: name("Ada Lovelace"),
        email: email("king@example.org"),
        phone: None,
        postcode: None,
    };
    let seen = register::Version::parse("1").unwrap();
    register.correct_details(&admin, "M-a", &details, seen, noon()).await.unwrap().unwrap();
    let left = register.leave(&permit, "M-a", noon()).await.unwrap();
    // With the old address the account went, and the permit with it.
    assert_eq!(left, None);
    assert_eq!(database.count("memberships").await, 2);
}

#[rstest]
#[tokio::test]
async fn a_seat_a_group_and_a_role_go_on_when_their_holder_leaves(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let own = Representative { name: name("Ada Lovelace"), email: email("ada@example.org") };
    let circle = GroupJoin {
        contact_email: email("ada@example.org"),
        representatives: vec![own],
        ..group()
    };
    register.join(submission("c", circle)).await.unwrap();
    let root = administrator(&register).await;
    give(&register, &root, "ada@example.org", committee("bristol", Office::Chair)).await;
    let permit = own_permit(&register, "ada@example.org").await;
    assert_eq!(register.leave(&permit, "M-a", noon()).await.unwrap(), Some(Left::Done));
    let place = place(&register, &permit).await;
    assert!(place.people.is_empty());
    assert!(place.groups[0].contact.is_some() && place.groups[0].seats[0].is_own);
    let session = sign_in(&register, "ada@example.org", noon()).await;
    assert_eq!(register.session(&session, noon()).await.unwrap().unwrap().roles.len(), 1);
}

#[rstest]
#[tokio::test]
async fn whoever_has_left_joins_again_as_anybody_does(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    letters(&register).await;
    let permit = own_permit(&register, "ada@example.org").await;
    register.leave(&permit, "M-a", noon()).await.unwrap().unwrap();
    register.join(submission("b", ada())).await.unwrap();
    let sent = letters(&register).await;
    let [LetterContent::Left(_), LetterContent::Welcome(welcome)] =
        [&sent[0].content, &sent[1].content]
    else {
        panic!("{sent:?}");
    };
    assert_eq!(welcome.number, "M-b");
    assert_eq!(names(&people(&register, "ada@example.org").await), ["Ada Lovelace"]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_devices_that_leave_at_once_one_does_it(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    // Somebody else keeps the address, and so the permits.
    let sister = IndividualJoin { name: name("Zoe Lovelace"), ..ada() };
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("z", sister)).await.unwrap();
    letters(&register).await;
    // Signing in sends what is due: all of them do before anybody leaves.
    let mut permits = Vec::new();
    for _ in 0..4 {
        permits.push(own_permit(&register, "ada@example.org").await);
    }
    let mut tasks = tokio::task::JoinSet::new();
    for permit in permits {
        let register = register.clone();
        tasks.spawn(async move { register.leave(&permit, "M-a", noon()).await.unwrap().unwrap() });
    }
    let done = tasks.join_all().await;
    assert_eq!(done.iter().filter(|left| **left == Left::Done).count(), 1, "{done:?}");
    assert_eq!(letters(&register).await.len(), 1);
    database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn a_request_to_sign_in_that_is_open_signs_nobody_in_who_has_left(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let browser = fresh("browser");
    let brought = ask(&register, "ada@example.org", &browser, noon()).await.unwrap();
    register.leave(&permit, "M-a", noon()).await.unwrap().unwrap();
    let session = fresh("session");
    let signed_in = register.sign_in_by_link(&brought.link, Some(&browser), &session, noon()).await;
    assert_ne!(signed_in.unwrap(), SignedIn::Now);
}

#[rstest]
#[tokio::test]
async fn leaving_that_fails_at_any_of_its_writes_leaves_everything_as_it_was(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let outside =
        Home::Postcode { postcode: Postcode::parse("EH1 1YZ").unwrap(), start_branch: true };
    register.join(submission("a", IndividualJoin { home: outside, ..ada() })).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let before = database.dump().await;
    for table in [
        "access_log",
        "accounts",
        "counters",
        "goodbyes",
        "help_offers",
        "letters",
        "offers_by_district",
        "people",
        "sign_ins",
    ] {
        break_writes(&database, table, 0).await;
        let left = register.leave(&permit, "M-a", noon()).await;
        mend_writes(&database, table).await;
        assert!(matches!(left, Err(register::Error::Internal(_))), "{table}: {left:?}");
        assert_eq!(database.dump().await, before, "{table}");
    }
    assert_eq!(register.leave(&permit, "M-a", noon()).await.unwrap(), Some(Left::Done));
}
