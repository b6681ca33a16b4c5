//! Accounts, requests and sessions are not kept longer than they are needed.

use rstest::rstest;

use crate::support::*;

#[rstest]
#[tokio::test]
async fn requests_of_a_day_ago_and_sessions_that_are_over_are_forgotten(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    sign_in(&register, "ada@example.org", noon()).await;
    sign_in(&register, "ada@example.org", noon() + minutes(60)).await;
    let soon = noon() + minutes(12 * 60 - 1);
    assert_eq!(register.forget_sign_ins(soon).await.unwrap(), 0);
    assert_eq!(register.forget_sign_ins(soon + minutes(1)).await.unwrap(), 1);
    // The other session and the older request.
    assert_eq!(register.forget_sign_ins(noon() + days(1)).await.unwrap(), 2);
    assert_eq!(database.count("sessions").await, 0);
    assert_eq!(database.count("sign_ins").await, 1);
    assert_eq!(database.count("sign_in_links").await, 1);
    // The account stays: it is a member's.
    assert_eq!(database.count("accounts").await, 1);
}

#[rstest]
#[tokio::test]
async fn asking_and_signing_in_forget_on_their_way(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    for number in 0..15 {
        let address = email(&format!("x{number}@example.org"));
        register.ask_to_sign_in(&address, &fresh("b"), noon()).await.unwrap();
    }
    sign_in(&register, "ada@example.org", noon()).await;
    sign_in(&register, "ada@example.org", noon() + days(1)).await;
    assert_eq!(database.count("sign_ins").await, 1);
    assert_eq!(database.count("sessions").await, 1);
}

#[rstest]
#[tokio::test]
async fn the_account_of_somebody_who_is_erased_goes_with_them(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", tim())).await.unwrap();
    let link = fresh("guardian");
    register.claim_letter(noon(), &link, days(1)).await.unwrap().unwrap();
    sign_in(&register, "family@example.org", noon()).await;
    register.refuse_guardian(&link, noon()).await.unwrap();
    for table in ["accounts", "sessions", "sign_ins", "sign_in_links", "letters"] {
        assert_eq!(database.count(table).await, 0, "{table}");
    }
    assert!(!format!("{:?}", database.dump().await).contains("family@"));
}

#[rstest]
#[tokio::test]
async fn an_account_stays_while_its_address_is_known_otherwise(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values("sibling", "role")] otherwise: &str,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", tim())).await.unwrap();
    let link = fresh("guardian");
    register.claim_letter(noon(), &link, days(1)).await.unwrap().unwrap();
    if otherwise == "sibling" {
        let sibling = rules::IndividualJoin { email: email("Family@example.org"), ..ada() };
        register.join(submission("b", sibling)).await.unwrap();
    } else {
        let root = administrator(&register).await;
        let role = committee("bristol", register::Office::Member);
        give(&register, &root, "family@example.org", role).await;
    }
    let session = sign_in(&register, "family@example.org", noon()).await;
    register.refuse_guardian(&link, noon()).await.unwrap();
    assert!(register.session(&session, noon()).await.unwrap().is_some());
}

#[rstest]
#[tokio::test]
async fn the_account_of_a_representative_who_declines_goes_with_the_seat(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", group())).await.unwrap();
    let mut seat = None;
    while seat.is_none() {
        let link = fresh("link");
        let letter = register.claim_letter(noon(), &link, days(1)).await.unwrap().unwrap();
        seat = (letter.to.email == "jo@example.org").then_some(link);
    }
    let session = sign_in(&register, "jo@example.org", noon()).await;
    register.decline_seat(&seat.unwrap(), noon()).await.unwrap().unwrap();
    assert_eq!(register.session(&session, noon()).await.unwrap(), None);
    assert!(!format!("{:?}", database.dump().await).contains("jo@"));
}
