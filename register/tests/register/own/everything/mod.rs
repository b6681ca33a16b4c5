//! Everything that is held: whatever the database has of somebody is told to them, and goes when
//! they leave. Each column of each table is classified in `columns`; one that is new fails here
//! until it is.

mod columns;
mod scene;
mod told;

use std::collections::{BTreeMap, BTreeSet};

use register::{HeldFiles, HeldPart, LogCheck};
use rstest::rstest;

use crate::support::*;
use columns::{After, Is, tables};
use scene::Scene;
use told::Told;

#[rstest]
#[tokio::test]
async fn every_column_of_the_database_is_classified_and_nothing_else_is(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    database.open().await;
    let mut there = BTreeSet::new();
    for table in database.tables().await {
        for column in database.columns(&table).await {
            there.insert(format!("{table}.{column}"));
        }
    }
    let classified: Vec<_> = tables()
        .flat_map(|table| {
            table.columns.iter().map(|(column, _)| format!("{}.{column}", table.name))
        })
        .collect();
    let once: BTreeSet<_> = classified.iter().cloned().collect();
    assert_eq!(once.len(), classified.len(), "a column is classified twice");
    for table in tables() {
        let reasons = table.columns.iter().filter_map(|(_, is)| match is {
            Is::Silent(why) => Some(why),
            _ => None,
        });
        let after = match &table.after {
            After::Stays(why) => Some(why),
            After::Gone => None,
        };
        assert!(reasons.chain(after).all(|why| !why.is_empty()), "{}", table.name);
    }
    let difference: Vec<_> = there.symmetric_difference(&once).collect();
    assert!(difference.is_empty(), "not classified, or not there: {difference:#?}");
}

#[rstest]
#[tokio::test]
async fn whatever_is_held_of_somebody_is_told_to_them(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(true, false)] locked: bool,
) {
    let scene = Scene::with(backend, locked).await;
    let told = scene.told().await;
    // A lock is in the place of the tries that led to it.
    let empty = if locked { "tries_since" } else { "locked_until" };
    let mut wrong = Vec::new();
    for table in tables() {
        let Some(whose) = table.whose else { continue };
        for (column, is) in table.columns {
            let (path, also, named) = match is {
                Is::Told(path) => (path, "true", false),
                Is::ToldWhere(path, also) => (path, *also, false),
                Is::Branch(path) => (path, "true", true),
                Is::Silent(_) => continue,
            };
            let which = format!("({whose}) AND ({also})");
            let values = scene.values(table.name, column, &which, named).await;
            if values.is_empty() != (*column == empty) {
                wrong.push(format!("{}.{column}: it is empty here, or should be", table.name));
            }
            for value in values.iter().filter(|value| !told.says(path, value)) {
                wrong.push(format!("{}.{column}: {value} is not told as {path}", table.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}\n{told:#?}");
}

#[rstest]
#[tokio::test]
async fn whatever_is_held_of_somebody_is_gone_when_they_have_left(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(true, false)] by_themselves: bool,
) {
    let scene = Scene::new(backend).await;
    let mut ids = BTreeMap::new();
    for table in tables() {
        if let (Some(whose), After::Gone) = (table.whose, table.after) {
            let rows = scene.ids(table.name, whose).await;
            assert!(!rows.is_empty(), "nothing fills {} here", table.name);
            ids.insert(table.name, rows);
        }
    }
    scene.leaves(by_themselves).await;
    let mut left = Vec::new();
    for (table, before) in ids {
        let after = scene.ids(table, "true").await;
        left.extend(after.intersection(&before).map(|id| format!("{table} {id}")));
    }
    assert!(left.is_empty(), "{left:#?}");
    let dump = format!("{:?}", scene.database.dump().await);
    for mark in scene::MARKS {
        assert!(!dump.contains(mark), "“{mark}” is still there");
    }
    let log = scene.register.verify_access_log(None).await.unwrap();
    assert!(matches!(log, LogCheck::Whole { .. }), "{log:?}");
}

#[rstest]
#[tokio::test]
async fn who_looked_is_told_by_role_and_branch_and_not_by_name(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let told = scene.told().await;
    assert!(told.says("done_with_it.what", "member-seen"));
    assert!(told.says("done_with_it.who", "administrator"));
    assert!(told.says("done_with_it.who", "committee"));
    assert!(told.says("done_with_it.who_branch", "Bristol"));
    assert!(told.says("lists_saved.what", "exported"));
    let all = format!("{told:?}");
    for hidden in ["root@example.org", "chair@example.org"] {
        assert!(!all.contains(hidden), "{hidden}");
    }
}

#[rstest]
#[tokio::test]
async fn nobody_is_told_what_is_held_of_others(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Scene::new(backend).await;
    let told = scene.told_to("somebody1@example.org").await;
    assert!(told.says("people.name", "Somebody 1"));
    let all = format!("{told:?}");
    for mark in scene::MARKS.iter().chain(&["Pat Young", "pat@example.org", "Tuesday Circle"]) {
        assert!(!all.contains(mark), "{mark}");
    }
    // A look at it leaves no trace.
    let permit = scene.permit("somebody1@example.org").await;
    let before = scene.database.dump().await;
    let read = scene.register.own_everything(&permit, HeldFiles::Whole, noon()).await.unwrap();
    let parts: Vec<HeldPart> = read.unwrap().parts;
    assert_eq!(parts.len(), 2, "{parts:#?}");
    assert_eq!(scene.database.dump().await, before);
}

#[test]
fn what_is_told_is_found_by_the_end_of_its_path() {
    let told = Told::from([("people.memberships.number".to_owned(), "M-1".to_owned())]);
    assert!(
        told.says("memberships.number", "M-1") && told.says("people.memberships.number", "M-1")
    );
    assert!(!told.says("berships.number", "M-1") && !told.says("memberships.number", "M-2"));
    assert!(!Told::default().says("number", "M-1"));
}
