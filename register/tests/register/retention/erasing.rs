//! Each kind, against a moved clock.

use register::{Expiring, LetterContent, LetterProblem, Office, Register, Submission};
use rstest::rstest;
use rules::{IndividualJoin, Retention};
use sea_orm::ConnectionTrait;

use super::{for_days, goes_at, period, second};
use crate::failures::{break_writes, mend_writes};
use crate::support::*;

/// One of everything that expires, and of what does not.
async fn everything(database: &TestDatabase) -> Register {
    let register = database.open().await;
    let root = administrator(&register).await;
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("e", group())).await.unwrap();
    crate::evidence::one_accepted(&register, &root, "M-e").await;
    register.use_recovery_code(&root, &token("recovery 1"), noon()).await.unwrap();
    register.join(submission("t", tim())).await.unwrap();
    // Who had a role for a while, and did nothing in it.
    give(&register, &root, "ended@example.org", committee("bristol", Office::Member)).await;
    database.withdraw("ended@example.org").await;
    let change = "INSERT INTO email_changes (person_id, email, email_key, old_email, \
        old_email_key, asked_at) SELECT id, 'new@example.net', 'new@example.net', email, \
        email_key, created_at FROM people WHERE name = 'Ada Lovelace'";
    database.run(change).await.unwrap();
    register.seal_access_log().await.unwrap();
    register
}

#[rstest]
#[tokio::test]
async fn a_dry_run_counts_what_would_go_and_changes_nothing(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = everything(&database).await;
    let (before, later) = (database.dump().await, noon() + days(731));
    let mut counted = Vec::new();
    for what in Expiring::ALL {
        counted.push(register.count_expired(what, later).await.unwrap());
        assert_eq!(database.dump().await, before, "{what:?}");
    }
    assert!(counted.iter().all(|count| *count > 0), "{counted:?}");
    // The letters and submissions of whom no guardian confirmed go with them.
    for (what, counted) in Expiring::ALL.into_iter().zip(counted) {
        let erased = register.erase_expired(what, later).await.unwrap();
        let with_others = if what == Expiring::Submissions { 1 } else { 0 };
        assert_eq!(erased + with_others, counted, "{what:?}");
    }
}

#[rstest]
#[tokio::test]
async fn nothing_goes_along_that_is_not_of_its_kind(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(
        (Expiring::Submissions, "submissions"),
        (Expiring::SignIns, "sign_ins sign_in_links sessions recovery_codes letters"),
        (Expiring::Letters, "letters"),
        (Expiring::EmailChanges, "email_changes"),
        (Expiring::Evidence, "evidence evidence_files"),
        (Expiring::AccessLog, "access_log log_start"),
        (Expiring::EndedRoles, "roles accounts letters"),
    )]
    (what, tables): (Expiring, &str),
) {
    let database = TestDatabase::new(backend).await;
    let register = everything(&database).await;
    let before = database.dump().await;
    assert!(register.erase_expired(what, noon() + days(731)).await.unwrap() > 0);
    for (table, rows) in database.dump().await {
        if !tables.split(' ').any(|its| its == table) {
            assert_eq!(before[&table], rows, "{table}");
        }
    }
}

#[rstest]
#[tokio::test]
async fn a_guardian_has_as_long_as_is_set_and_the_letter_says_so(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let retention = Retention { guardian: period(20), ..Retention::default() };
    let register = database.open().await.keeping(retention);
    register.join(submission("a", ada())).await.unwrap();
    let mut later = submission("later", IndividualJoin { name: name("Bea Young"), ..tim() });
    later.at = noon() + days(1);
    register.join(submission("t", tim())).await.unwrap();
    register.join(later).await.unwrap();
    let mut until = None;
    while let Some(letter) =
        register.claim_letter(noon(), &token("link"), minutes(5)).await.unwrap()
    {
        if let LetterContent::Guardian { until: said, .. } = letter.content {
            until = Some(said);
        }
    }
    let end = noon() + days(20);
    assert_eq!(until, Some(end));
    let asked = register.guardian_request(&token("link"), end - second()).await.unwrap();
    assert_eq!(asked.unwrap().until, end);
    assert_eq!(register.guardian_request(&token("link"), end).await.unwrap(), None);
    assert_eq!(register.confirm_guardian(&token("link"), end).await.unwrap(), None);
    goes_at(&register, Expiring::Unconfirmed, end, 1).await;
    let names = database.texts("SELECT name FROM people ORDER BY name").await;
    assert_eq!(names, ["Ada Lovelace", "Bea Young"]);
}

