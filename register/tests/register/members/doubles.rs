//! Likely doubles, and merging them.

use register::{Alike, HowEnded, Looked, Merged, NoteText, Register, Version};
use rstest::rstest;
use rules::*;

use super::changing::details;
use super::support::*;
use crate::failures::{break_writes, mend_writes};
use crate::support::*;

fn look(number: &str, version: i32) -> Looked<'_> {
    Looked { number, seen: Version::parse(&version.to_string()).unwrap() }
}

fn phone(text: &str) -> Option<PhoneNumber> {
    Some(PhoneNumber::parse(text).unwrap())
}

/// Ada, who joined twice with another address each time, and others like her.
async fn filled(database: &TestDatabase) -> Register {
    let register = database.open().await;
    let ada = |address: &str| IndividualJoin { email: email(address), newsletter: false, ..ada() };
    join(&register, "1", ada("ada@example.org"), 5).await;
    join(&register, "2", IndividualJoin { newsletter: true, ..ada("ada@example.com") }, 0).await;
    let namesake = IndividualJoin {
        phone: phone("0117 496 9999"),
        home: postcode("BS10 5NB"),
        ..ada("other@example.org")
    };
    join(&register, "3", namesake, 0).await;
    let by_postcode =
        IndividualJoin { phone: None, home: postcode("BS10 5NB"), ..ada("fourth@example.org") };
    join(&register, "4", by_postcode, 0).await;
    for (key, text) in [("5", "Dan Family"), ("6", "Daniel Family"), ("7", "Eve Family")] {
        let family = IndividualJoin { email: email("family@example.org"), ..named(text) };
        join(&register, key, family, 0).await;
    }
    let elsewhere = IndividualJoin { home: postcode("BS48 1AA"), ..ada("fifth@example.org") };
    join(&register, "8", elsewhere, 0).await;
    register
}

async fn pairs<'a>(
    register: &Register,
    by: impl Into<register::Scope<'a>>,
) -> Vec<(String, String, Alike)> {
    let doubles = register.doubles(by, noon()).await.unwrap().unwrap();
    let mut pairs: Vec<_> = doubles
        .into_iter()
        .map(|double| (double.first.row.number, double.second.row.number, double.alike))
        .collect();
    pairs.sort();
    pairs
}

#[rstest]
#[tokio::test]
async fn members_of_the_branch_who_may_be_the_same_person_are_shown_side_by_side(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let pair = |one: &str, two: &str, alike| (format!("M-{one}"), format!("M-{two}"), alike);
    let own = vec![
        pair("1", "2", Alike::NameAndPhone),
        pair("3", "4", Alike::NameAndPostcode),
        pair("5", "6", Alike::EmailAndName),
    ];
    assert_eq!(pairs(&register, &permit).await, own);
    assert_eq!(database.done_by_accounts().await, ["doubles-seen 3"]);
    let admin = database.administrator(&register, "admin@example.org").await;
    let all = pairs(&register, &admin).await;
    for pair in own.iter().chain(&[pair("1", "8", Alike::NameAndPhone)]) {
        assert!(all.contains(pair), "{pair:?}");
    }
}

#[rstest]
#[tokio::test]
async fn two_who_are_merged_are_one_from_the_earlier_beginning_and_nothing_is_lost(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let text = NoteText::parse("Of the other").unwrap();
    register.add_note(&permit, "M-2", &text, noon()).await.unwrap().unwrap();
    let mut circle = GroupJoin { postcode: Postcode::parse("BS5 6XX").unwrap(), ..group() };
    circle.representatives =
        vec![Representative { name: ada().name, email: email("ada@example.com") }];
    register.join(submission("g", circle)).await.unwrap();

    let at = noon() + days(9);
    let merged = register.merge_members(&permit, look("M-1", 1), look("M-2", 1), at).await.unwrap();
    assert_eq!(merged, Some(Merged::Done));
    let member = register.member(&permit, "M-1", at).await.unwrap().unwrap();
    assert_eq!((member.email.as_str(), member.merged), ("ada@example.org", vec!["M-2".to_owned()]));
    assert_eq!(member.notes[0].text, "Of the other");
    assert_eq!(member.represents.len(), 1);
    let ends: Vec<_> = member
        .memberships
        .iter()
        .map(|one| (one.number.as_str(), one.started, one.ended.as_ref().map(|end| end.how)))
        .collect();
    let expected = [("M-2", Some(noon()), Some(HowEnded::Merged)), ("M-1", Some(noon()), None)];
    assert_eq!(ends, expected);
    let standing: Vec<_> = member
        .consents
        .iter()
        .filter(|consent| consent.withdrawn.is_none())
        .map(|consent| consent.kind)
        .collect();
    assert_eq!(standing.len(), 2, "{standing:?}");
    assert!(standing.contains(&ConsentKind::Newsletter));
    assert_eq!(member.consents.len(), 3);
    database.assert_current_counts_are_right().await;
    assert!(!pairs(&register, &permit).await.iter().any(|(one, ..)| one == "M-1"));
    let done = database.done_by_accounts().await;
    assert_eq!(done[1..3], ["merged", "merged"], "{done:?}");
}

