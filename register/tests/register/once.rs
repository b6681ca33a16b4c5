//! A submission counts once, however often and however close together it arrives.

use std::collections::BTreeSet;

use register::{Joined, Options, Submission};
use rstest::rstest;
use rules::*;

use crate::support::*;

#[rstest]
#[tokio::test]
async fn the_same_key_again_gives_the_first_answer_and_changes_nothing(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(0, 1, 2)] who: usize,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let first = [submission("a", ada()), submission("a", tim()), submission("a", group())]
        .into_iter()
        .nth(who)
        .unwrap();
    let joined = register.join(first.clone()).await.unwrap();
    let before = database.dump().await;
    let again = Submission {
        reference: "R-other".to_owned(),
        number: "M-other".to_owned(),
        at: noon() + minutes(5),
        ..first
    };
    assert_eq!(register.join(again).await.unwrap(), joined);
    assert_eq!(database.dump().await, before);
}

#[rstest]
#[tokio::test]
async fn the_same_key_with_corrected_answers_is_a_submission_of_its_own(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let first = Submission { key: "one".to_owned(), ..submission("a", ada()) };
    register.join(first.clone()).await.unwrap();
    // The acknowledgement was lost, and the address turned out to be wrong.
    let corrected = IndividualJoin { email: email("ada@example.com"), ..ada() };
    let corrected = Submission { key: "one".to_owned(), ..submission("b", corrected) };
    assert_eq!(register.join(corrected.clone()).await.unwrap().reference, "R-b");
    let addresses = database.texts("SELECT email FROM people ORDER BY id").await;
    assert_eq!(addresses, ["ada@example.org", "ada@example.com"]);

    // Each of the two happens once all the same.
    let before = database.dump().await;
    for (again, reference) in [(first, "R-a"), (corrected, "R-b")] {
        let again = Submission {
            reference: "R-other".to_owned(),
            number: "M-other".to_owned(),
            at: noon() + minutes(5),
            ..again
        };
        assert_eq!(register.join(again).await.unwrap().reference, reference);
    }
    assert_eq!(database.dump().await, before);
}

/// Each answer of a person and of a group, changed on its own.
fn changed() -> Vec<Submission> {
    let (person, circle) = (tim(), group());
    let guardian = || Guardian { name: name("Pat Young"), email: email("pat@example.org") };
    let home = |start_branch| Home::Postcode {
        postcode: Postcode::parse("EH1 1YZ").unwrap(),
        start_branch,
    };
    let chosen = |slug: &str| Home::Chosen(BranchChoice::Branch(slug.to_owned()));
    let phone = || PhoneNumber::parse("0117 496 0123").ok();
    let born =
        |month| BirthMonth::parse(month, "2015", Age::TwelveOrUnder, noon().date_naive()).ok();
    let people = [
        person.clone(),
        IndividualJoin { name: name("Tom Young"), ..person.clone() },
        IndividualJoin { email: email("tim@example.org"), ..person.clone() },
        IndividualJoin { phone: phone(), ..person.clone() },
        IndividualJoin { class: Class::Full, ..person.clone() },
        IndividualJoin { age: Age::ThirteenTo17, ..person.clone() },
        IndividualJoin { born: None, ..person.clone() },
        IndividualJoin { born: born("1"), ..person.clone() },
        IndividualJoin { home: home(false), ..person.clone() },
        IndividualJoin { home: postcode("EH1 2YZ"), ..person.clone() },
        IndividualJoin { home: chosen("bristol"), ..person.clone() },
        IndividualJoin { home: chosen("north-somerset"), ..person.clone() },
        IndividualJoin { home: Home::Chosen(BranchChoice::None), ..person.clone() },
        IndividualJoin { guardian: None, ..person.clone() },
        IndividualJoin {
            guardian: Some(Guardian { name: name("Sam Young"), ..guardian() }),
            ..person.clone()
        },
        IndividualJoin {
            guardian: Some(Guardian { email: email("p@example.org"), ..guardian() }),
            ..person.clone()
        },
        IndividualJoin { newsletter: false, ..person },
    ];
    let [jo, sam] = [0, 1].map(|seat| circle.representatives[seat].clone());
    let groups = [
        circle.clone(),
        GroupJoin { kind: GroupKind::UserLed, ..circle.clone() },
        GroupJoin { name: name("Monday Circle"), ..circle.clone() },
        GroupJoin { website: None, ..circle.clone() },
        GroupJoin { postcode: Postcode::parse("BS20 7AB").unwrap(), ..circle.clone() },
        GroupJoin { contact_name: name("Grace H"), ..circle.clone() },
        GroupJoin { contact_email: email("g@example.org"), ..circle.clone() },
        GroupJoin { contact_phone: phone(), ..circle.clone() },
        GroupJoin { representatives: vec![], ..circle.clone() },
        GroupJoin { representatives: vec![jo.clone()], ..circle.clone() },
        GroupJoin { representatives: vec![sam, jo], ..circle.clone() },
        GroupJoin { newsletter: true, ..circle },
    ];
    let people = people.into_iter().map(|join| submission("", join));
    people.chain(groups.into_iter().map(|join| submission("", join))).collect()
}

