//! The outbox.

use std::collections::BTreeSet;

use register::{InBranch, LetterContent, LetterProblem, MemberLetter};
use rstest::rstest;
use rules::*;

use crate::support::*;

#[rstest]
#[tokio::test]
async fn a_welcome_says_all_that_a_member_needs(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("b", ada())).await.unwrap();
    let link = token("x");
    let letter = register.claim_letter(noon(), &link, minutes(5)).await.unwrap().unwrap();
    assert_eq!(letter.attempt, 1);
    assert_eq!(letter.to.name, "Ada Lovelace");
    assert_eq!(letter.to.email, "ada@example.org");
    let LetterContent::Welcome(welcome) = letter.content else { panic!() };
    assert_eq!((welcome.number.as_str(), welcome.class), ("M-a", Class::Full));
    let bristol = InBranch { slug: "bristol".into(), name: "Bristol".into() };
    assert_eq!(welcome.branch, Some(bristol));
    assert_eq!((welcome.since, welcome.full_opens), (noon(), None));
    assert_eq!(welcome.news, Some(link));
    let already = register.claim_letter(noon(), &token("y"), minutes(5)).await.unwrap().unwrap();
    let again = MemberLetter { news: None, ..welcome };
    assert_eq!(already.content, LetterContent::AlreadyAMember(again));
    assert_eq!(database.count("links").await, 0);
}

#[rstest]
#[tokio::test]
async fn a_groups_letters_say_what_it_joined_with(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", group())).await.unwrap();
    register.join(submission("b", group())).await.unwrap();
    let mut welcome = None;
    let mut already = None;
    for number in 0..4 {
        let link = token(&number.to_string());
        let letter = register.claim_letter(noon(), &link, minutes(5)).await.unwrap().unwrap();
        match letter.content {
            LetterContent::GroupWelcome { .. } => welcome = Some(letter),
            LetterContent::GroupAlready { .. } => already = Some(letter),
            _ => {}
        }
    }
    let welcome = welcome.unwrap();
    assert_eq!(welcome.to.email, "grace@example.org");
    assert_eq!(
        welcome.content,
        LetterContent::GroupWelcome {
            contact_name: "Grace Hopper".into(),
            group: "Tuesday Circle".into(),
            kind: GroupKind::SelfHelp,
            number: "M-a".into(),
            representatives: vec!["Jo First".into(), "Sam Second".into()],
            branch: Some(InBranch { slug: "north-somerset".into(), name: "North Somerset".into() }),
            since: noon(),
            news: None,
        }
    );
    assert_eq!(
        already.unwrap().content,
        LetterContent::GroupAlready {
            contact_name: "Grace Hopper".into(),
            group: "Tuesday Circle".into(),
            number: "M-a".into(),
            since: noon(),
        }
    );
}

#[rstest]
#[tokio::test]
async fn a_claimed_letter_is_nobody_elses_until_its_lease_has_passed(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    assert_eq!(register.next_letter_due().await.unwrap(), None);
    assert_eq!(register.claim_letter(noon(), &fresh("x"), minutes(5)).await.unwrap(), None);
    register.join(submission("a", ada())).await.unwrap();
    assert_eq!(register.next_letter_due().await.unwrap(), Some(noon()));
    let early = noon() - minutes(1);
    assert_eq!(register.claim_letter(early, &fresh("x"), minutes(5)).await.unwrap(), None);

    let first = register.claim_letter(noon(), &fresh("x"), minutes(5)).await.unwrap().unwrap();
    let soon = noon() + minutes(4);
    assert_eq!(register.claim_letter(soon, &fresh("x"), minutes(5)).await.unwrap(), None);
    assert_eq!(register.next_letter_due().await.unwrap(), Some(noon() + minutes(5)));
    let later = noon() + minutes(5);
    let second = register.claim_letter(later, &fresh("x"), minutes(5)).await.unwrap().unwrap();
    assert_eq!((second.id, second.attempt), (first.id, 2));

    // The first sender was only slow. What it says of its attempt counts no more, but sent is sent.
    let next = Some(noon() + days(1));
    let problem = LetterProblem::Deferred;
    register.letter_failed(first.id, first.attempt, later, problem, next).await.unwrap();
    assert_eq!(register.next_letter_due().await.unwrap(), Some(noon() + minutes(10)));
    register.letter_sent(first.id, later).await.unwrap();
    register.letter_sent(first.id, later).await.unwrap();
    register.letter_failed(second.id, 2, later, problem, None).await.unwrap();
    assert_eq!(database.texts("SELECT state FROM letters").await, ["sent"]);
    assert_eq!(
        register.claim_letter(noon() + days(9), &fresh("x"), minutes(5)).await.unwrap(),
        None
    );
}

