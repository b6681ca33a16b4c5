//! Whichever write fails, nothing is left behind.

use std::collections::BTreeMap;

use register::{Error, JoinError, Office, Register};
use rstest::rstest;
use rules::*;

use crate::support::{self, *};

/// Makes writes to a table fail from the row `after` the present ones on.
pub(crate) async fn break_writes(database: &TestDatabase, table: &str, after: i64) {
    let rows = database.count(table).await + after;
    let statements = match database.backend {
        Backend::Sqlite => vec![
            format!(
                "CREATE TRIGGER broken_insert BEFORE INSERT ON \"{table}\" \
                 WHEN (SELECT count(*) FROM \"{table}\") >= {rows} \
                 BEGIN SELECT RAISE(ABORT, 'injected'); END"
            ),
            format!(
                "CREATE TRIGGER broken_update BEFORE UPDATE ON \"{table}\" \
                 WHEN {after} = 0 BEGIN SELECT RAISE(ABORT, 'injected'); END"
            ),
            format!(
                "CREATE TRIGGER broken_delete BEFORE DELETE ON \"{table}\" \
                 WHEN {after} = 0 BEGIN SELECT RAISE(ABORT, 'injected'); END"
            ),
        ],
        Backend::Postgres => vec![
            format!(
                "CREATE OR REPLACE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
                 IF (TG_OP = 'INSERT' AND (SELECT count(*) FROM \"{table}\") >= {rows}) \
                 OR (TG_OP <> 'INSERT' AND {after} = 0) \
                 THEN RAISE EXCEPTION 'injected'; END IF; \
                 IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
            ),
            format!(
                "CREATE TRIGGER broken BEFORE INSERT OR UPDATE OR DELETE ON \"{table}\" \
                 FOR EACH ROW EXECUTE FUNCTION broken()"
            ),
        ],
    };
    for statement in statements {
        database.run(&statement).await.unwrap();
    }
}

pub(crate) async fn mend_writes(database: &TestDatabase, table: &str) {
    let statements = match database.backend {
        Backend::Sqlite => ["insert", "update", "delete"]
            .map(|write| format!("DROP TRIGGER broken_{write}"))
            .to_vec(),
        Backend::Postgres => vec![format!("DROP TRIGGER broken ON \"{table}\"")],
    };
    for statement in statements {
        database.run(&statement).await.unwrap();
    }
}

/// Breaks each write of the operation in turn, and gives how many writes each table had. The
/// operation has to leave nothing behind when it fails, and to succeed once all is mended.
async fn writes<F>(database: &TestDatabase, operation: impl Fn() -> F) -> BTreeMap<String, i64>
where
    F: Future<Output = Result<(), Error>>,
{
    let mut writes = BTreeMap::new();
    let before = database.dump().await;
    for table in database.tables().await {
        // As many rows as this no operation writes to one table.
        for after in 0..8 {
            break_writes(database, &table, after).await;
            let done = operation().await;
            mend_writes(database, &table).await;
            if done.is_ok() {
                // Not broken by this: the database is put back for the next table.
                restore(database, &before).await;
                break;
            }
            assert!(matches!(done, Err(Error::Internal(_))), "{table}: {done:?}");
            assert_eq!(database.dump().await, before, "{table} after {after}");
            *writes.entry(table.clone()).or_default() += 1;
        }
    }
    operation().await.unwrap();
    assert_ne!(database.dump().await, before);
    writes
}

/// Takes away what an operation added, so that the next starts from the same rows. Each case
/// starts from a database whose only rows are those of the branches and `before`.
async fn restore(database: &TestDatabase, before: &Dump) {
    let after = database.dump().await;
    let order = [
        "links",
        "letters",
        "seats",
        "guardians",
        "consents",
        "help_offers",
        "search_words",
        "placings",
        "memberships",
        "groups",
        "people",
        "counters",
        "joins_by_day",
        "joins_by_week",
        "members_by_district",
        "offers_by_district",
        "access_log",
        "submissions",
    ];
    for table in order {
        if after[table] != before[table] {
            database.run(&format!("DELETE FROM \"{table}\"")).await.unwrap();
        }
    }
}

fn failed(error: JoinError) -> Error {
    match error {
        JoinError::Failed(error) => error,
        JoinError::Taken => panic!("taken"),
    }
}

async fn writes_of_a_join(
    backend: Backend,
    join: impl Into<AnyJoin> + Clone,
) -> BTreeMap<String, i64> {
    let database = TestDatabase::new(backend).await;
    let register: Register = database.open().await;
    writes(&database, || {
        let (register, submission) = (register.clone(), submission("a", join.clone()));
        async move { register.join(submission).await.map(drop).map_err(failed) }
    })
    .await
}

fn counts(counts: &[(&str, i64)]) -> BTreeMap<String, i64> {
    counts.iter().map(|(table, count)| ((*table).to_owned(), *count)).collect()
}

#[rstest]
#[tokio::test]
async fn a_join_that_fails_at_any_of_its_writes_leaves_nothing_behind(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let outside =
        Home::Postcode { postcode: Postcode::parse("EH1 1YZ").unwrap(), start_branch: true };
    let join = IndividualJoin { home: outside, ..ada() };
    let expected = counts(&[
        ("access_log", 1),
        ("consents", 3),
        ("counters", 1),
        ("help_offers", 1),
        ("joins_by_day", 1),
        ("joins_by_week", 1),
        ("letters", 1),
        ("memberships", 1),
        ("offers_by_district", 1),
        ("people", 1),
        ("placings", 1),
        ("search_words", 6),
        ("submissions", 1),
    ]);
    assert_eq!(writes_of_a_join(backend, join).await, expected);
}

#[rstest]
#[tokio::test]
async fn a_childs_join_that_fails_at_any_of_its_writes_leaves_nothing_behind(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let expected = counts(&[
        ("access_log", 1),
        ("counters", 1),
        ("guardians", 1),
        ("letters", 1),
        ("memberships", 1),
        ("people", 1),
        ("search_words", 7),
        ("submissions", 1),
    ]);
    assert_eq!(writes_of_a_join(backend, tim()).await, expected);
}

#[rstest]
#[tokio::test]
async fn a_groups_join_that_fails_at_any_of_its_writes_leaves_nothing_behind(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let expected = counts(&[
        ("access_log", 1),
        ("consents", 2),
        ("counters", 2),
        ("groups", 1),
        ("joins_by_day", 1),
        ("joins_by_week", 1),
        ("letters", 3),
        ("seats", 2),
        ("submissions", 1),
    ]);
    let join = GroupJoin { newsletter: true, ..group() };
    assert_eq!(writes_of_a_join(backend, join).await, expected);
}

#[rstest]
#[tokio::test]
async fn a_confirmation_that_fails_at_any_of_its_writes_leaves_the_membership_waiting(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    for (table, written) in [
        ("guardians", true),
        ("memberships", true),
        ("consents", true),
        ("help_offers", true),
        ("letters", true),
        ("access_log", true),
        ("counters", true),
        ("people", true),
        ("placings", true),
        ("joins_by_day", true),
        ("joins_by_week", true),
        ("offers_by_district", true),
        ("submissions", false),
    ] {
        let database = TestDatabase::new(backend).await;
        let register = database.open().await;
        register.join(submission("a", tim())).await.unwrap();
        register.claim_letter(noon(), &token("link"), minutes(5)).await.unwrap();
        let before = database.dump().await;
        break_writes(&database, table, 0).await;
        let confirmed = register.confirm_guardian(&token("link"), noon()).await;
        assert_eq!(confirmed.is_err(), written, "{table}");
        mend_writes(&database, table).await;
        if written {
            assert_eq!(database.dump().await, before, "{table}");
            register.confirm_guardian(&token("link"), noon()).await.unwrap().unwrap();
        }
    }
}

#[rstest]
#[tokio::test]
async fn asking_signing_in_and_giving_a_role_happen_whole_or_not_at_all(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values("ask", "link", "set up", "recover", "give", "withdraw", "invite", "reset", "look")]
    operation: &str,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let root = administrator(&register).await;
    give(&register, &root, "ada@example.org", committee("bristol", Office::Member)).await;
    let browser = token("browser");
    let link = ask(&register, "ada@example.org", &browser, noon()).await.unwrap().link;
    let session = sign_in(&register, "ada@example.org", noon()).await;
    register.keep_totp_secret(&session, b"sealed", noon()).await.unwrap();
    let secret = register.totp_secret(&session, noon()).await.unwrap().unwrap();
    // A wrong code before, which a right one makes forgotten.
    register.try_second_factor(&root, noon()).await.unwrap();
    let permit = network(&register, &root).await;
    let bristol = support::permit(&register, &root, "bristol").await;
    let role = database.number("SELECT max(id) FROM roles").await;
    let (to, by) = (email("new@example.org"), register::RoleGiver::from(&permit));
    let done = || async {
        let at = noon() + minutes(1);
        match operation {
            "ask" => {
                register.ask_to_sign_in(&email("ada@example.org"), &browser, at).await.map(drop)
            }
            "link" => {
                let new = token("new session");
                register.sign_in_by_link(&link, Some(&browser), &new, at).await.map(drop)
            }
            "set up" => {
                let codes = [token("one")];
                register.second_factor_given(&session, &secret, 1, &codes, at).await.map(drop)
            }
            "recover" => {
                register.use_recovery_code(&root, &token("recovery 1"), at).await.map(drop)
            }
            "give" => {
                let role = committee("bristol", Office::Chair);
                register.give_role(by, &to, &role, at).await.map(drop)
            }
            "withdraw" => register.withdraw_role(by, role, at).await.map(drop),
            "look" => register.opened_dashboard(&bristol, at).await.map(drop),
            "invite" => register.invite_administrator(&to, &token("invite"), at).await,
            _ => register.reset_second_factor(&email("root@example.org"), at).await.map(drop),
        }
    };
    let expected: &[&str] = match operation {
        "ask" => &["letters", "sign_ins"],
        "link" => &["access_log", "sessions", "sign_ins"],
        "set up" => &["access_log", "accounts", "recovery_codes", "sessions"],
        "recover" => &["access_log", "accounts", "recovery_codes", "sessions"],
        "give" => &["access_log", "accounts", "letters", "roles"],
        "withdraw" => &["access_log", "accounts", "roles"],
        "look" => &["access_log"],
        "invite" => &["access_log", "accounts", "roles", "sign_in_links", "sign_ins"],
        _ => &["access_log", "accounts", "recovery_codes", "sessions"],
    };
    let before = database.dump().await;
    for table in expected {
        break_writes(&database, table, 0).await;
        let failed = done().await;
        mend_writes(&database, table).await;
        assert!(matches!(failed, Err(Error::Internal(_))), "{table}: {failed:?}");
        assert_eq!(database.dump().await, before, "{table}");
    }
    done().await.unwrap();
    let after = database.dump().await;
    for table in expected {
        assert_ne!(after[*table], before[*table], "{table}");
    }
    for (table, rows) in &after {
        assert!(expected.contains(&table.as_str()) || rows == &before[table], "{table}");
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_join_that_fails_takes_none_of_those_that_arrived_with_it_along(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let mut joins = tokio::task::JoinSet::new();
    for number in 0..60 {
        let register = register.clone();
        let mut submission = submission(&number.to_string(), somebody(number));
        if number % 3 == 0 {
            submission.number = "M-a".to_owned();
        }
        joins.spawn(async move { (number, register.join(submission).await) });
    }
    for (number, joined) in joins.join_all().await {
        if number % 3 == 0 {
            assert_eq!(joined, Err(JoinError::Taken));
        } else {
            joined.unwrap();
        }
    }
    assert_eq!(database.count("people").await, 41);
    assert_eq!(database.counted("bristol", "full").await, 41);
}

#[rstest]
#[tokio::test]
async fn no_error_says_anything_of_whom_it_was_about(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    for table in ["people", "memberships", "letters", "submissions"] {
        break_writes(&database, table, 0).await;
        let error = register.join(submission("a", ada())).await.unwrap_err();
        mend_writes(&database, table).await;
        let said = format!("{error} {error:?}");
        for word in ["Ada", "ada", "example", "BS5", "R-a", "M-a", "key a", "INSERT", "VALUES"] {
            assert!(!said.contains(word), "{said}");
        }
    }
    database.run("DROP TABLE consents").await.unwrap();
    let error = register.join(submission("a", ada())).await.unwrap_err();
    assert!(!format!("{error} {error:?}").contains("consents"), "{error}");
}
