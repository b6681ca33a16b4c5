//! The second factor.

use register::{LOCK_MINUTES, RecoveryAnswer, Register, SecondFactor, Token, TotpSecret, Try};
use rstest::rstest;

use crate::support::*;

/// An administrator who has signed in, and has not set the second factor up.
async fn invited(database: &TestDatabase) -> (Register, Token) {
    let register = database.open().await;
    let session = another(&register).await;
    (register, session)
}

/// Another session of theirs.
async fn another(register: &Register) -> Token {
    let (link, session) = (fresh("link"), fresh("session"));
    register.invite_administrator(&email("root@example.org"), &link, noon()).await.unwrap();
    register.sign_in_by_link(&link, None, &session, noon()).await.unwrap();
    session
}

async fn state(register: &Register, session: &Token) -> SecondFactor {
    register.session(session, noon()).await.unwrap().unwrap().second_factor
}

async fn secret(register: &Register, session: &Token) -> TotpSecret {
    register.totp_secret(session, noon()).await.unwrap().unwrap()
}

#[rstest]
#[tokio::test]
async fn a_secret_is_the_second_factor_once_a_code_of_it_was_right(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, session) = invited(&database).await;
    assert_eq!(register.totp_secret(&session, noon()).await.unwrap(), None);
    assert_eq!(register.try_second_factor(&session, noon()).await.unwrap(), Try::SignIn);
    assert!(register.keep_totp_secret(&session, b"first", noon()).await.unwrap());
    assert!(register.keep_totp_secret(&session, b"second", noon()).await.unwrap());
    let kept = secret(&register, &session).await;
    assert_eq!((kept.sealed.as_slice(), kept.confirmed), (&b"second"[..], false));
    assert_eq!(state(&register, &session).await, SecondFactor::ToSetUp);

    let codes = [token("a"), token("b")];
    // What was checked has to be what is kept.
    let stale = TotpSecret { sealed: b"first".to_vec(), ..kept.clone() };
    assert!(!register.second_factor_given(&session, &stale, 7, &codes, noon()).await.unwrap());
    assert!(register.second_factor_given(&session, &kept, 7, &codes, noon()).await.unwrap());
    assert_eq!(state(&register, &session).await, SecondFactor::Given);
    assert_eq!(database.count("recovery_codes").await, 2);
    let kept = secret(&register, &session).await;
    assert_eq!((kept.confirmed, kept.last_step), (true, Some(7)));
    // From now on nobody puts another one in its place.
    assert!(!register.keep_totp_secret(&session, b"third", noon()).await.unwrap());
    let log = "SELECT action FROM access_log ORDER BY id DESC";
    assert_eq!(database.texts(log).await[0], "second-factor-set-up");
}

#[rstest]
#[tokio::test]
async fn whoever_has_no_role_or_no_session_keeps_no_secret(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let session = sign_in(&register, "ada@example.org", noon()).await;
    for session in [session, fresh("unknown")] {
        assert!(!register.keep_totp_secret(&session, b"x", noon()).await.unwrap());
        assert_eq!(register.try_second_factor(&session, noon()).await.unwrap(), Try::SignIn);
    }
    let answer = register.use_recovery_code(&fresh("unknown"), &token("a"), noon()).await.unwrap();
    assert_eq!(answer, RecoveryAnswer::SignIn);
}

#[rstest]
#[tokio::test]
async fn a_code_of_a_step_that_was_used_or_of_one_before_it_is_refused(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, session) = invited(&database).await;
    second_factor(&register, &session, 7, noon()).await;
    let other = another(&register).await;
    let kept = secret(&register, &other).await;
    for step in [7, 6] {
        assert!(!register.second_factor_given(&other, &kept, step, &[], noon()).await.unwrap());
        assert_eq!(state(&register, &other).await, SecondFactor::ToGive);
    }
    assert!(register.second_factor_given(&other, &kept, 8, &[token("x")], noon()).await.unwrap());
    assert_eq!(state(&register, &other).await, SecondFactor::Given);
    // The recovery codes are those of the first time.
    assert_eq!(database.count("recovery_codes").await, 10);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_code_sent_many_times_at_once_is_good_for_one_session(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, session) = invited(&database).await;
    second_factor(&register, &session, 7, noon()).await;
    let mut all = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let session = another(&register).await;
        let kept = secret(&register, &session).await;
        let register = register.clone();
        all.spawn(async move {
            register.second_factor_given(&session, &kept, 8, &[], noon()).await.unwrap()
        });
    }
    assert_eq!(all.join_all().await.into_iter().filter(|given| *given).count(), 1);
}