#[rstest]
#[tokio::test]
async fn a_letter_that_fails_is_tried_again_when_said_and_given_up_when_said(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let letter = register.claim_letter(noon(), &fresh("x"), minutes(5)).await.unwrap().unwrap();
    let next = noon() + minutes(30);
    let problem = LetterProblem::Unreachable;
    register.letter_failed(letter.id, 1, noon(), problem, Some(next)).await.unwrap();
    assert_eq!(register.next_letter_due().await.unwrap(), Some(next));
    assert_eq!(
        register.claim_letter(noon() + minutes(29), &fresh("x"), minutes(5)).await.unwrap(),
        None
    );
    let letter = register.claim_letter(next, &fresh("x"), minutes(5)).await.unwrap().unwrap();
    assert_eq!(letter.attempt, 2);
    assert_eq!(register.letters_given_up().await.unwrap(), 0);
    register.letter_failed(letter.id, 2, next, LetterProblem::Refused, None).await.unwrap();
    assert_eq!(register.letters_given_up().await.unwrap(), 1);
    assert_eq!(register.next_letter_due().await.unwrap(), None);
    assert_eq!(
        register.claim_letter(next + days(30), &fresh("x"), minutes(5)).await.unwrap(),
        None
    );
    let row = "SELECT state || ' ' || attempts || ' ' || last_problem FROM letters";
    assert_eq!(database.texts(row).await, ["given-up 2 refused"]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_two_instances_claim_the_same_attempt(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let registers = [database.open().await, database.open().await];
    for number in 0..40 {
        registers[0].join(submission(&number.to_string(), somebody(number))).await.unwrap();
    }
    let mut senders = tokio::task::JoinSet::new();
    for sender in 0..8 {
        let register = registers[sender % 2].clone();
        senders.spawn(async move {
            let mut claimed = Vec::new();
            let mut idle = 0;
            while idle < 3 {
                match register.claim_letter(noon(), &fresh("x"), minutes(5)).await.unwrap() {
                    Some(letter) => claimed.push(letter.id),
                    None => idle += 1,
                }
            }
            claimed
        });
    }
    let claimed: Vec<i64> = senders.join_all().await.into_iter().flatten().collect();
    assert_eq!(claimed.len(), 40);
    assert_eq!(claimed.iter().collect::<BTreeSet<_>>().len(), 40);
}

#[rstest]
#[tokio::test]
async fn the_outbox_holds_no_name_no_address_and_no_token(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", tim())).await.unwrap();
    register.join(submission("b", group())).await.unwrap();
    for number in 0..4 {
        let link = token(&format!("secret-{number}"));
        register.claim_letter(noon(), &link, minutes(5)).await.unwrap().unwrap();
    }
    let dump = database.dump().await;
    let everything = format!("{dump:?}");
    assert!(!everything.contains("secret-") && !everything.contains("key a"));
    let outbox = format!("{:?}{:?}{:?}", dump["letters"], dump["links"], dump["submissions"]);
    for word in ["Tim", "Young", "Grace", "Circle", "Jo ", "example.org", "M-a"] {
        assert!(!outbox.contains(word), "{word}");
    }
}