#[rstest]
#[tokio::test]
async fn what_is_sent_again_counts_once_for_thirty_days_and_later_is_a_members(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let first = register.join(submission("a", ada())).await.unwrap();
    let later = Submission { at: noon() + days(1), ..submission("b", somebody(1)) };
    register.join(later).await.unwrap();
    let end = noon() + days(30);
    assert_eq!(register.join(submission("a", ada())).await.unwrap(), first);
    assert_eq!(database.count("letters").await, 2);
    goes_at(&register, Expiring::Submissions, end, 1).await;
    assert_eq!(database.texts("SELECT reference FROM submissions").await, ["R-b"]);
    // Nobody is there twice for it.
    register.join(Submission { at: end, ..submission("a", ada()) }).await.unwrap();
    assert_eq!(database.count("memberships").await, 2);
    let kinds = database.texts("SELECT kind FROM letters ORDER BY id").await;
    assert_eq!(kinds, ["welcome", "welcome", "already-a-member"]);
}

#[rstest]
#[tokio::test]
async fn a_letter_is_forgotten_thirty_days_after_it_was_sent_or_given_up(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    for number in 0..3 {
        register.join(submission(&number.to_string(), somebody(number))).await.unwrap();
    }
    let claim =
        || async { register.claim_letter(noon(), &fresh("x"), days(1)).await.unwrap().unwrap() };
    let (sent, failed) = (claim().await, claim().await);
    register.letter_sent(sent.id, noon()).await.unwrap();
    let (given_up, problem) = (noon() + days(2), LetterProblem::Refused);
    register.letter_failed(failed.id, 1, given_up, problem, None).await.unwrap();
    goes_at(&register, Expiring::Letters, noon() + days(30), 1).await;
    goes_at(&register, Expiring::Letters, given_up + days(30), 1).await;
    // One that has not been sent waits for as long as it takes.
    goes_at(&register, Expiring::Letters, noon() + days(3000), 0).await;
    assert_eq!(database.texts("SELECT state FROM letters").await, ["waiting"]);
}

