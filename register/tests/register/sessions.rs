//! Sessions.

use register::{IDLE_MINUTES, Register, Role, SESSION_HOURS, SecondFactor};
use rstest::rstest;

use crate::support::*;

/// A member who is signed in.
async fn signed_in(database: &TestDatabase) -> (Register, register::Token) {
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let session = sign_in(&register, "ada@example.org", noon()).await;
    (register, session)
}

#[rstest]
#[tokio::test]
async fn a_session_says_whose_it_is_and_until_when(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, token) = signed_in(&database).await;
    let session = register.session(&token, noon()).await.unwrap().unwrap();
    assert_eq!(session.email, "ada@example.org");
    assert_eq!(session.second_factor, SecondFactor::NotNeeded);
    assert_eq!(session.roles, []);
    assert_eq!(session.ends_at, noon() + minutes(30));
    assert_eq!(session.latest_end, noon() + minutes(12 * 60));
    assert_eq!(register.session(&fresh("unknown"), noon()).await.unwrap(), None);
    // Only the hash of what the browser holds is kept.
    assert!(!format!("{:?}", database.dump().await).contains(token.as_str()));
}

#[rstest]
#[tokio::test]
async fn a_session_in_which_nothing_is_done_for_half_an_hour_ends(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, token) = signed_in(&database).await;
    assert_eq!(IDLE_MINUTES, 30);
    // Something is done each time just before the end.
    let mut at = noon();
    for _ in 0..3 {
        at += minutes(29);
        let session = register.session(&token, at).await.unwrap().unwrap();
        assert_eq!(session.ends_at, at + minutes(30));
    }
    assert_eq!(register.session(&token, at + minutes(30)).await.unwrap(), None);
    // A look that nobody took does not count as something done.
    assert!(register.look_at_session(&token, at + minutes(29)).await.unwrap().is_some());
    assert_eq!(register.look_at_session(&token, at + minutes(30)).await.unwrap(), None);
}

#[rstest]
#[tokio::test]
async fn a_session_ends_after_twelve_hours_whatever_is_done(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, token) = signed_in(&database).await;
    assert_eq!(SESSION_HOURS, 12);
    let end = noon() + minutes(12 * 60);
    let mut at = noon();
    while at + minutes(20) < end {
        at += minutes(20);
        let session = register.session(&token, at).await.unwrap().unwrap();
        assert_eq!(session.latest_end, end);
        assert_eq!(session.ends_at, end.min(at + minutes(30)));
    }
    assert!(register.session(&token, end - minutes(1)).await.unwrap().is_some());
    assert_eq!(register.session(&token, end).await.unwrap(), None);
}

#[rstest]
#[tokio::test]
async fn that_something_was_done_is_noted_once_a_minute_at_most(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, token) = signed_in(&database).await;
    let before = database.dump().await;
    for second in [0, 30, 59] {
        let at = noon() + chrono::TimeDelta::seconds(second);
        let session = register.session(&token, at).await.unwrap().unwrap();
        assert_eq!(session.ends_at, noon() + minutes(30));
    }
    assert_eq!(database.dump().await, before);
    register.session(&token, noon() + minutes(1)).await.unwrap().unwrap();
    assert_ne!(database.dump().await, before);
}

#[rstest]
#[tokio::test]
async fn signing_out_ends_this_session_at_once_and_no_other(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, here) = signed_in(&database).await;
    let there = sign_in(&register, "ada@example.org", noon()).await;
    let mut changes = register.access_changes();
    register.sign_out(&here, noon()).await.unwrap();
    assert!(changes.has_changed().unwrap());
    changes.mark_unchanged();
    assert_eq!(register.session(&here, noon()).await.unwrap(), None);
    assert!(register.session(&there, noon()).await.unwrap().is_some());
    // Signing out twice, or with what is no session, is no trouble.
    register.sign_out(&here, noon()).await.unwrap();
    register.sign_out(&fresh("unknown"), noon()).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn signing_out_everywhere_ends_all_of_ones_own_sessions_and_nobody_elses(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, here) = signed_in(&database).await;
    let there = sign_in(&register, "ada@example.org", noon()).await;
    register.join(submission("b", somebody(1))).await.unwrap();
    let other = sign_in(&register, "somebody1@example.org", noon()).await;
    // A session that has ended signs nobody out any more.
    let gone = sign_in(&register, "ada@example.org", noon()).await;
    register.sign_out(&gone, noon()).await.unwrap();
    register.sign_out_everywhere(&gone, noon()).await.unwrap();
    assert!(register.session(&here, noon()).await.unwrap().is_some());

    let mut changes = register.access_changes();
    register.sign_out_everywhere(&there, noon()).await.unwrap();
    assert!(changes.has_changed().unwrap());
    changes.mark_unchanged();
    for ended in [&here, &there] {
        assert_eq!(register.session(ended, noon()).await.unwrap(), None);
    }
    assert!(register.session(&other, noon()).await.unwrap().is_some());
}

#[rstest]
#[tokio::test]
async fn a_session_shows_a_role_from_the_moment_it_is_given_to_the_moment_it_is_withdrawn(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, token) = signed_in(&database).await;
    let root = administrator(&register).await;
    give(&register, &root, "ada@example.org", committee("bristol", register::Office::Member)).await;
    let session = register.session(&token, noon()).await.unwrap().unwrap();
    let branch = register::InBranch { slug: "bristol".into(), name: "Bristol".into() };
    assert_eq!(session.roles, [Role::Committee { branch, office: register::Office::Member }]);
    assert_eq!(session.second_factor, SecondFactor::ToSetUp);
    second_factor(&register, &token, 1, noon()).await;
    let session = register.session(&token, noon()).await.unwrap().unwrap();
    assert_eq!(session.second_factor, SecondFactor::Given);
    // In another session of theirs it still has to be given.
    let other = sign_in(&register, "ada@example.org", noon()).await;
    let session = register.session(&other, noon()).await.unwrap().unwrap();
    assert_eq!(session.second_factor, SecondFactor::ToGive);

    let permit = network(&register, &root).await;
    let role = database.number("SELECT max(id) FROM roles").await;
    let mut changes = register.access_changes();
    register.withdraw_role((&permit).into(), role, noon()).await.unwrap();
    assert!(changes.has_changed().unwrap());
    changes.mark_unchanged();
    let session = register.look_at_session(&token, noon()).await.unwrap().unwrap();
    assert_eq!((session.roles, session.second_factor), (vec![], SecondFactor::NotNeeded));
}