#[rstest]
#[tokio::test]
async fn after_five_wrong_codes_nothing_is_looked_at_for_a_quarter_of_an_hour(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, session) = invited(&database).await;
    second_factor(&register, &session, 1, noon()).await;
    let other = another(&register).await;
    let mut at = noon();
    for expected in [4, 3, 2, 1, 0] {
        at += minutes(1);
        // Codes and recovery codes count together, and in every session of the account.
        let left = if expected % 2 == 0 {
            match register.try_second_factor(&other, at).await.unwrap() {
                Try::Look { left, .. } => left,
                refused => panic!("{refused:?}"),
            }
        } else {
            match register.use_recovery_code(&session, &token("none"), at).await.unwrap() {
                RecoveryAnswer::Wrong { left } => left,
                refused => panic!("{refused:?}"),
            }
        };
        assert_eq!(left, expected);
    }
    let until = at + minutes(LOCK_MINUTES);
    let last = until - minutes(1);
    let locked = register.try_second_factor(&other, last).await.unwrap();
    assert_eq!(locked, Try::Locked { until });
    let locked = register.use_recovery_code(&other, &token("recovery 0"), last).await.unwrap();
    assert_eq!(locked, RecoveryAnswer::Locked { until });
    let open = register.try_second_factor(&other, until).await.unwrap();
    assert!(matches!(open, Try::Look { left: 4, .. }), "{open:?}");
}

#[rstest]
#[tokio::test]
async fn wrong_codes_count_for_a_quarter_of_an_hour_and_until_one_is_right(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, session) = invited(&database).await;
    second_factor(&register, &session, 1, noon()).await;
    let tried = |minute: i64| {
        let (register, session) = (register.clone(), session.clone());
        async move {
            match register.try_second_factor(&session, noon() + minutes(minute)).await.unwrap() {
                Try::Look { left, .. } => left,
                refused => panic!("{refused:?}"),
            }
        }
    };
    assert_eq!([tried(0).await, tried(1).await, tried(14).await], [4, 3, 2]);
    assert_eq!(tried(15).await, 4);
    for left in [3, 2, 1, 0] {
        assert_eq!(tried(16).await, left);
    }
    // The fifth was right.
    let kept = secret(&register, &session).await;
    let given = register.second_factor_given(&session, &kept, 2, &[], noon() + minutes(16)).await;
    assert!(given.unwrap());
    assert_eq!(tried(17).await, 4);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn however_many_codes_arrive_at_once_five_are_looked_at(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, session) = invited(&database).await;
    second_factor(&register, &session, 1, noon()).await;
    let mut all = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let (register, session) = (register.clone(), session.clone());
        all.spawn(async move { register.try_second_factor(&session, noon()).await.unwrap() });
    }
    let tried = all.join_all().await;
    let looked = tried.iter().filter(|tried| matches!(tried, Try::Look { .. })).count();
    assert_eq!(looked, 5);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_recovery_code_works_once_however_often_it_is_sent(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, session) = invited(&database).await;
    second_factor(&register, &session, 1, noon()).await;
    let mut all = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let session = another(&register).await;
        let register = register.clone();
        all.spawn(async move {
            let answer = register.use_recovery_code(&session, &token("recovery 3"), noon()).await;
            (state(&register, &session).await, answer.unwrap())
        });
    }
    let mut given = 0;
    for (state, answer) in all.join_all().await {
        match answer {
            RecoveryAnswer::Given { codes_left } => {
                assert_eq!((state, codes_left), (SecondFactor::Given, 9));
                given += 1;
            }
            RecoveryAnswer::Wrong { .. } => assert_eq!(state, SecondFactor::ToGive),
            refused => panic!("{refused:?}"),
        }
    }
    assert_eq!(given, 1);
    let log = "SELECT count(*) FROM access_log WHERE action = 'recovery-code-used'";
    assert_eq!(database.number(log).await, 1);
}

#[rstest]
#[tokio::test]
async fn a_reset_takes_the_second_factor_and_the_codes_away_and_ends_every_session(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, session) = invited(&database).await;
    second_factor(&register, &session, 1, noon()).await;
    let other = another(&register).await;
    let root = email("ROOT@example.org");
    let changes = register.access_changes();
    assert!(register.reset_second_factor(&root, noon()).await.unwrap());
    assert!(changes.has_changed().unwrap());
    for ended in [&session, &other] {
        assert_eq!(register.session(ended, noon()).await.unwrap(), None);
    }
    assert_eq!(database.count("recovery_codes").await, 0);
    let anew = sign_in(&register, "root@example.org", noon()).await;
    assert_eq!(state(&register, &anew).await, SecondFactor::ToSetUp);
    assert!(register.keep_totp_secret(&anew, b"new", noon()).await.unwrap());
    // Nothing of the old one, such as the newest step, is held against the new one.
    let kept = secret(&register, &anew).await;
    assert!(register.second_factor_given(&anew, &kept, 1, &[], noon()).await.unwrap());
    assert!(!register.reset_second_factor(&email("x@example.org"), noon()).await.unwrap());
}