#[tokio::test]
async fn whichever_answer_is_changed_it_is_another_submission() {
    let database = TestDatabase::new(Backend::Sqlite).await;
    let register = database.open().await;
    for (number, changed) in changed().into_iter().enumerate() {
        let reference = format!("R-{number}");
        let number = format!("M-{number}");
        let submission = Submission { reference: reference.clone(), number, ..changed };
        assert_eq!(register.join(submission.clone()).await.unwrap().reference, reference);
        let again = Submission { reference: "R-again".to_owned(), ..submission };
        assert_eq!(register.join(again).await.unwrap().reference, reference);
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_same_join_twenty_times_at_once_makes_one_membership_and_one_answer(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(2, 20)] times: usize,
    #[values(true, false)] share_commits: bool,
) {
    let database = TestDatabase::new(backend).await;
    let options = Options { share_commits, ..Options::default() };
    // Two instances on the same database.
    let registers = [database.open_with(options.clone()).await, database.open_with(options).await];
    for (round, join) in
        ["round one", "round two", "round three"].into_iter().zip([ada(), tim(), somebody(3)])
    {
        let mut joins = tokio::task::JoinSet::new();
        for time in 0..times {
            let register = registers[time % 2].clone();
            let submission = Submission {
                reference: format!("R-{round}-{time}"),
                number: format!("M-{round}-{time}"),
                ..submission(round, join.clone())
            };
            joins.spawn(async move { register.join(submission).await.unwrap() });
        }
        let answers: Vec<Joined> = joins.join_all().await;
        let references: BTreeSet<_> = answers.iter().map(|joined| &joined.reference).collect();
        assert_eq!(references.len(), 1);
        assert!(answers.iter().all(|joined| *joined == answers[0]));
    }
    for table in ["people", "memberships", "submissions", "letters", "access_log"] {
        assert_eq!(database.count(table).await, 3, "{table}");
    }
    assert_eq!(database.counted("bristol", "full").await, 2);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_same_person_in_twenty_tabs_is_one_member_and_hears_the_same_in_each(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let mut joins = tokio::task::JoinSet::new();
    for tab in 0..20 {
        let register = register.clone();
        joins.spawn(
            async move { register.join(submission(&tab.to_string(), ada())).await.unwrap() },
        );
    }
    for joined in joins.join_all().await {
        let same = Joined { reference: String::new(), ..joined };
        let first = register.join(submission("0", ada())).await.unwrap();
        assert_eq!(same, Joined { reference: String::new(), ..first });
    }
    assert_eq!(database.count("people").await, 1);
    assert_eq!(database.count("memberships").await, 1);
    assert_eq!(database.counted("bristol", "full").await, 1);
    let letters = "SELECT kind FROM letters ORDER BY kind DESC";
    assert_eq!(database.texts(letters).await, ["welcome", "already-a-member"]);
}

#[tokio::test]
async fn a_join_whose_caller_stops_waiting_is_there_whole_or_not_at_all() {
    let database = TestDatabase::new(Backend::Sqlite).await;
    let register = database.open().await;
    for number in 0..50 {
        let join = register.join(submission(&number.to_string(), somebody(number)));
        let wait = std::time::Duration::from_micros(100 * u64::try_from(number).unwrap());
        let _ = tokio::time::timeout(wait, join).await;
    }
    // What is sent again is there once.
    for number in 0..50 {
        register.join(submission(&number.to_string(), somebody(number))).await.unwrap();
    }
    for table in ["people", "memberships", "submissions", "letters"] {
        assert_eq!(database.count(table).await, 50, "{table}");
    }
    assert_eq!(database.counted("bristol", "full").await, 50);
}
