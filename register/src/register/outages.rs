//! A disk that is full or may not be written, made from within: by the writer's own limits.

use std::time::Duration;

use chrono::{TimeZone, Utc};
use rules::*;
use sea_orm::{ConnectionTrait, Statement};

use super::Register;
use crate::{Error, JoinError, Options, Outage, Submission};

struct Folder(std::path::PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

async fn register(name: &str) -> (Register, Folder) {
    let folder = Folder(std::env::temp_dir().join(format!("{name}_{}", std::process::id())));
    let url = format!("sqlite://{}", folder.0.join("register.db").display());
    let options = Options { wait: Duration::from_millis(300), ..Options::default() };
    (Register::open_with(&url, options).await.unwrap(), folder)
}

fn somebody(number: u32) -> Submission {
    Submission {
        key: format!("key {number}"),
        reference: format!("R{number}"),
        number: format!("M{number}"),
        at: Utc.with_ymd_and_hms(2026, 3, 14, 12, 0, 0).unwrap(),
        join: Join::Individual(IndividualJoin {
            name: Name::parse(&format!("Somebody {number}")).unwrap(),
            email: EmailAddress::parse("somebody@example.org").unwrap(),
            phone: None,
            class: Class::Full,
            age: Age::EighteenOrOver,
            born: None,
            home: Home::Chosen(BranchChoice::None),
            guardian: None,
            newsletter: true,
        }),
    }
}

async fn number(register: &Register, sql: &str) -> i64 {
    let statement = Statement::from_string(sea_orm::DbBackend::Sqlite, sql);
    let row = register.writer.query_one_raw(statement).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

async fn set(register: &Register, pragma: &str) {
    register.writer.execute_unprepared(pragma).await.unwrap();
}

fn unavailable(outage: Outage) -> JoinError {
    JoinError::Failed(Error::Unavailable(outage))
}

#[tokio::test]
async fn the_writer_keeps_what_it_acknowledges_and_the_readers_cannot_write() {
    let (register, _folder) = register("register_pragmas").await;
    assert_eq!(number(&register, "PRAGMA synchronous").await, 2);
    assert_eq!(number(&register, "PRAGMA foreign_keys").await, 1);
    assert_eq!(number(&register, "PRAGMA busy_timeout").await, 300);
    assert_eq!(number(&register, "PRAGMA secure_delete").await, 1);
    let error = register.reader.execute_unprepared("DELETE FROM branches").await.unwrap_err();
    assert_eq!(Error::from(error), Error::Unavailable(Outage::ReadOnly));
}

#[tokio::test]
async fn a_full_disk_is_unavailable_at_once_and_available_when_there_is_room() {
    let (register, _folder) = register("register_full").await;
    register.join(somebody(0)).await.unwrap();
    let pages = number(&register, "PRAGMA page_count").await;
    set(&register, &format!("PRAGMA max_page_count = {pages}")).await;
    let mut joined = 1;
    let error = loop {
        match register.join(somebody(joined)).await {
            Ok(_) => joined += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(error, unavailable(Outage::Full));
    assert_eq!(register.join(somebody(joined)).await, Err(unavailable(Outage::Full)));
    // A batch in which one finds no room is refused whole.
    let all = (joined..joined + 20).map(|number| register.join(somebody(number)));
    let all: Vec<_> = all.collect();
    for join in all {
        assert_eq!(join.await, Err(unavailable(Outage::Full)));
    }
    register.ping().await.unwrap();
    let people = "SELECT count(*) FROM people";
    assert_eq!(number(&register, people).await, i64::from(joined));

    set(&register, "PRAGMA max_page_count = 1000000").await;
    for number in joined..joined + 20 {
        register.join(somebody(number)).await.unwrap();
    }
    assert_eq!(number(&register, people).await, i64::from(joined) + 20);
    assert_eq!(number(&register, "SELECT members FROM counters").await, i64::from(joined) + 20);
}

#[tokio::test]
async fn a_read_only_database_is_unavailable_at_once_and_available_when_it_may_be_written() {
    let (register, _folder) = register("register_read_only").await;
    set(&register, "PRAGMA query_only = ON").await;
    assert_eq!(register.join(somebody(0)).await, Err(unavailable(Outage::ReadOnly)));
    let at = Utc.with_ymd_and_hms(2026, 3, 14, 12, 0, 0).unwrap();
    register.branches().await.unwrap();
    assert_eq!(register.letter_sent(1, at).await, Err(Error::Unavailable(Outage::ReadOnly)));
    set(&register, "PRAGMA query_only = OFF").await;
    register.join(somebody(0)).await.unwrap();
    register.letter_sent(1, at).await.unwrap();
}
