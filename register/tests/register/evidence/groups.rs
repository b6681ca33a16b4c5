//! The list of a branch's groups, and whom a member represents.

use chrono::{DateTime, Utc};
use register::{
    EvidenceSent, GroupCursor, SeatStands, SeatState, SeatStep, Submission, WhichGroups,
};
use rstest::rstest;
use rules::*;

use super::support::*;
use crate::support::*;

#[rstest]
#[tokio::test]
async fn groups_are_listed_by_name_by_pages_and_those_that_wait_alone(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    scene.bring_to(SeatState::Supplied).await;
    for number in 0..60 {
        let mut join = GroupJoin { name: name(&format!("Circle {number:02}")), ..group() };
        join.representatives.clear();
        scene.register.join(submission(&number.to_string(), join)).await.unwrap();
    }
    let permit = permit(&scene.register, &scene.chair, "north-somerset").await;
    let page = async |which, from: Option<GroupCursor>| {
        scene.register.groups(&permit, which, from.as_ref(), noon()).await.unwrap().unwrap()
    };
    let first = page(WhichGroups::All, None).await;
    assert_eq!(first.rows.len(), 50);
    assert_eq!(first.rows[0].group.name, "Circle 00");
    let stands = |state| SeatStands { state, overdue: None };
    assert_eq!(first.rows[0].seats, [stands(SeatState::Vacant); 2]);
    let printed = first.after.unwrap().to_string();
    let second = page(WhichGroups::All, GroupCursor::parse(&printed)).await;
    assert_eq!((second.rows.len(), second.after), (11, None));
    assert_eq!(second.rows[0].group.name, "Circle 50");
    let last = second.rows.last().unwrap();
    assert_eq!(last.seats, [stands(SeatState::Supplied), stands(SeatState::Declared)]);
    let waiting = page(WhichGroups::Waiting, None).await;
    assert_eq!((waiting.rows.len(), waiting.after), (1, None));
    assert_eq!(waiting.rows[0].group.name, "Tuesday Circle");
    // A cursor of elsewhere leads to the beginning.
    let nowhere = page(WhichGroups::All, GroupCursor::parse("99999")).await;
    assert_eq!(nowhere, first);
    for text in ["", "-1", "x", "1.5", "99999999999999999999"] {
        assert_eq!(GroupCursor::parse(text), None, "{text}");
    }
}

#[rstest]
#[tokio::test]
async fn evidence_that_has_not_come_is_overdue_from_the_day_after_it_was_due(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    scene.bring_to(SeatState::Requested).await;
    let permit = permit(&scene.register, &scene.chair, "north-somerset").await;
    let overdue = async |at: &str| {
        let at: DateTime<Utc> = at.parse().unwrap();
        let list = scene.register.groups(&permit, WhichGroups::All, None, at).await;
        let [first, second] = list.unwrap().unwrap().rows[0].seats;
        let late = scene.register.groups(&permit, WhichGroups::Overdue, None, at).await;
        let late = late.unwrap().unwrap().rows;
        assert_eq!(late.len(), usize::from(first.overdue.is_some()), "{late:?}");
        assert_eq!(second.overdue, None);
        let group = scene.register.group(&scene.permit, at).await.unwrap().unwrap();
        assert_eq!((group.seats[0].stands, group.seats[1].stands), (first, second));
        first.overdue
    };
    // In London, where it is an hour later.
    assert_eq!(overdue("2026-04-01T22:59:59Z").await, None);
    assert_eq!(overdue("2026-04-01T23:00:00Z").await, Some(day(1)));
    let sent = supply(&scene.register, &scene.links[0], &words("By vote"), noon()).await;
    assert_eq!(sent.unwrap(), Some(EvidenceSent::Done));
    assert_eq!(overdue("2026-04-02T12:00:00Z").await, None);
    // What is asked for again is due anew.
    assert!(scene.step(SeatStep::Query).await);
    assert_eq!(overdue("2026-04-08T12:00:00Z").await, None);
    assert_eq!(overdue("2026-04-09T12:00:00Z").await, Some(day(8)));
}

#[rstest]
#[tokio::test]
async fn a_member_represents_the_groups_of_their_name_and_address_within_the_scope(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let representatives = vec![
        Representative { name: name("ada  LOVELACE"), email: email("Ada@example.org") },
        Representative { name: name("Bob Lovelace"), email: email("ada@example.org") },
    ];
    let bristol = Postcode::parse("BS5 6XX").unwrap();
    for (key, called, postcode) in [("x", "Here", bristol), ("y", "There", group().postcode)] {
        let representatives = representatives.clone();
        let join = GroupJoin { name: name(called), postcode, representatives, ..group() };
        scene.register.join(submission(key, join)).await.unwrap();
    }
    let member = Submission { number: "M-ada".to_owned(), ..submission("ada", ada()) };
    scene.register.join(member).await.unwrap();
    let bristol = permit(&scene.register, &scene.root, "bristol").await;
    let ada = scene.register.member(&bristol, "M-ada", noon()).await.unwrap().unwrap();
    let [seat] = &ada.represents[..] else { panic!("{ada:?}") };
    assert_eq!(seat.group.name, "Here");
    let network = network(&scene.register, &scene.root).await;
    let ada = scene.register.member(&network, "M-ada", noon()).await.unwrap().unwrap();
    assert_eq!(ada.represents.len(), 2);
}