#[rstest]
#[tokio::test]
async fn more_than_are_erased_at_a_time_go_in_one_run(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    for number in 0..51 {
        let name = name(&format!("Tim Young {number}"));
        let child = IndividualJoin { name, ..tim() };
        register.join(submission(&number.to_string(), child)).await.unwrap();
    }
    register.join(submission("a", ada())).await.unwrap();
    let letter = register.claim_letter(noon(), &fresh("x"), days(1)).await.unwrap().unwrap();
    register.letter_sent(letter.id, noon()).await.unwrap();
    let many = "INSERT INTO letters (kind, about, membership_id, state, attempts, created_at, \
        next_attempt_at, sent_at) SELECT 'welcome', 'membership', max(memberships.id), 'sent', 1, \
        sent_at, sent_at, sent_at FROM memberships, letters, guardians, seats_of_nobody \
        WHERE sent_at IS NOT NULL GROUP BY guardians.id, n, sent_at";
    let numbers = "(SELECT 1 AS n UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 \
        UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 \
        UNION ALL SELECT 9 UNION ALL SELECT 10) AS numbers";
    database.run(&many.replace("seats_of_nobody", numbers)).await.unwrap();
    let end = noon() + days(30);
    goes_at(&register, Expiring::Letters, end, 511).await;
    assert_eq!(register.erase_expired(Expiring::Unconfirmed, end).await, Ok(51));
    assert_eq!(database.count("people").await, 1);
    database.assert_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn what_is_left_of_signing_in_goes_after_as_long_as_is_set(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await.keeping(for_days(3));
    let root = administrator(&register).await;
    register.use_recovery_code(&root, &token("recovery 1"), noon()).await.unwrap();
    let codes = database.count("recovery_codes").await;
    // The session is over after twelve hours, whatever is set.
    assert_eq!(register.erase_expired(Expiring::SignIns, noon() + days(1)).await, Ok(1));
    // The invitation, and the code that was used.
    goes_at(&register, Expiring::SignIns, noon() + days(3), 2).await;
    assert_eq!(database.count("recovery_codes").await, codes - 1);
    // Asking forgets what is as old on its way, and nothing before.
    for (day, left) in [(4, 1), (6, 2), (7, 2)] {
        let address = email(&format!("nobody{day}@example.org"));
        register.ask_to_sign_in(&address, &fresh("b"), noon() + days(day)).await.unwrap();
        assert_eq!(database.count("sign_ins").await, left, "{day}");
    }
}

#[rstest]
#[case(
    "sign_ins",
    "email_hash, browser_hash, asked_at, expires_at, wrong_codes",
    "randomblob(32), browser_hash, asked_at, expires_at, 0"
)]
#[case(
    "sessions",
    "account_id, token_hash, started_at, seen_at",
    "account_id, randomblob(32), started_at, seen_at"
)]
#[tokio::test]
async fn many_go_a_little_at_a_time(
    #[case] table: &str,
    #[case] columns: &str,
    #[case] values: &str,
) {
    let database = TestDatabase::new(Backend::Sqlite).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    sign_in(&register, "ada@example.org", noon()).await;
    let more = format!(
        "INSERT INTO {table} ({columns}) \
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600) \
         SELECT {values} FROM {table}, n"
    );
    // The last of them cannot go.
    let stays = format!(
        "CREATE TRIGGER stays BEFORE DELETE ON {table} \
         WHEN OLD.id = (SELECT max(id) FROM {table}) BEGIN SELECT RAISE(ABORT, 'injected'); END"
    );
    for statement in [more, stays] {
        database.run(&statement).await.unwrap();
    }
    let later = noon() + days(1);
    assert_eq!(register.count_expired(Expiring::SignIns, later).await, Ok(602));
    assert!(register.erase_expired(Expiring::SignIns, later).await.is_err());
    assert_eq!(database.count(table).await, 101);
    database.run("DROP TRIGGER stays").await.unwrap();
    assert!(register.erase_expired(Expiring::SignIns, later).await.unwrap() >= 101);
    assert_eq!(database.count(table).await, 0);
}

#[tokio::test]
async fn looking_for_what_is_over_does_not_wait_for_whoever_writes() {
    let database = TestDatabase::new(Backend::Sqlite).await;
    let register = database.open().await;
    register.join(submission("t", tim())).await.unwrap();
    let other = database.raw().await;
    other.execute_unprepared("BEGIN IMMEDIATE").await.unwrap();
    for what in Expiring::ALL {
        assert_eq!(register.erase_expired(what, noon()).await, Ok(0), "{what:?}");
    }
    other.execute_unprepared("ROLLBACK").await.unwrap();
}

#[rstest]
#[tokio::test]
async fn whichever_write_fails_nothing_is_half_erased(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(
        (Expiring::Unconfirmed, "people access_log counters"),
        (Expiring::EmailChanges, "email_changes"),
        (Expiring::Evidence, "evidence_files evidence"),
        (Expiring::SignIns, "sign_ins"),
        (Expiring::AccessLog, "access_log log_start"),
        (Expiring::EndedRoles, "roles accounts"),
    )]
    (what, tables): (Expiring, &str),
) {
    let database = TestDatabase::new(backend).await;
    let register = everything(&database).await;
    let (before, later) = (database.dump().await, noon() + days(731));
    for table in tables.split(' ') {
        break_writes(&database, table, 0).await;
        let failed = register.erase_expired(what, later).await;
        mend_writes(&database, table).await;
        assert!(failed.is_err(), "{table}");
        assert_eq!(database.dump().await, before, "{table}");
    }
    assert!(register.erase_expired(what, later).await.unwrap() > 0);
}
