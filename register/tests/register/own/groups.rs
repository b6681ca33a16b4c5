//! The groups that somebody is the contact of, or represents.

use chrono::NaiveDate;
use register::{SeatState, SeatStep};
use rstest::rstest;
use rules::*;

use super::*;
use crate::evidence::support::Scene;

/// The names in the seats that an address is shown, whether they have it, and how far each is.
async fn seats(register: &Register, address: &str) -> Vec<(String, bool, SeatState)> {
    let permit = own_permit(register, address).await;
    let own = place(register, &permit).await;
    let [group] = &own.groups[..] else { panic!("{own:?}") };
    assert_eq!(group.group.name, "Tuesday Circle");
    assert_eq!(group.branch.as_ref().unwrap().branch.slug, "north-somerset");
    group.seats.iter().map(|seat| (seat.name.clone(), seat.is_own, seat.stands.state)).collect()
}

#[rstest]
#[tokio::test]
async fn the_contact_sees_both_seats_and_a_representative_their_own(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let register = &scene.register;
    assert!(scene.step(SeatStep::Confirm).await);
    let first = |own| ("Jo First".to_owned(), own, SeatState::Confirmed);
    let second = |own| ("Sam Second".to_owned(), own, SeatState::Declared);
    assert_eq!(seats(register, "grace@example.org").await, [first(false), second(false)]);
    assert_eq!(seats(register, "JO@example.org").await, [first(true)]);
    assert_eq!(seats(register, "sam@example.org").await, [second(true)]);
    // Whoever declines has nothing to do with the group any more.
    let permit = own_permit(register, "jo@example.org").await;
    assert!(scene.step(SeatStep::Decline).await);
    assert_eq!(register.own_place(&permit, noon()).await.unwrap(), None);
    assert_eq!(seats(register, "grace@example.org").await, [second(false)]);
}

#[rstest]
#[tokio::test]
async fn evidence_that_is_asked_for_is_shown_with_the_day_until_which(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let register = &scene.register;
    let permits = [
        own_permit(register, "grace@example.org").await,
        own_permit(register, "jo@example.org").await,
    ];
    let shown = async |at| {
        let mut shown = Vec::new();
        for permit in &permits {
            let own = register.own_place(permit, at).await.unwrap().unwrap();
            let seat = &own.groups[0].seats[0];
            shown.push((seat.due, seat.stands.overdue));
        }
        assert_eq!(shown[0], shown[1]);
        shown[0]
    };
    assert_eq!(shown(noon()).await, (None, None));
    assert!(scene.step(SeatStep::Ask).await);
    let due = NaiveDate::from_ymd_opt(2026, 4, 1);
    assert_eq!(shown(noon()).await, (due, None));
    assert_eq!(shown(noon() + days(30)).await, (due, due));
    assert!(scene.step(SeatStep::Supply).await);
    assert_eq!(shown(noon() + days(30)).await, (None, None));
}

#[rstest]
#[tokio::test]
async fn one_address_may_be_the_contacts_a_representatives_and_a_members(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let representatives = vec![
        Representative { name: name("Ada Lovelace"), email: email("Ada@example.org") },
        Representative { name: name("Sam Second"), email: email("sam@example.org") },
    ];
    let own = GroupJoin {
        name: name("Own Circle"),
        contact_email: email("ada@Example.org"),
        representatives: representatives.clone(),
        ..group()
    };
    let other = GroupJoin { name: name("Another Circle"), representatives, ..group() };
    register.join(submission("o", own)).await.unwrap();
    register.join(submission("x", other)).await.unwrap();
    register.join(submission("a", ada())).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let shown = place(&register, &permit).await;
    assert_eq!(names(&shown.people), ["Ada Lovelace"]);
    let shown: Vec<_> = shown
        .groups
        .iter()
        .map(|group| (group.group.name.as_str(), group.contact.as_deref(), group.seats.len()))
        .collect();
    assert_eq!(shown, [("Another Circle", None, 1), ("Own Circle", Some("Grace Hopper"), 2)]);
    // A group that has left is nobody's.
    database.run("UPDATE groups SET ended_at = joined_at").await.unwrap();
    assert!(place(&register, &permit).await.groups.is_empty());
}
