//! Asking to sign in.

use register::{Asked, CodeAnswer, LetterContent};
use rstest::rstest;

use crate::support::*;

#[rstest]
#[tokio::test]
async fn everybody_the_register_knows_is_sent_a_link_and_a_code(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("b", group())).await.unwrap();
    let root = administrator(&register).await;
    give(&register, &root, "Chair@example.org", committee("bristol", register::Office::Chair))
        .await;
    // A member, a group's contact, a representative, somebody with a role; however it is typed.
    for address in ["ADA@example.org", "grace@example.org", "Jo@example.org", "chair@EXAMPLE.org"] {
        let brought = ask(&register, address, &fresh("browser"), noon()).await.unwrap();
        assert_eq!(brought.to.to_lowercase(), address.to_lowercase());
    }
    // The letter goes to the address as the register writes it.
    let brought = ask(&register, "CHAIR@example.org", &fresh("browser"), noon()).await.unwrap();
    assert_eq!(brought.to, "Chair@example.org");
}

#[rstest]
#[tokio::test]
async fn a_letter_to_sign_in_says_until_when_and_names_whoever_alone_has_the_address(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    for (key, first) in [("b", "Ann"), ("c", "Ben")] {
        let shared = rules::IndividualJoin {
            name: name(&format!("{first} Shared")),
            email: email("shared@example.org"),
            ..ada()
        };
        register.join(submission(key, shared)).await.unwrap();
    }
    for (address, known_as) in
        [("ada@example.org", Some("Ada Lovelace")), ("shared@example.org", None)]
    {
        register.ask_to_sign_in(&email(address), &fresh("browser"), noon()).await.unwrap();
        let (link, letter) = loop {
            let link = fresh("link");
            let letter = register.claim_letter(noon(), &link, minutes(5)).await.unwrap().unwrap();
            if matches!(letter.content, LetterContent::SignIn { .. }) {
                break (link, letter);
            }
        };
        assert_eq!(letter.to.name, known_as.unwrap_or(address));
        let LetterContent::SignIn { name, token, code, until } = letter.content else { panic!() };
        assert_eq!((name.as_deref(), token, until), (known_as, link, noon() + minutes(10)));
        assert_eq!((code.len(), code.find('-')), (9, Some(4)), "{code}");
    }
}

#[rstest]
#[tokio::test]
async fn whoever_asks_cannot_tell_whether_an_address_is_known(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let (known, unknown) = (email("ada@example.org"), email("nobody@example.org"));
    for address in [&known, &unknown] {
        let browser = fresh("browser");
        for _ in 0..5 {
            let asked = register.ask_to_sign_in(address, &browser, noon()).await.unwrap();
            assert_eq!(asked, Asked::Noted);
        }
        let asked = register.ask_to_sign_in(address, &browser, noon()).await.unwrap();
        assert_eq!(asked, Asked::TooOften);
        for left in [4, 3, 2, 1, 0] {
            let answer =
                register.sign_in_by_code(&browser, "0000-0000", &fresh("s"), noon()).await.unwrap();
            assert_eq!(answer, CodeAnswer::Wrong { left });
        }
        let answer = register.sign_in_by_code(&browser, "0000-0000", &fresh("s"), noon()).await;
        assert_eq!(answer.unwrap(), CodeAnswer::Gone);
    }
    let kinds = "SELECT count(*) FROM letters WHERE kind = 'sign-in'";
    assert_eq!(database.number(kinds).await, 5);
    // Nor is an address kept that is nobody's.
    assert!(!format!("{:?}", database.dump().await).contains("nobody"));
    assert_eq!(database.count("accounts").await, 0);
}

#[rstest]
#[tokio::test]
async fn one_address_is_asked_for_five_times_an_hour_and_twenty_times_a_day_at_most(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let ada = email("ada@example.org");
    for hour in 0..4 {
        let at = noon() + minutes(60 * hour);
        for _ in 0..5 {
            let asked = register.ask_to_sign_in(&ada, &fresh("b"), at).await.unwrap();
            assert_eq!(asked, Asked::Noted, "{hour}");
        }
        let before = database.dump().await;
        let soon = at + minutes(59);
        let asked = register.ask_to_sign_in(&ada, &fresh("b"), soon).await.unwrap();
        assert_eq!(asked, Asked::TooOften, "{hour}");
        assert_eq!(database.dump().await, before);
        // Nobody else is kept from it.
        let asked = register.ask_to_sign_in(&email("x@example.org"), &fresh("b"), soon).await;
        assert_eq!(asked.unwrap(), Asked::Noted);
    }
    let later = noon() + minutes(60 * 4 + 1);
    let asked = register.ask_to_sign_in(&ada, &fresh("b"), later).await.unwrap();
    assert_eq!(asked, Asked::TooOften);
    let asked = register.ask_to_sign_in(&ada, &fresh("b"), noon() + days(1)).await.unwrap();
    assert_eq!(asked, Asked::Noted);
}

#[rstest]
#[tokio::test]
async fn a_browser_that_signed_in_before_is_held_back_by_nobody_elses_asking(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let (ada, own) = (email("ada@example.org"), fresh("own"));
    for _ in 0..5 {
        register.ask_to_sign_in(&ada, &fresh("b"), noon()).await.unwrap();
    }
    let asked = register.ask_to_sign_in(&ada, &own, noon()).await.unwrap();
    assert_eq!(asked, Asked::TooOften);
    for _ in 0..10 {
        let asked = register.ask_to_sign_in_again(&ada, &own, noon()).await.unwrap();
        assert_eq!(asked, Asked::Noted);
    }
    let asked = register.ask_to_sign_in_again(&ada, &own, noon()).await.unwrap();
    assert_eq!(asked, Asked::TooOften);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn asking_many_times_at_once_brings_no_more_letters(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let mut all = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let register = register.clone();
        all.spawn(async move {
            register.ask_to_sign_in(&email("ada@example.org"), &fresh("b"), noon()).await.unwrap()
        });
    }
    let noted = all.join_all().await.into_iter().filter(|asked| *asked == Asked::Noted).count();
    assert_eq!(noted, 5);
    assert_eq!(database.count("sign_ins").await, 5);
}
