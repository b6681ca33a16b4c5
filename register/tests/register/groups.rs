//! A group joins.

use register::{InBranch, Joined, LedTo, Place};
use rstest::rstest;
use rules::*;

use crate::support::*;

#[rstest]
#[tokio::test]
async fn a_group_joins_with_its_declared_representatives_and_everybody_is_written_to(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(0, 1, 2)] representatives: u8,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let mut join = group();
    join.representatives.truncate(representatives.into());
    let joined = register.join(submission("a", join)).await.unwrap();
    let branch = InBranch { slug: "north-somerset".into(), name: "North Somerset".into() };
    assert_eq!(
        joined,
        Joined {
            reference: "R-a".to_owned(),
            led_to: LedTo::Group { kind: GroupKind::SelfHelp, representatives },
            place: Place::Placed(branch),
            waits_for_guardian: false,
        }
    );
    assert_eq!(database.count("seats").await, i64::from(representatives));
    let places = database.texts("SELECT CAST(place AS text) FROM seats ORDER BY place").await;
    assert_eq!(places, &["1", "2"][..representatives.into()]);
    let kinds = database.texts("SELECT kind FROM letters ORDER BY kind").await;
    assert_eq!(kinds.len(), 1 + usize::from(representatives));
    assert_eq!(kinds[0], "group-welcome");
    assert_eq!(database.counted("north-somerset", "group").await, 1);
    assert_eq!(database.count("people").await, 0);
    let consents = "SELECT kind || ' ' || given_by FROM consents WHERE group_id IS NOT NULL";
    assert_eq!(database.texts(consents).await, ["membership contact"]);
}

#[rstest]
#[tokio::test]
async fn a_group_that_is_a_member_is_told_the_same_and_only_sent_a_letter(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let first = register.join(submission("a", group())).await.unwrap();
    let again = register.join(submission("b", group())).await.unwrap();
    assert_eq!(Joined { reference: "R-a".to_owned(), ..again }, first);
    assert_eq!(database.count("groups").await, 1);
    assert_eq!(database.count("seats").await, 2);
    let kinds = database.texts("SELECT kind FROM letters ORDER BY id DESC").await;
    assert_eq!(kinds[0], "group-already");
    assert_eq!(kinds.len(), 4);

    // Another contact with a group of that name is another group; one that left joins again.
    let other = GroupJoin { contact_email: email("other@example.org"), ..group() };
    register.join(submission("c", other)).await.unwrap();
    assert_eq!(database.count("groups").await, 2);
    database.run("UPDATE groups SET ended_at = joined_at").await.unwrap();
    register.join(submission("d", group())).await.unwrap();
    assert_eq!(database.count("groups").await, 3);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_more_than_two_seats_are_ever_filled_however_many_try_at_once(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = std::sync::Arc::new(TestDatabase::new(backend).await);
    let register = database.open().await;
    let none = GroupJoin { representatives: vec![], ..group() };
    register.join(submission("a", none)).await.unwrap();
    let mut tries = tokio::task::JoinSet::new();
    for number in 0..12 {
        let database = std::sync::Arc::clone(&database);
        tries.spawn(async move {
            // The next free seat, as somebody would take it who only looks first.
            let seat = format!(
                "INSERT INTO seats (group_id, place, name, email, state, declared_at) \
                 SELECT id, (SELECT count(*) + 1 FROM seats), 'Rep {number}', 'r@example.org', \
                 'declared', joined_at FROM groups"
            );
            database.run(&seat).await.is_ok()
        });
    }
    let filled = tries.join_all().await.into_iter().filter(|filled| *filled).count();
    assert!(filled <= 2, "{filled}");
    assert_eq!(database.count("seats").await, i64::try_from(filled).unwrap());
    // And by number, whatever number is tried.
    for place in [0, 1, 2, 3, -1] {
        let seat = format!(
            "INSERT INTO seats (group_id, place, name, email, state, declared_at) \
             SELECT id, {place}, 'Rep', 'r@example.org', 'declared', joined_at FROM groups"
        );
        let _ = database.run(&seat).await;
    }
    assert_eq!(database.count("seats").await, 2);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_same_group_sent_in_twenty_times_at_once_is_one_group_with_two_seats(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let mut joins = tokio::task::JoinSet::new();
    for number in 0..20 {
        let register = register.clone();
        joins.spawn(async move { register.join(submission(&number.to_string(), group())).await });
    }
    assert!(joins.join_all().await.iter().all(Result::is_ok));
    assert_eq!(database.count("groups").await, 1);
    assert_eq!(database.count("seats").await, 2);
    let told = "SELECT kind FROM letters WHERE kind = 'group-already'";
    assert_eq!(database.texts(told).await.len(), 1);
    assert_eq!(database.counted("north-somerset", "group").await, 1);
}
