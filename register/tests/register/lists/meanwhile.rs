//! What happens while a list is imported, and between a look at it and that.

use register::ListImported;
use rstest::rstest;
use rules::*;

use super::support::*;
use crate::support::*;

fn listed(text: &str) -> IndividualJoin {
    let address: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    IndividualJoin { name: name(text), email: email(&format!("{address}@example.org")), ..ada() }
}

#[rstest]
#[tokio::test]
async fn what_was_not_looked_at_is_not_done(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    keep(&register, &permit, &[row(2, "Ann Listed"), row(3, "Bea Listed")]).await;
    let seen = look(&register, &permit).await.mark;
    register.join(submission("b", listed("Bea Listed"))).await.unwrap();
    let before = database.dump().await;
    assert_eq!(import(&register, &permit, &seen).await, Ok(Some(ListImported::LookFirst)));
    assert_eq!(database.dump().await, before);
    let again = look(&register, &permit).await;
    assert_eq!((again.counts.new, again.counts.known), (1, 1));
    assert_eq!(import(&register, &permit, &again.mark).await, Ok(Some(ListImported::Done(1))));
    database.assert_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn a_branch_that_covers_other_areas_by_now_is_another_thing_to_look_at(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    keep(&register, &permit, &[row(2, "Ann Listed")]).await;
    let seen = look(&register, &permit).await.mark;
    database.run("DELETE FROM areas WHERE area = 'BS5'").await.unwrap();
    assert_eq!(import(&register, &permit, &seen).await, Ok(Some(ListImported::LookFirst)));
}

#[rstest]
#[tokio::test]
async fn two_imports_of_a_list_at_once_make_each_member_once(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    keep(&register, &permit, &people(40)).await;
    let seen = look(&register, &permit).await.mark;
    let (one, other) =
        tokio::join!(import(&register, &permit, &seen), import(&register, &permit, &seen));
    let done = [one, other].into_iter().filter(|done| *done == Ok(Some(ListImported::Done(40))));
    assert_eq!(done.count(), 1);
    assert_eq!(database.count("people").await, 40);
    database.assert_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn whoever_joins_while_a_list_is_imported_waits_and_is_a_member(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    // Shorter than the import: whoever was turned away after it would be turned away here.
    let wait = std::time::Duration::from_millis(match backend {
        Backend::Sqlite => 500,
        Backend::Postgres => 30_000,
    });
    let options = register::Options { wait, ..register::Options::default() };
    let register = database.open_with(options).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    keep(&register, &permit, &people(3_000)).await;
    let seen = look(&register, &permit).await.mark;
    let (begun, begins) = tokio::sync::oneshot::channel();
    let begun = std::sync::Mutex::new(Some(begun));
    let drawn = std::sync::atomic::AtomicU32::new(0);
    let draw = || format!("L-{}", drawn.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
    let progress = |_| {
        if let Some(begun) = begun.lock().unwrap().take() {
            begun.send(()).unwrap();
        }
        // What the rest of a longer list would take.
        if backend == Backend::Sqlite {
            std::thread::sleep(wait);
        }
    };
    let joins = async {
        begins.await.unwrap();
        for number in 0..3 {
            let joined = submission(&number.to_string(), somebody(number));
            register.join(joined).await.unwrap();
        }
    };
    let imports = async {
        let imported =
            register.import_list(&permit, KEY, &seen, &draw, &progress, noon()).await.unwrap();
        assert_eq!(imported, Some(ListImported::Done(3_000)));
    };
    tokio::join!(imports, joins);
    assert_eq!(database.count("people").await, 3_003);
    database.assert_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn whoever_joins_by_themselves_while_a_list_with_them_is_imported_is_there_once(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    keep(&register, &permit, &people(60)).await;
    let seen = look(&register, &permit).await.mark;
    let joined = submission("p", listed("Person 59 Listed"));
    let (imported, joined) = tokio::join!(import(&register, &permit, &seen), register.join(joined));
    joined.unwrap();
    let expected = match imported.unwrap() {
        Some(ListImported::Done(_)) => 60,
        _ => 1,
    };
    assert_eq!(database.count("people").await, expected);
    assert_eq!(database.count("memberships").await, expected);
    database.assert_counts_are_right().await;
}
