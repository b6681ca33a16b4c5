//! A group leaves.

use register::{Left, Letter, LetterContent, SeatNamer, SeatStep};
use rstest::rstest;

use super::*;
use crate::evidence::support::Scene as Evidence;
use crate::failures::{break_writes, mend_writes};

/// The letters that are due, sent.
async fn letters(register: &Register) -> Vec<Letter> {
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
async fn nothing_with_a_name_stays_and_its_contact_and_representatives_are_told(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Evidence::new(backend).await;
    let (register, database) = (&scene.register, &scene.database);
    for step in [SeatStep::Confirm, SeatStep::Ask, SeatStep::Supply] {
        assert!(scene.step(step).await);
    }
    give(register, &scene.root, "nominee@example.org", nominee("M-c")).await;
    let nominee = sign_in(register, "nominee@example.org", noon()).await;
    letters(register).await;
    let permit = own_permit(register, "grace@example.org").await;
    let left = register.group_leaves(&permit, "M-c", noon()).await.unwrap();
    assert_eq!(left, Some(Left::Done));
    for table in ["groups", "seats", "evidence", "links", "consents", "submissions"] {
        assert_eq!(database.count(table).await, 0, "{table}");
    }
    for kind in ["group", "declared", "confirmed", "supplied"] {
        assert_eq!(database.counted("north-somerset", kind).await, 0, "{kind}");
    }
    // Whoever was signed in for it alone is not any more.
    assert_eq!(register.session(&nominee, noon()).await.unwrap(), None);
    assert_eq!(register.group_leaves(&permit, "M-c", noon()).await.unwrap(), None);
    let ended = "SELECT action FROM access_log WHERE group_id IS NOT NULL ORDER BY id DESC";
    let ended = database.texts(ended).await;
    assert_eq!(ended[..3], ["erased", "role-withdrawn", "ended-asked-to-leave"]);

    let sent = letters(register).await;
    let mut told = Vec::new();
    for letter in &sent {
        told.push(match &letter.content {
            LetterContent::GroupLeft(left) => {
                assert_eq!((&*left.group, &*left.number), ("Tuesday Circle", "M-c"));
                ("contact", letter.to.email.as_str())
            }
            LetterContent::GroupGone { group, .. } => {
                assert_eq!(group, "Tuesday Circle");
                ("representative", letter.to.email.as_str())
            }
            other => panic!("{other:?}"),
        });
    }
    told.sort_unstable();
    assert_eq!(
        told,
        [
            ("contact", "grace@example.org"),
            ("representative", "jo@example.org"),
            ("representative", "sam@example.org"),
        ]
    );
    let dump = format!("{:?}", database.dump().await);
    let marks = ["Grace", "grace@", "Tuesday", "jo@", "sam@", "nominee@", "M-c", "By vote"];
    for mark in marks {
        assert!(!dump.contains(mark), "{mark}: {dump}");
    }
    database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn whoever_was_just_replaced_is_told_and_whoever_was_just_named_does_not_know_of_it(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Evidence::new(backend).await;
    let register = &scene.register;
    letters(register).await;
    let permit = own_permit(register, "grace@example.org").await;
    let by = SeatNamer::Contact { by: &permit, group: "M-c" };
    let nia = Representative { name: name("Nia New"), email: email("nia@example.org") };
    let seen = scene.group().await.version;
    register.name_representative(by, 1, &nia, seen, noon()).await.unwrap().unwrap();
    assert_eq!(scene.database.count("farewells").await, 1);
    let left = register.group_leaves(&permit, "M-c", noon()).await.unwrap();
    assert_eq!(left, Some(Left::Done));
    let mut told: Vec<_> =
        letters(register).await.into_iter().map(|letter| letter.to.email).collect();
    told.sort();
    assert_eq!(told, ["grace@example.org", "jo@example.org", "sam@example.org"]);
    for table in ["farewells", "goodbyes"] {
        assert_eq!(scene.database.count(table).await, 0, "{table}");
    }
}

#[rstest]
#[tokio::test]
async fn of_a_contact_who_is_more_only_the_group_goes_and_leaving_twice_says_so(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let own = Representative { name: name("Grace Hopper"), email: email("Grace@example.org") };
    let circle = GroupJoin { representatives: vec![own], ..group() };
    let scene = Scene::of(backend, circle).await;
    let register = &scene.register;
    let grace =
        IndividualJoin { name: name("Grace Hopper"), email: email("grace@example.org"), ..ada() };
    register.join(submission("a", grace)).await.unwrap();
    register.join(submission("w", walkers())).await.unwrap();
    letters(register).await;
    let permit = own_permit(register, "grace@example.org").await;
    letters(register).await;
    let left = register.group_leaves(&permit, "M-c", noon()).await.unwrap();
    assert_eq!(left, Some(Left::Done));
    let left = register.group_leaves(&permit, "M-c", noon()).await.unwrap();
    assert_eq!(left, Some(Left::NotThere));
    // Who is the contact and represents it is told once.
    assert_eq!(letters(register).await.len(), 1);
    let place = place(register, &permit).await;
    assert_eq!((names(&place.people), place.groups.len()), (vec!["Grace Hopper"], 1));
    assert_eq!(place.groups[0].group.name, "Walkers");
    // The same group joins again as any does.
    register.join(submission("d", group())).await.unwrap();
    let again = register.own_group(&permit, "M-d", noon()).await.unwrap().unwrap();
    assert_eq!(again.group.group.name, "Tuesday Circle");
    scene.database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn nobody_ends_a_group_that_they_are_not_the_contact_of(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let register = &scene.register;
    let jo = own_permit(register, "jo@example.org").await;
    let before = scene.database.dump().await;
    for (by, number) in [(&jo, "M-c"), (&scene.permit, "M-x"), (&scene.permit, "")] {
        let left = register.group_leaves(by, number, noon()).await.unwrap();
        assert_eq!(left, Some(Left::NotThere), "{number}");
    }
    assert_eq!(scene.database.dump().await, before);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_devices_that_end_it_at_once_one_does_it(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let register = &scene.register;
    // Another group keeps the address, and so the permits.
    register.join(submission("w", walkers())).await.unwrap();
    letters(register).await;
    let mut permits = Vec::new();
    for _ in 0..4 {
        permits.push(own_permit(register, "grace@example.org").await);
    }
    let mut tasks = tokio::task::JoinSet::new();
    for permit in permits {
        let register = register.clone();
        tasks.spawn(async move {
            register.group_leaves(&permit, "M-c", noon()).await.unwrap().unwrap()
        });
    }
    let done = tasks.join_all().await;
    assert_eq!(done.iter().filter(|left| **left == Left::Done).count(), 1, "{done:?}");
    assert_eq!(letters(register).await.len(), 3);
    scene.database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn leaving_that_fails_at_any_of_its_writes_leaves_everything_as_it_was(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let (register, by) = (&scene.register, &scene.permit);
    let before = scene.database.dump().await;
    for table in ["access_log", "accounts", "counters", "goodbyes", "groups", "letters", "seats"] {
        break_writes(&scene.database, table, 0).await;
        let left = register.group_leaves(by, "M-c", noon()).await;
        mend_writes(&scene.database, table).await;
        assert!(matches!(left, Err(register::Error::Internal(_))), "{table}: {left:?}");
        assert_eq!(scene.database.dump().await, before, "{table}");
    }
    let left = register.group_leaves(by, "M-c", noon()).await.unwrap();
    assert_eq!(left, Some(Left::Done));
}
