//! The branches.

use rstest::rstest;
use rules::*;

use crate::support::*;

#[rstest]
#[tokio::test]
async fn a_new_installation_starts_with_bristol_and_north_somerset(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let branches = database.open().await.branches().await.unwrap();
    let line = branches.to_line();
    assert_eq!(
        line,
        "bristol=Bristol=BS1,BS2,BS3,BS4,BS5,BS6,BS7,BS8,BS9,BS10,BS11,BS12,BS13,BS14,BS15,BS16;\
         north-somerset=North Somerset=BS20,BS21,BS22,BS23,BS24,BS25,BS29,BS48,BS49"
    );
    assert_eq!(Branches::from_line(&line), branches);
}

#[rstest]
#[tokio::test]
async fn only_active_branches_are_shown_by_name(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    for (slug, name, status) in
        [("bath", "Bath", "active"), ("wells", "Wells", "forming"), ("yate", "Yate", "closed")]
    {
        let branch = format!(
            "INSERT INTO branches (slug, name, status) VALUES ('{slug}', '{name}', '{status}')"
        );
        database.run(&branch).await.unwrap();
    }
    let branches = register.branches().await.unwrap();
    let names: Vec<_> = branches.iter().map(|branch| branch.name.as_str()).collect();
    assert_eq!(names, ["Bath", "Bristol", "North Somerset"]);
    assert!(branches.by_slug("bath").unwrap().areas.is_empty());
}

#[rstest]
#[tokio::test]
async fn opening_again_does_not_bring_back_a_branch_that_was_renamed(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    database.open().await;
    database
        .run("UPDATE branches SET slug = 'city', name = 'City' WHERE slug = 'bristol'")
        .await
        .unwrap();
    let branches = database.open().await.branches().await.unwrap();
    assert_eq!(branches.iter().count(), 2);
    assert!(branches.by_slug("bristol").is_none());
}
