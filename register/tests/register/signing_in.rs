//! Signing in by a link.

use register::{CodeAnswer, SignInLink, SignedIn};
use rstest::rstest;

use crate::support::*;

#[rstest]
#[tokio::test]
async fn a_link_signs_in_once_and_looking_at_it_changes_nothing(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let browser = token("browser");
    let link = ask(&register, "ada@example.org", &browser, noon()).await.unwrap().link;
    let before = database.dump().await;
    for _ in 0..3 {
        let ready = SignInLink::Ready { email: "ada@example.org".to_owned() };
        let looked = register.sign_in_link(&link, Some(&browser), noon()).await.unwrap();
        assert_eq!(looked, ready);
    }
    assert_eq!(database.dump().await, before);
    let signed_in =
        register.sign_in_by_link(&link, Some(&browser), &token("one"), noon()).await.unwrap();
    assert_eq!(signed_in, SignedIn::Now);
    let session = register.session(&token("one"), noon()).await.unwrap().unwrap();
    assert_eq!(session.email, "ada@example.org");
    let log = "SELECT actor || ' ' || action FROM access_log ORDER BY id DESC";
    assert_eq!(database.texts(log).await[0], "account signed-in");

    let again = register.sign_in_by_link(&link, Some(&browser), &token("two"), noon()).await;
    assert_eq!(again.unwrap(), SignedIn::Gone);
    assert_eq!(register.session(&token("two"), noon()).await.unwrap(), None);
    let looked = register.sign_in_link(&link, Some(&browser), noon()).await.unwrap();
    assert_eq!(looked, SignInLink::Gone);
}

#[rstest]
#[tokio::test]
async fn a_link_works_only_in_the_browser_that_asked(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let browser = token("browser");
    let link = ask(&register, "ada@example.org", &browser, noon()).await.unwrap().link;
    for other in [None, Some(&token("other"))] {
        let looked = register.sign_in_link(&link, other, noon()).await.unwrap();
        assert_eq!(looked, SignInLink::OtherBrowser);
        let signed_in = register.sign_in_by_link(&link, other, &token("s"), noon()).await.unwrap();
        assert_eq!(signed_in, SignedIn::OtherBrowser);
    }
    assert_eq!(database.count("sessions").await, 0);
    // The right browser can still use it.
    let signed_in = register.sign_in_by_link(&link, Some(&browser), &token("s"), noon()).await;
    assert_eq!(signed_in.unwrap(), SignedIn::Now);
    let unknown = register.sign_in_link(&token("unknown"), Some(&browser), noon()).await.unwrap();
    assert_eq!(unknown, SignInLink::Gone);
}

#[rstest]
#[tokio::test]
async fn a_link_and_its_code_are_good_for_ten_minutes(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let browser = token("browser");
    let brought = ask(&register, "ada@example.org", &browser, noon()).await.unwrap();
    let end = noon() + minutes(register::SIGN_IN_MINUTES);
    let last = end - chrono::TimeDelta::seconds(1);
    let looked = register.sign_in_link(&brought.link, Some(&browser), last).await.unwrap();
    assert!(matches!(looked, SignInLink::Ready { .. }));
    let looked = register.sign_in_link(&brought.link, Some(&browser), end).await.unwrap();
    assert_eq!(looked, SignInLink::Gone);
    let session = token("s");
    let late = register.sign_in_by_link(&brought.link, Some(&browser), &session, end).await;
    assert_eq!(late.unwrap(), SignedIn::Gone);
    let late = register.sign_in_by_code(&browser, &brought.code, &session, end).await.unwrap();
    assert_eq!(late, CodeAnswer::Gone);
    let in_time = register.sign_in_by_code(&browser, &brought.code, &session, last).await.unwrap();
    assert_eq!(in_time, CodeAnswer::SignedIn);
    // A letter that could not be sent in time is not sent.
    register.ask_to_sign_in(&email("ada@example.org"), &browser, end).await.unwrap();
    assert!(sign_in_letter(&register, end + minutes(10)).await.is_none());
}

#[rstest]
#[tokio::test]
async fn an_attempt_to_send_that_may_have_arrived_stays_good(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    sign_in_letter(&register, noon()).await;
    let browser = token("browser");
    register.ask_to_sign_in(&email("ada@example.org"), &browser, noon()).await.unwrap();
    for (link, minute) in [("first", 0), ("second", 1)] {
        let at = noon() + minutes(minute);
        register.claim_letter(at, &token(link), minutes(1)).await.unwrap().unwrap();
    }
    for link in ["first", "second"] {
        let looked = register.sign_in_link(&token(link), Some(&browser), noon()).await.unwrap();
        assert!(matches!(looked, SignInLink::Ready { .. }), "{link}");
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_link_pressed_many_times_at_once_makes_one_session(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let browser = token("browser");
    let link = ask(&register, "ada@example.org", &browser, noon()).await.unwrap().link;
    let mut all = tokio::task::JoinSet::new();
    for _ in 0..12 {
        let (register, link, browser) = (register.clone(), link.clone(), browser.clone());
        all.spawn(async move {
            register.sign_in_by_link(&link, Some(&browser), &fresh("s"), noon()).await.unwrap()
        });
    }
    let now = all.join_all().await.into_iter().filter(|done| *done == SignedIn::Now).count();
    assert_eq!(now, 1);
    assert_eq!(database.count("sessions").await, 1);
    assert_eq!(database.count("accounts").await, 1);
}

#[rstest]
#[tokio::test]
async fn an_invitation_works_in_any_browser_once_within_a_day_and_has_no_code(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = email("root@example.org");
    let end = noon() + minutes(60 * register::INVITATION_HOURS);
    register.invite_administrator(&root, &token("first"), noon()).await.unwrap();
    register.invite_administrator(&root, &token("second"), noon()).await.unwrap();
    assert_eq!(database.count("roles").await, 1);
    assert_eq!(database.count("letters").await, 0);
    // The newest counts.
    let looked = register.sign_in_link(&token("first"), None, noon()).await.unwrap();
    assert_eq!(looked, SignInLink::Gone);
    let looked = register.sign_in_link(&token("second"), None, end).await.unwrap();
    assert_eq!(looked, SignInLink::Gone);
    let last = end - minutes(1);
    let signed_in = register.sign_in_by_link(&token("second"), None, &token("s"), last).await;
    assert_eq!(signed_in.unwrap(), SignedIn::Now);
    let session = register.session(&token("s"), last).await.unwrap().unwrap();
    assert_eq!(session.roles, [register::Role::Administrator]);
    assert_eq!(session.second_factor, register::SecondFactor::ToSetUp);
    let again = register.sign_in_by_link(&token("second"), None, &token("t"), last).await;
    assert_eq!(again.unwrap(), SignedIn::Gone);
    let log = "SELECT actor || ' ' || action FROM access_log ORDER BY id";
    let expected = ["operator invited", "operator invited", "account signed-in"];
    assert_eq!(database.texts(log).await, expected);
}
