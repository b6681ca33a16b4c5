//! The access log, from which what is old is cut off.

use register::{
    Expiring, LogBreak, LogCheck, LogHead, LogStart, Register, RetentionError, Submission,
};
use rstest::rstest;

use super::goes_at;
use crate::support::*;

const LOG: Expiring = Expiring::AccessLog;

/// An entry on each of ten days, sealed; and the head.
async fn ten_days(database: &TestDatabase) -> (Register, LogHead) {
    let register = database.open().await;
    for day in 0..10 {
        let join = submission(&day.to_string(), somebody(day));
        let at = noon() + days(i64::try_from(day).unwrap());
        register.join(Submission { at, ..join }).await.unwrap();
    }
    register.seal_access_log().await.unwrap();
    match register.verify_access_log(None).await.unwrap() {
        LogCheck::Whole { head, unsealed: 0, start: None } => (register, head),
        check => panic!("{check:?}"),
    }
}

/// The same, of which the first five are cut off: the sixth is the first, and the eleventh says so.
async fn cut(database: &TestDatabase) -> (Register, LogHead) {
    let (register, head) = ten_days(database).await;
    assert_eq!(register.erase_expired(LOG, noon() + days(734)).await, Ok(5));
    register.seal_access_log().await.unwrap();
    (register, head)
}

async fn check(register: &Register) -> LogCheck {
    register.verify_access_log(None).await.unwrap()
}

fn broken(at_seq: u64, why: LogBreak) -> LogCheck {
    LogCheck::Broken { at_seq, why }
}

#[rstest]
#[tokio::test]
async fn an_entry_goes_two_years_after_it_was_written_and_the_log_is_whole_since(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, noted) = ten_days(&database).await;
    goes_at(&register, LOG, noon() + days(730), 1).await;
    goes_at(&register, LOG, noon() + days(731), 1).await;
    let at = noon() + days(734);
    assert_eq!(register.erase_expired(LOG, at).await, Ok(3));
    let start = Some(LogStart { erased: 5, until: noon() + days(4), at });
    // The cuts are entries that are not sealed yet.
    let found = LogCheck::Whole { head: noted, unsealed: 3, start };
    assert_eq!(check(&register).await, found);
    assert_eq!(register.seal_access_log().await.unwrap(), 3);
    let whole = register.verify_access_log(Some(&noted)).await.unwrap();
    let LogCheck::Whole { head, unsealed: 0, start: found } = whole else { panic!("{whole:?}") };
    assert_eq!((head.sealed, found), (13, start));
    let said = "SELECT actor || ' ' || action || ' ' || how_many FROM access_log \
        WHERE seq > 10 ORDER BY seq";
    assert_eq!(
        database.texts(said).await,
        ["system log-cut 1", "system log-cut 2", "system log-cut 5"]
    );
}

#[rstest]
#[tokio::test]
async fn a_log_of_which_all_was_old_goes_on_where_it_ended(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, noted) = ten_days(&database).await;
    let at = noon() + days(2000);
    assert_eq!(register.erase_expired(LOG, at).await, Ok(10));
    let whole = LogCheck::Whole {
        head: noted,
        unsealed: 1,
        start: Some(LogStart { erased: 10, until: noon() + days(9), at }),
    };
    assert_eq!(register.verify_access_log(Some(&noted)).await.unwrap(), whole);
    register.join(submission("a", ada())).await.unwrap();
    assert_eq!(register.seal_access_log().await.unwrap(), 2);
    let next = "SELECT CAST(seq AS text) FROM access_log ORDER BY seq";
    assert_eq!(database.texts(next).await, ["11", "12"]);
    assert!(matches!(check(&register).await, LogCheck::Whole { unsealed: 0, .. }));
    // What said so is old itself one day.
    assert_eq!(register.erase_expired(LOG, at + days(730)).await, Ok(2));
    assert!(matches!(check(&register).await, LogCheck::Whole { unsealed: 1, .. }));
}

#[rstest]
#[tokio::test]
async fn an_entry_of_a_clock_that_was_ahead_keeps_nothing_for_good(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(1, 1_001)] ahead: i64,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let moment = |day: i64| noon() + days(day);
    let join = submission("ahead", somebody(90));
    register.join(Submission { at: moment(40_000), ..join }).await.unwrap();
    let more = format!(
        "INSERT INTO access_log (at, actor, action) \
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ahead}) \
         SELECT log.at, log.actor, log.action FROM access_log log, n WHERE i > 1"
    );
    database.run(&more).await.unwrap();
    register.seal_access_log().await.unwrap();
    for (number, day) in [1, 1, 2].into_iter().enumerate() {
        let join = submission(&number.to_string(), somebody(number));
        register.join(Submission { at: moment(day), ..join }).await.unwrap();
    }
    while register.seal_access_log().await.unwrap() > 0 {}
    let erased = u64::try_from(ahead).unwrap() + 2;
    goes_at(&register, LOG, moment(731), erased).await;
    let start = Some(LogStart { erased, until: moment(1), at: moment(731) });
    let check = check(&register).await;
    assert!(matches!(check, LogCheck::Whole { start: found, .. } if found == start), "{check:?}");
    while register.seal_access_log().await.unwrap() > 0 {}
    // One that is the last waits for the next that is old.
    let last = submission("last", somebody(91));
    register.join(Submission { at: moment(40_000), ..last }).await.unwrap();
    while register.seal_access_log().await.unwrap() > 0 {}
    register.erase_expired(LOG, moment(1_461)).await.unwrap();
    let left = "SELECT action FROM access_log WHERE seq IS NOT NULL ORDER BY seq";
    assert_eq!(database.texts(left).await, ["joined"]);
    assert!(matches!(self::check(&register).await, LogCheck::Whole { .. }));
}

