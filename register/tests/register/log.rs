//! The access log, sealed by a chain of hashes.

use register::{LogBreak, LogCheck, LogHead, Register};
use rstest::rstest;

use crate::support::*;

/// Ten entries, the last three not sealed.
async fn sealed(database: &TestDatabase) -> (Register, LogHead) {
    let register = database.open().await;
    for number in 0..7 {
        register.join(submission(&number.to_string(), somebody(number))).await.unwrap();
    }
    assert_eq!(register.seal_access_log().await.unwrap(), 7);
    assert_eq!(register.seal_access_log().await.unwrap(), 0);
    for number in 7..10 {
        register.join(submission(&number.to_string(), somebody(number))).await.unwrap();
    }
    match register.verify_access_log(None).await.unwrap() {
        LogCheck::Whole { head, unsealed: 3, start: None } if head.sealed == 7 => (register, head),
        check => panic!("{check:?}"),
    }
}

#[rstest]
#[tokio::test]
async fn what_was_written_is_sealed_in_its_order_and_found_whole(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, noted) = sealed(&database).await;
    assert_eq!(register.seal_access_log().await.unwrap(), 3);
    let check = register.verify_access_log(Some(&noted)).await.unwrap();
    let LogCheck::Whole { head, unsealed: 0, .. } = check else { panic!("{check:?}") };
    assert_eq!(head.sealed, 10);
    let order = "SELECT CAST(person_id AS text) FROM access_log ORDER BY seq";
    let by_id = "SELECT CAST(person_id AS text) FROM access_log ORDER BY id";
    assert_eq!(database.texts(order).await, database.texts(by_id).await);
    // A head is noted as a text.
    assert_eq!(LogHead::parse(&format!(" {head}\n")), Some(head));
    for text in ["", "10", "10-", "x-00", &format!("{head}0"), &head.to_string().replace('-', "")] {
        assert_eq!(LogHead::parse(text), None, "{text}");
    }
}

#[rstest]
#[tokio::test]
async fn a_log_of_nothing_is_whole(#[values(Backend::Sqlite, Backend::Postgres)] backend: Backend) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    assert_eq!(register.seal_access_log().await.unwrap(), 0);
    let check = register.verify_access_log(None).await.unwrap();
    assert!(matches!(check, LogCheck::Whole { unsealed: 0, .. }), "{check:?}");
}

#[rstest]
#[case("at", "'2020-01-01T00:00:00+00:00'")]
#[case("actor", "'system'")]
#[case("action", "'erased'")]
#[case("person_id", "99")]
#[case("person_id", "NULL")]
#[case("group_id", "0")]
#[case("branch_id", "99")]
#[case("account_id", "99")]
#[case("role_id", "99")]
#[case("how_many", "0")]
#[case("id", "1000")]
#[tokio::test]
async fn whatever_is_changed_in_a_sealed_entry_breaks_the_chain_there(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[case] column: &str,
    #[case] value: &str,
) {
    let database = TestDatabase::new(backend).await;
    let (register, _) = sealed(&database).await;
    let change = format!("UPDATE access_log SET {column} = {value} WHERE seq = 4");
    assert_eq!(database.run(&change).await.unwrap(), 1);
    let broken = LogCheck::Broken { at_seq: 4, why: LogBreak::Changed };
    assert_eq!(register.verify_access_log(None).await.unwrap(), broken);
    // And sealing more does not mend it.
    register.seal_access_log().await.unwrap();
    assert_eq!(register.verify_access_log(None).await.unwrap(), broken);
}

#[rstest]
#[tokio::test]
async fn a_hash_that_is_changed_breaks_the_chain_at_its_entry(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, _) = sealed(&database).await;
    let other = "UPDATE access_log SET hash = (SELECT token_hash FROM links LIMIT 1) WHERE seq = 7";
    // A hash of something else.
    register.join(submission("child", tim())).await.unwrap();
    while register.claim_letter(noon(), &fresh("x"), days(1)).await.unwrap().is_some() {}
    assert_eq!(database.run(other).await.unwrap(), 1);
    let broken = LogCheck::Broken { at_seq: 7, why: LogBreak::Changed };
    assert_eq!(register.verify_access_log(None).await.unwrap(), broken);
}