#[rstest]
#[tokio::test]
async fn whoever_joins_with_the_other_name_and_address_again_is_a_member_already(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    register.merge_members(&permit, look("M-1", 1), look("M-2", 1), noon()).await.unwrap().unwrap();
    let before = database.count("memberships").await;
    join(&register, "again", IndividualJoin { email: email("ada@example.com"), ..ada() }, 9).await;
    assert_eq!(database.count("memberships").await, before);
    let told = "SELECT number FROM letters JOIN memberships ON memberships.id = membership_id \
                WHERE kind = 'already-a-member'";
    assert_eq!(database.texts(told).await, ["M-1"]);
}

#[rstest]
#[tokio::test]
async fn erasing_the_kept_person_erases_who_was_merged_into_them(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let later = noon() + days(9);
    // One after the other: the first merged goes on to the last kept.
    register.merge_members(&permit, look("M-2", 1), look("M-1", 1), later).await.unwrap().unwrap();
    register.merge_members(&permit, look("M-3", 1), look("M-2", 2), later).await.unwrap().unwrap();
    let member = register.member(&permit, "M-3", later).await.unwrap().unwrap();
    assert_eq!(member.merged, ["M-1", "M-2"]);
    let people = database.count("people").await;
    let how = EndReason::Died;
    register.end_membership(&permit, "M-3", how, member.version, later).await.unwrap().unwrap();
    assert_eq!(database.count("people").await, people - 3);
    database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn what_cannot_be_merged_is_said_and_left_as_it_is(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let elsewhere = database.secretary(&register, "to@example.org", "north-somerset").await;
    register.merge_members(&permit, look("M-3", 1), look("M-4", 1), noon()).await.unwrap().unwrap();
    let version = |number: &str| if matches!(number, "M-3" | "M-4") { 2 } else { 1 };
    let before = database.dump().await;
    for (by, keep, other, expected) in [
        (&permit, "M-1", "M-1", Some(Merged::SamePerson)),
        (&permit, "M-1", "M-4", Some(Merged::NotCurrent)),
        (&permit, "M-4", "M-1", Some(Merged::NotCurrent)),
        (&permit, "M-1", "M-8", None),
        (&permit, "M-8", "M-1", None),
        (&elsewhere, "M-1", "M-2", None),
        (&elsewhere, "M-8", "M-2", None),
        (&permit, "M-none", "M-2", None),
    ] {
        let merged = register
            .merge_members(by, look(keep, version(keep)), look(other, version(other)), noon())
            .await
            .unwrap();
        assert_eq!(merged, expected, "{keep} {other}");
    }
    assert_eq!(database.dump().await, before);
}

#[rstest]
#[tokio::test]
async fn two_of_whom_one_was_changed_since_the_look_are_not_merged(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let seen = look("M-1", 1).seen;
    register.correct_details(&permit, "M-1", &details(), seen, noon()).await.unwrap().unwrap();
    let before = database.dump().await;
    for (keep, other) in [("M-1", "M-2"), ("M-2", "M-1")] {
        let (keep, other) = (look(keep, 1), look(other, 1));
        let merged = register.merge_members(&permit, keep, other, noon()).await.unwrap();
        assert_eq!(merged, Some(Merged::ChangedMeanwhile));
    }
    assert_eq!(database.dump().await, before);
    let (keep, other) = (look("M-1", 2), look("M-2", 1));
    let merged = register.merge_members(&permit, keep, other, noon()).await.unwrap();
    assert_eq!(merged, Some(Merged::Done));
}

#[rstest]
#[tokio::test]
async fn a_merge_that_fails_at_any_of_its_writes_leaves_both_as_they_were(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let text = NoteText::parse("Of the other").unwrap();
    register.add_note(&permit, "M-2", &text, noon()).await.unwrap().unwrap();
    let before = database.dump().await;
    for table in [
        "access_log",
        "consents",
        "counters",
        "members_by_district",
        "memberships",
        "notes",
        "people",
        "placings",
    ] {
        break_writes(&database, table, 0).await;
        let merged = register.merge_members(&permit, look("M-1", 1), look("M-2", 1), noon()).await;
        mend_writes(&database, table).await;
        assert!(merged.is_err(), "{table}");
        assert_eq!(database.dump().await, before, "{table}");
    }
    assert!(
        register
            .merge_members(&permit, look("M-1", 1), look("M-2", 1), noon())
            .await
            .unwrap()
            .is_some()
    );
}
