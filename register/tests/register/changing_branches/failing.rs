//! Whichever write of a change fails, nothing has changed.

use register::{BranchChange, Office};
use rstest::rstest;

use super::support::*;
use crate::failures::{break_writes, mend_writes};
use crate::support::*;

#[rstest]
#[tokio::test]
async fn a_change_that_fails_at_any_of_its_writes_moves_nobody(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let session = administrator(&register).await;
    let root = network(&register, &session).await;
    joins(&register, 1, "BS20 7AA").await;
    register.join(submission("g", group())).await.unwrap();
    give(&register, &session, "chair@example.org", committee("north-somerset", Office::Chair))
        .await;
    let close = BranchChange::Close;
    let seen = look(&register, &root, "north-somerset", &close).await.mark;
    let before = database.dump().await;
    for table in [
        "access_log",
        "areas",
        "branches",
        "counters",
        "groups",
        "letters",
        "members_by_district",
        "memberships",
        "people",
        "placings",
        "roles",
        "search_words",
    ] {
        break_writes(&database, table, 0).await;
        let failed =
            register.change_branch(&root, "north-somerset", &close, Some(&seen), noon()).await;
        mend_writes(&database, table).await;
        assert!(failed.is_err(), "{table}: {failed:?}");
        assert_eq!(database.dump().await, before, "{table}");
    }
    make(&register, &root, "north-somerset", close).await;
    database.assert_current_counts_are_right().await;
}