#[rstest]
#[tokio::test]
async fn an_entry_that_is_taken_out_is_missed(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(1, 4)] seq: u64,
) {
    let database = TestDatabase::new(backend).await;
    let (register, _) = sealed(&database).await;
    database.run(&format!("DELETE FROM access_log WHERE seq = {seq}")).await.unwrap();
    let missing = LogCheck::Broken { at_seq: seq, why: LogBreak::Missing };
    assert_eq!(register.verify_access_log(None).await.unwrap(), missing);
    // Closing the gap does not help.
    for later in seq + 1..=7 {
        let close = format!("UPDATE access_log SET seq = {} WHERE seq = {later}", later - 1);
        database.run(&close).await.unwrap();
    }
    let changed = LogCheck::Broken { at_seq: seq, why: LogBreak::Changed };
    assert_eq!(register.verify_access_log(None).await.unwrap(), changed);
}

#[rstest]
#[tokio::test]
async fn entries_cut_off_at_the_end_are_missed_by_whoever_noted_the_head(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, noted) = sealed(&database).await;
    database.run("DELETE FROM access_log WHERE seq >= 6").await.unwrap();
    // The rest is a chain of its own.
    let check = register.verify_access_log(None).await.unwrap();
    assert!(matches!(check, LogCheck::Whole { .. }), "{check:?}");
    let missing = LogCheck::Broken { at_seq: 6, why: LogBreak::Missing };
    assert_eq!(register.verify_access_log(Some(&noted)).await.unwrap(), missing);
    // Even when others have been sealed in their place.
    register.seal_access_log().await.unwrap();
    let changed = LogCheck::Broken { at_seq: 7, why: LogBreak::Changed };
    assert_eq!(register.verify_access_log(Some(&noted)).await.unwrap(), changed);
}

#[rstest]
#[tokio::test]
async fn an_entry_that_is_put_in_breaks_the_chain(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, _) = sealed(&database).await;
    for later in (4..=7).rev() {
        let shift = format!("UPDATE access_log SET seq = {} WHERE seq = {later}", later + 1);
        database.run(&shift).await.unwrap();
    }
    let put_in = "INSERT INTO access_log (at, actor, action, seq, hash) \
        SELECT at, actor, action, 4, hash FROM access_log WHERE seq = 3";
    database.run(put_in).await.unwrap();
    let changed = LogCheck::Broken { at_seq: 4, why: LogBreak::Changed };
    assert_eq!(register.verify_access_log(None).await.unwrap(), changed);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn instances_that_seal_while_others_join_make_one_chain(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let registers = [database.open().await, database.open().await];
    let mut all = tokio::task::JoinSet::new();
    for number in 0..60 {
        let register = registers[number % 2].clone();
        all.spawn(async move {
            register.join(submission(&number.to_string(), somebody(number))).await.unwrap();
            register.seal_access_log().await.unwrap()
        });
    }
    let mut sealed: u64 = all.join_all().await.into_iter().sum();
    sealed += registers[0].seal_access_log().await.unwrap();
    assert_eq!(sealed, 60);
    let check = registers[1].verify_access_log(None).await.unwrap();
    let LogCheck::Whole { head, unsealed: 0, .. } = check else { panic!("{check:?}") };
    assert_eq!(head.sealed, 60);
}

#[rstest]
#[tokio::test]
async fn a_log_longer_than_a_page_is_sealed_and_checked_to_its_end(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, _) = sealed(&database).await;
    let many = "INSERT INTO access_log (at, actor, action) \
        SELECT one.at, one.actor, one.action FROM access_log one, access_log two, access_log three";
    database.run(many).await.unwrap();
    let waiting = database.number("SELECT count(*) FROM access_log WHERE seq IS NULL").await;
    let waiting = u64::try_from(waiting).unwrap();
    assert_eq!(register.seal_access_log().await.unwrap(), waiting);
    let last = 7 + waiting;
    let change = format!("UPDATE access_log SET actor = 'x' WHERE seq = {last}");
    database.run(&change).await.unwrap();
    let broken = LogCheck::Broken { at_seq: last, why: LogBreak::Changed };
    assert_eq!(register.verify_access_log(None).await.unwrap(), broken);
}
