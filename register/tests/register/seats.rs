//! A representative answers.

use register::{LetterContent, Register, SeatRequest};
use rstest::rstest;

use crate::support::*;

/// A group, and the links that its two representatives were sent.
async fn declared(database: &TestDatabase) -> Register {
    let register = database.open().await;
    register.join(submission("a", group())).await.unwrap();
    while let Some(letter) = {
        let name = format!("link {}", database.count("links").await);
        register.claim_letter(noon(), &token(&name), minutes(5)).await.unwrap()
    } {
        register.letter_sent(letter.id, noon()).await.unwrap();
    }
    register
}

#[rstest]
#[tokio::test]
async fn a_representative_confirms_once_or_often(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = declared(&database).await;
    let expected =
        SeatRequest { name: "Jo First".into(), group: "Tuesday Circle".into(), confirmed: false };
    assert_eq!(register.seat(&token("link 0")).await.unwrap(), Some(expected.clone()));
    let expected = SeatRequest { confirmed: true, ..expected };
    let confirmed = register.confirm_seat(&token("link 0"), noon()).await.unwrap();
    assert_eq!(confirmed, Some(expected.clone()));
    let before = database.dump().await;
    let again = register.confirm_seat(&token("link 0"), noon() + days(1)).await.unwrap();
    assert_eq!(again, Some(expected.clone()));
    assert_eq!(register.seat(&token("link 0")).await.unwrap(), Some(expected));
    assert_eq!(database.dump().await, before);
    let states = database.texts("SELECT state FROM seats ORDER BY place").await;
    assert_eq!(states, ["confirmed", "declared"]);
}

#[rstest]
#[tokio::test]
async fn a_representative_who_declines_leaves_the_seat_vacant_and_no_trace(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = declared(&database).await;
    let declined = register.decline_seat(&token("link 0"), noon()).await.unwrap().unwrap();
    assert_eq!(declined.name, "Jo First");
    assert_eq!(database.texts("SELECT name FROM seats").await, ["Sam Second"]);
    assert_eq!(register.seat(&token("link 0")).await.unwrap(), None);
    assert_eq!(register.decline_seat(&token("link 0"), noon()).await.unwrap(), None);
    assert_eq!(register.confirm_seat(&token("link 0"), noon()).await.unwrap(), None);
    assert!(!format!("{:?}", database.dump().await).contains("Jo First"));
    // Nor is somebody held to a yes.
    register.confirm_seat(&token("link 1"), noon()).await.unwrap().unwrap();
    register.decline_seat(&token("link 1"), noon()).await.unwrap().unwrap();
    assert_eq!(database.count("seats").await, 0);
    let log = "SELECT actor || ' ' || action FROM access_log ORDER BY id";
    assert_eq!(
        database.texts(log).await,
        [
            "applicant joined",
            "representative seat-declined",
            "representative seat-confirmed",
            "representative seat-declined"
        ]
    );
}

#[rstest]
#[tokio::test]
async fn a_link_opens_nothing_but_what_it_was_made_for(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = declared(&database).await;
    assert_eq!(register.seat(&token("unknown")).await.unwrap(), None);
    assert_eq!(register.guardian_request(&token("link 0"), noon()).await.unwrap(), None);
    assert_eq!(register.confirm_guardian(&token("link 0"), noon()).await.unwrap(), None);
    let refusal = register.refuse_guardian(&token("link 0"), noon()).await.unwrap();
    assert_eq!(refusal, register::Refusal::NotFound);
    database.run("UPDATE groups SET ended_at = joined_at").await.unwrap();
    assert_eq!(register.seat(&token("link 0")).await.unwrap(), None);
}

#[rstest]
#[tokio::test]
async fn a_letter_sent_twice_works_from_either_copy(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let mut join = group();
    join.representatives.truncate(1);
    register.join(submission("a", join)).await.unwrap();
    let mut copies = 0;
    for (number, at) in [noon(), noon() + minutes(10)].into_iter().enumerate() {
        let link = token(&format!("copy {number}"));
        while let Some(letter) = register.claim_letter(at, &link, minutes(5)).await.unwrap() {
            if let LetterContent::Representative { token, name, group, contact_name } =
                letter.content
            {
                assert_eq!((name.as_str(), group.as_str()), ("Jo First", "Tuesday Circle"));
                assert_eq!(contact_name, "Grace Hopper");
                assert_eq!(token, link);
                copies += 1;
            }
        }
    }
    assert_eq!(copies, 2);
    assert!(register.seat(&token("copy 0")).await.unwrap().is_some());
    assert!(register.seat(&token("copy 1")).await.unwrap().is_some());
}
