//! Changes that meet others.

use register::{BranchChange, BranchChanged, BranchLook};
use rstest::rstest;
use tokio::task::JoinSet;

use super::support::*;
use crate::support::*;

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_branches_that_claim_the_same_area_at_once_one_gets_it(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = database.administrator(&register, "root@example.org").await;
    joins(&register, 1, "BA1 1AA").await;
    let mut looked = Vec::new();
    for called in ["One", "Two", "Three", "Four"] {
        let slug = forming(&register, &root, called, &["BA1"]).await;
        let seen = look(&register, &root, &slug, &BranchChange::Activate).await;
        looked.push((slug, seen.mark));
    }
    let mut tasks = JoinSet::new();
    for (slug, seen) in looked {
        let (register, root) = (register.clone(), root.clone());
        tasks.spawn(async move {
            let activate = BranchChange::Activate;
            register.change_branch(&root, &slug, &activate, Some(&seen), noon()).await
        });
    }
    let changed: Vec<_> =
        tasks.join_all().await.into_iter().map(|changed| changed.unwrap().unwrap()).collect();
    let done = changed.iter().filter(|changed| matches!(changed, BranchChanged::Done { .. }));
    assert_eq!(done.count(), 1, "{changed:?}");
    let refused = changed.iter().filter(|changed| matches!(changed, BranchChanged::MayNot(_)));
    assert_eq!(refused.count(), 3, "{changed:?}");
    let active = "SELECT count(*) FROM areas WHERE area = 'BA1' AND branch_status = 'active'";
    assert_eq!(database.number(active).await, 1);
    database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nobody_who_joins_while_a_branch_becomes_active_is_left_out(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = database.administrator(&register, "root@example.org").await;
    let slug = forming(&register, &root, "Bath", &["BA1"]).await;
    let mut tasks = JoinSet::new();
    for key in 0..60 {
        let register = register.clone();
        tasks.spawn(async move { joins(&register, key, "BA1 1AA").await });
    }
    let activate = BranchChange::Activate;
    let mut seen = match register.look_at_change(&root, &slug, &activate).await.unwrap() {
        Some(BranchLook::Would(would)) => would.mark,
        other => panic!("{other:?}"),
    };
    while let Some(BranchChanged::LookFirst(now)) =
        register.change_branch(&root, &slug, &activate, Some(&seen), noon()).await.unwrap()
    {
        seen = now.mark;
    }
    tasks.join_all().await;
    assert_eq!(database.counted("bath", "full").await, 60);
    assert_eq!(database.counted("none", "full").await, 0);
    database.assert_current_counts_are_right().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn more_than_one_statement_takes_are_moved_in_one_piece(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = database.administrator(&register, "root@example.org").await;
    let mut tasks = JoinSet::new();
    for key in 0..520 {
        let register = register.clone();
        tasks.spawn(async move { joins(&register, key, "BA1 1AA").await });
    }
    tasks.join_all().await;
    let slug = forming(&register, &root, "Bath", &["BA1"]).await;
    let would = make(&register, &root, &slug, BranchChange::Activate).await;
    assert_eq!(would.moves[0].members, 520);
    assert_eq!(database.counted("bath", "full").await, 520);
    assert_eq!(database.owed().await.len(), 520);
    let moved = "SELECT count(*) FROM access_log WHERE action = 'moved'";
    assert_eq!(database.number(moved).await, 520);
    database.assert_current_counts_are_right().await;
}
