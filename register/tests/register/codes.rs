//! Signing in by a code.

use register::{CodeAnswer, LetterContent, SignedIn};
use rstest::rstest;

use crate::support::*;

#[rstest]
#[tokio::test]
async fn a_code_is_read_as_people_type_it(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    register.ask_to_sign_in(&email("ada@example.org"), &token("browser"), noon()).await.unwrap();
    // Attempts to send it, until a code has the figures that are mistaken for letters.
    let mut at = noon();
    let code = loop {
        let letter = register.claim_letter(at, &fresh("link"), minutes(0)).await.unwrap().unwrap();
        match letter.content {
            LetterContent::SignIn { code, .. } if code.contains('0') && code.contains('1') => {
                break code;
            }
            LetterContent::SignIn { .. } => at += chrono::TimeDelta::milliseconds(1),
            _ => register.letter_sent(letter.id, at).await.unwrap(),
        }
    };
    let typed = code.to_lowercase().replace('-', " ").replace('0', "o").replacen('1', "l", 1);
    let typed = format!(" {}", typed.replace('1', "I"));
    let wrong =
        register.sign_in_by_code(&token("other"), &typed, &token("s"), noon()).await.unwrap();
    assert_eq!(wrong, CodeAnswer::Gone);
    let right =
        register.sign_in_by_code(&token("browser"), &typed, &token("s"), noon()).await.unwrap();
    assert_eq!(right, CodeAnswer::SignedIn);
    // Once.
    let again =
        register.sign_in_by_code(&token("browser"), &code, &token("t"), noon()).await.unwrap();
    assert_eq!(again, CodeAnswer::Gone);
}

#[rstest]
#[tokio::test]
async fn five_wrong_codes_end_a_request_and_its_link(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let browser = token("browser");
    let brought = ask(&register, "ada@example.org", &browser, noon()).await.unwrap();
    let guess = |code: &'static str| {
        let (register, browser) = (register.clone(), browser.clone());
        async move { register.sign_in_by_code(&browser, code, &fresh("s"), noon()).await.unwrap() }
    };
    for left in [4, 3, 2, 1] {
        assert_eq!(guess("0000-0000").await, CodeAnswer::Wrong { left });
        // What can be no code is no guess.
        for text in ["", "0000", "0000-0000-0", "UUUU-UUUU", "ÄÖÜ"] {
            assert_eq!(guess(text).await, CodeAnswer::Wrong { left }, "{text}");
        }
    }
    assert_eq!(guess("0000-0000").await, CodeAnswer::Wrong { left: 0 });
    let right = register.sign_in_by_code(&browser, &brought.code, &token("s"), noon()).await;
    assert_eq!(right.unwrap(), CodeAnswer::Gone);
    let link = register.sign_in_by_link(&brought.link, Some(&browser), &token("s"), noon()).await;
    assert_eq!(link.unwrap(), SignedIn::Gone);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn however_many_guesses_arrive_at_once_five_are_held_against_the_code(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    ask(&register, "ada@example.org", &token("browser"), noon()).await.unwrap();
    let mut guesses = tokio::task::JoinSet::new();
    for number in 0..20 {
        let register = register.clone();
        guesses.spawn(async move {
            let code = format!("0000-00{number:02}");
            register.sign_in_by_code(&token("browser"), &code, &fresh("s"), noon()).await.unwrap()
        });
    }
    let answers = guesses.join_all().await;
    let wrong = |answer: &&CodeAnswer| matches!(answer, CodeAnswer::Wrong { .. });
    assert_eq!(answers.iter().filter(wrong).count(), 5);
}

#[rstest]
#[tokio::test]
async fn of_two_requests_that_are_open_at_once_either_signs_in_and_ends_the_other(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(false, true)] by_code: bool,
    #[values(0, 1)] which: usize,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("b", somebody(1))).await.unwrap();
    let browser = token("browser");
    let all = [
        ask(&register, "ada@example.org", &browser, noon()).await.unwrap(),
        ask(&register, "somebody1@example.org", &browser, noon()).await.unwrap(),
    ];
    // A third, whose letter has not gone out yet.
    register.ask_to_sign_in(&email("ada@example.org"), &browser, noon()).await.unwrap();
    let (one, other) = (&all[which], &all[1 - which]);
    let session = token("s");
    if by_code {
        let answer = register.sign_in_by_code(&browser, &one.code, &session, noon()).await;
        assert_eq!(answer.unwrap(), CodeAnswer::SignedIn);
    } else {
        let answer = register.sign_in_by_link(&one.link, Some(&browser), &session, noon()).await;
        assert_eq!(answer.unwrap(), SignedIn::Now);
    }
    assert_eq!(register.session(&session, noon()).await.unwrap().unwrap().email, one.to);
    let ended = register.sign_in_by_link(&other.link, Some(&browser), &token("t"), noon()).await;
    assert_eq!(ended.unwrap(), SignedIn::Gone);
    let ended = register.sign_in_by_code(&browser, &other.code, &token("t"), noon()).await;
    assert_eq!(ended.unwrap(), CodeAnswer::Gone);
    assert!(sign_in_letter(&register, noon()).await.is_none());
}