#[rstest]
#[case("DELETE FROM log_start", broken(1, LogBreak::Missing))]
#[case("UPDATE log_start SET sealed = 4", broken(5, LogBreak::Missing))]
#[case("UPDATE log_start SET sealed = 6", broken(7, LogBreak::Changed))]
#[case(
    "UPDATE log_start SET hash = (SELECT hash FROM access_log WHERE seq = 6)",
    broken(6, LogBreak::Changed)
)]
#[case("DELETE FROM access_log WHERE seq = 6", broken(6, LogBreak::Missing))]
#[case("UPDATE access_log SET person_id = 99 WHERE seq = 6", broken(6, LogBreak::Changed))]
#[case("UPDATE access_log SET how_many = 6 WHERE seq = 11", broken(11, LogBreak::Changed))]
#[case("DELETE FROM access_log WHERE seq = 11", broken(6, LogBreak::CutOff))]
#[tokio::test]
async fn whatever_is_changed_where_the_log_begins_is_found(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[case] change: &str,
    #[case] found: LogCheck,
) {
    let database = TestDatabase::new(backend).await;
    let (register, noted) = cut(&database).await;
    assert!(matches!(check(&register).await, LogCheck::Whole { .. }));
    assert_eq!(database.run(change).await.unwrap(), 1);
    assert_eq!(check(&register).await, found);
    let found_with_head = register.verify_access_log(Some(&noted)).await.unwrap();
    assert!(matches!(found_with_head, LogCheck::Broken { .. }), "{found_with_head:?}");
}

#[rstest]
#[tokio::test]
async fn a_beginning_that_somebody_else_cut_off_is_found_though_the_chain_fits(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    #[values(true, false)] was_cut_before: bool,
) {
    let database = TestDatabase::new(backend).await;
    let scene = if was_cut_before { cut(&database).await } else { ten_days(&database).await };
    let register = scene.0;
    let forged = "INSERT INTO log_start (id, sealed, hash, until_at, cut_at) \
        SELECT 1, seq, hash, at, at FROM access_log WHERE seq = 7";
    for change in ["DELETE FROM log_start", forged, "DELETE FROM access_log WHERE seq <= 7"] {
        database.run(change).await.unwrap();
    }
    assert_eq!(check(&register).await, broken(8, LogBreak::CutOff));
}

#[rstest]
#[tokio::test]
async fn a_head_noted_before_the_cut_is_checked_as_far_as_it_can_be(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, _) = cut(&database).await;
    let noted = |sealed: u64| LogHead { sealed, hash: [7; 32] };
    let verify = async |head: LogHead| register.verify_access_log(Some(&head)).await.unwrap();
    // Nothing is left of what it was the head of.
    assert!(matches!(verify(noted(4)).await, LogCheck::Whole { .. }));
    for sealed in [5, 6, 11] {
        assert_eq!(verify(noted(sealed)).await, broken(sealed, LogBreak::Changed));
    }
    assert_eq!(verify(noted(12)).await, broken(12, LogBreak::Missing));
}

#[rstest]
#[tokio::test]
async fn a_log_that_was_changed_is_not_cut_off_where_it_would_not_be_found_any_more(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let (register, _) = ten_days(&database).await;
    database.run("UPDATE access_log SET actor = 'system' WHERE seq = 3").await.unwrap();
    let before = database.dump().await;
    let refused = Err(RetentionError::LogChanged { at_seq: 3, why: LogBreak::Changed });
    let later = noon() + days(740);
    assert_eq!(register.count_expired(LOG, later).await, refused);
    assert_eq!(register.erase_expired(LOG, later).await, refused);
    assert_eq!(database.dump().await, before);
    // What is older than it is as it was.
    assert_eq!(register.erase_expired(LOG, noon() + days(731)).await, Ok(2));
    assert_eq!(check(&register).await, broken(3, LogBreak::Changed));
}

#[rstest]
#[tokio::test]
async fn what_is_not_sealed_is_not_cut_off(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    goes_at(&register, LOG, noon() + days(2000), 0).await;
    register.seal_access_log().await.unwrap();
    goes_at(&register, LOG, noon() + days(730), 1).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn instances_that_cut_and_seal_while_others_join_leave_one_chain(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let registers = [database.open().await, database.open().await];
    let mut all = tokio::task::JoinSet::new();
    for number in 0..40 {
        let register = registers[number % 2].clone();
        all.spawn(async move {
            register.join(submission(&number.to_string(), somebody(number))).await.unwrap();
            register.seal_access_log().await.unwrap();
            let found = register.verify_access_log(None).await.unwrap();
            assert!(matches!(found, LogCheck::Whole { .. }), "{found:?}");
            register.erase_expired(LOG, noon() + days(730)).await.unwrap()
        });
    }
    let erased = all.join_all().await;
    registers[0].seal_access_log().await.unwrap();
    // All were numbered as they were sealed: who joined, and each cut. What is written of a cut goes,
    // too, if somebody joined after it: by their clock it was ahead.
    let erased: u64 = erased.into_iter().sum();
    let left = u64::try_from(database.count("access_log").await).unwrap();
    let sealed = database.number("SELECT max(seq) FROM access_log").await;
    assert_eq!((erased + left, erased > 0), (u64::try_from(sealed).unwrap(), true));
    assert!(sealed > 40, "{sealed}");
    let found = check(&registers[1]).await;
    assert!(matches!(found, LogCheck::Whole { .. }), "{found:?}");
}
