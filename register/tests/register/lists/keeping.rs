//! For whom a list is kept, and for how long.

use register::{KeptList, LIST_MINUTES, ListStands};
use rstest::rstest;

use super::support::*;
use crate::support::*;

#[rstest]
#[tokio::test]
async fn a_list_is_for_the_account_and_the_branch_that_it_was_kept_for(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let own = database.secretary(&register, "sec@example.org", "bristol").await;
    keep(&register, &own, &[row(2, "Ann Listed")]).await;
    let seen = look(&register, &own).await.mark;
    let colleague = database.secretary(&register, "colleague@example.org", "bristol").await;
    let session = administrator(&register).await;
    for other in [&colleague, &permit(&register, &session, "bristol").await] {
        assert_eq!(register.look_at_list(other, KEY, noon()).await, Ok(None));
        assert_eq!(register.list_stands(other, KEY, noon()).await, Ok(None));
        assert_eq!(register.discard_list(other, KEY, noon()).await, Ok(None));
        assert_eq!(register.begin_import(other, KEY, noon()).await, Ok(false));
        assert_eq!(import(&register, other, &seen).await, Ok(None));
    }
    database.withdraw("sec@example.org").await;
    assert_eq!(register.look_at_list(&own, KEY, noon()).await, Ok(None));
    assert_eq!(import(&register, &own, &seen).await, Ok(None));
    assert_eq!(register.keep_list(&own, "again", &[], noon()).await, Ok(None));
    assert_eq!(database.count("people").await, 0);
}

#[rstest]
#[tokio::test]
async fn a_list_is_gone_within_the_hour(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    keep(&register, &permit, &[row(2, "Ann Listed")]).await;
    let end = noon() + minutes(LIST_MINUTES.min(59));
    assert_eq!(register.forget_lists(end - minutes(1)).await, Ok(0));
    assert!(register.look_at_list(&permit, KEY, end - minutes(1)).await.unwrap().is_some());
    assert_eq!(register.look_at_list(&permit, KEY, end).await, Ok(None));
    assert_eq!(register.forget_lists(end).await, Ok(1));
    assert_eq!(database.count("lists").await, 0);
}

#[rstest]
#[tokio::test]
async fn a_list_is_gone_when_it_is_discarded_or_another_takes_its_place(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    keep(&register, &permit, &[row(2, "Ann Listed")]).await;
    let kept = register.keep_list(&permit, "list-2", &people(2), noon()).await.unwrap();
    assert_eq!(kept, Some(KeptList::Kept));
    assert_eq!(register.look_at_list(&permit, KEY, noon()).await, Ok(None));
    assert_eq!(register.discard_list(&permit, "list-2", noon()).await, Ok(Some(())));
    assert_eq!(database.count("lists").await, 0);
}

#[rstest]
#[tokio::test]
async fn a_list_is_imported_by_one_server_at_a_time_and_again_if_that_was_stopped(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    keep(&register, &permit, &[row(2, "Ann Listed")]).await;
    let stands = async |at| register.list_stands(&permit, KEY, at).await.unwrap();
    assert_eq!(stands(noon()).await, Some(ListStands::Waits));
    assert_eq!(register.begin_import(&permit, KEY, noon()).await, Ok(true));
    let until = noon() + minutes(2);
    assert_eq!(stands(noon()).await, Some(ListStands::Busy(until)));
    assert_eq!(register.begin_import(&permit, KEY, noon()).await, Ok(false));
    assert_eq!(register.discard_list(&permit, KEY, noon()).await, Ok(None));
    let another = register.keep_list(&permit, "list-2", &[], noon()).await;
    assert_eq!(another, Ok(Some(KeptList::Busy)));
    assert_eq!(stands(until).await, Some(ListStands::Waits));
    assert_eq!(register.begin_import(&permit, KEY, until).await, Ok(true));
    register.import_ended(&permit, KEY, until).await.unwrap();
    assert_eq!(stands(until).await, Some(ListStands::Waits));
}

#[rstest]
#[tokio::test]
async fn a_branch_that_takes_no_members_takes_no_list(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    database.run("UPDATE branches SET status = 'closed' WHERE slug = 'bristol'").await.unwrap();
    let kept = register.keep_list(&permit, KEY, &people(1), noon()).await;
    assert_eq!(kept, Ok(Some(KeptList::NotActive)));
    assert_eq!(database.count("lists").await, 0);
}

#[rstest]
#[tokio::test]
async fn a_branch_that_closed_after_the_look_gets_nobody(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let ann = rules::ListRow { postcode: String::new(), ..row(2, "Ann Listed") };
    keep(&register, &permit, &[ann]).await;
    let seen = look(&register, &permit).await.mark;
    database.run("UPDATE branches SET status = 'closed' WHERE slug = 'bristol'").await.unwrap();
    let imported = import(&register, &permit, &seen).await;
    assert_eq!(imported, Ok(Some(register::ListImported::LookFirst)));
    assert_eq!(database.count("memberships").await, 0);
}
