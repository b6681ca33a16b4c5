//! Wherever an import fails, nobody is imported.

use register::ListImported;
use rstest::rstest;

use super::support::*;
use crate::failures::{break_writes, mend_writes};
use crate::support::*;

#[rstest]
#[tokio::test]
async fn an_import_that_fails_at_any_of_its_writes_imports_nobody(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    keep(&register, &permit, &people(20)).await;
    let seen = look(&register, &permit).await.mark;
    let before = database.dump().await;
    for (table, after) in [
        ("access_log", 0),
        ("access_log", 12),
        ("consents", 7),
        ("counters", 1),
        ("imports", 0),
        ("joins_by_day", 3),
        ("joins_by_week", 3),
        ("letters", 19),
        ("lists", 0),
        ("members_by_district", 1),
        ("memberships", 10),
        ("people", 10),
        ("placings", 15),
        ("search_words", 40),
    ] {
        break_writes(&database, table, after).await;
        let failed = import(&register, &permit, &seen).await;
        mend_writes(&database, table).await;
        assert!(failed.is_err(), "{table}: {failed:?}");
        let said = format!("{failed:?}");
        assert!(!said.contains("Person") && !said.contains("example"), "{said}");
        assert_eq!(database.dump().await, before, "{table}");
    }
    assert_eq!(import(&register, &permit, &seen).await, Ok(Some(ListImported::Done(20))));
    database.assert_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn an_import_that_panics_imports_nobody_and_can_be_done_again(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    keep(&register, &permit, &people(20)).await;
    let seen = look(&register, &permit).await.mark;
    let before = database.dump().await;
    let importing = tokio::spawn({
        let (register, permit, seen) = (register.clone(), permit.clone(), seen.clone());
        async move {
            let panics = |written| assert!(written == 0, "{written} are written");
            register.import_list(&permit, KEY, &seen, &draw, &panics, noon()).await
        }
    });
    assert!(importing.await.is_err_and(|ended| ended.is_panic()));
    assert_eq!(database.dump().await, before);
    assert_eq!(import(&register, &permit, &seen).await, Ok(Some(ListImported::Done(20))));
}
