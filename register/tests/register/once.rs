//! A submission counts once, however often and however close together it arrives.

use std::collections::BTreeSet;

use register::{Joined, Options, Submission};
use rstest::rstest;

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
    let letters = database.texts(letters).await;
    assert_eq!(letters.len(), 20);
    assert_eq!(letters.iter().filter(|kind| *kind == "welcome").count(), 1);
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
