//! Every statement of every operation finds its rows by an index.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use register::{LetterProblem, Options};
use rules::*;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::support::*;

/// Does everything that a register does, and gives the statements it took.
async fn statements(database: &TestDatabase) -> BTreeSet<String> {
    let seen = Arc::new(Mutex::new(BTreeSet::new()));
    let watched = Arc::clone(&seen);
    let watch = move |sql: &str| {
        watched.lock().unwrap().insert(sql.to_owned());
    };
    let options = Options { watch: Some(Arc::new(watch)), ..Options::default() };
    let register = database.open_with(options).await;
    seen.lock().unwrap().clear();

    register.ping().await.unwrap();
    register.branches().await.unwrap();
    let chosen = Home::Chosen(BranchChoice::Branch("bristol".to_owned()));
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("b", ada())).await.unwrap();
    register.join(submission("c", IndividualJoin { home: chosen, ..somebody(1) })).await.unwrap();
    register.join(submission("d", tim())).await.unwrap();
    register.join(submission("e", group())).await.unwrap();
    register.join(submission("f", group())).await.unwrap();
    let helper = IndividualJoin { home: tim().home, ..somebody(2) };
    register.join(submission("g", helper)).await.unwrap();
    for number in 0..12 {
        let link = token(&number.to_string());
        register.claim_letter(noon(), &link, minutes(5)).await.unwrap();
    }
    register.join(submission("h", tim())).await.unwrap();
    register.claim_letter(noon(), &token("tim"), minutes(5)).await.unwrap().unwrap();
    register.letter_sent(1, noon()).await.unwrap();
    register.letter_failed(2, 1, noon(), LetterProblem::Deferred, Some(noon())).await.unwrap();
    register.letter_failed(2, 1, noon(), LetterProblem::Refused, None).await.unwrap();
    register.letters_given_up().await.unwrap();
    register.next_letter_due().await.unwrap();
    register.guardian_request(&token("tim"), noon()).await.unwrap().unwrap();
    register.confirm_guardian(&token("tim"), noon()).await.unwrap().unwrap();
    register.refuse_guardian(&token("tim"), noon()).await.unwrap();
    for (number, erase) in [(3, true), (4, false)] {
        let child = IndividualJoin { name: somebody(number).name, ..tim() };
        let link = token(&format!("child {number}"));
        register.join(submission(&format!("child {number}"), child)).await.unwrap();
        while register.claim_letter(noon(), &link, minutes(5)).await.ok().flatten().is_some_and(
            |letter| !matches!(letter.content, register::LetterContent::Guardian { .. }),
        ) {}
        if erase {
            register.erase_unconfirmed(noon() + days(14)).await.unwrap();
        } else {
            register.refuse_guardian(&link, noon()).await.unwrap();
        }
    }
    for number in 0..12 {
        let link = token(&number.to_string());
        register.seat(&link).await.unwrap();
        if number % 2 == 0 {
            register.confirm_seat(&link, noon()).await.unwrap();
        }
        register.decline_seat(&link, noon()).await.unwrap();
    }
    for branch in ["bristol", "north-somerset"] {
        dashboard(&register, branch, noon()).await;
        version(&register, branch).await;
    }
    seen.lock().unwrap().clone()
}

#[tokio::test]
async fn no_statement_reads_a_whole_table() {
    let database = TestDatabase::new(Backend::Sqlite).await;
    let statements = statements(&database).await;
    assert!(statements.len() > 40, "{}", statements.len());
    for table in database.tables().await {
        let named = statements.iter().any(|sql| sql.contains(&format!("\"{table}\"")));
        assert!(named, "nothing was done with {table}");
    }
    let mut slow = Vec::new();
    for sql in statements {
        for row in database.rows(&format!("EXPLAIN QUERY PLAN {sql}")).await {
            let plan: String = row.try_get_by("detail").unwrap();
            // All branches are asked for.
            let versions = sql.contains("AS \"version\"") && plan == "SCAN branches";
            if !versions && !is_fast(&plan) {
                slow.push(format!("{plan}\n    {sql}"));
            }
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

#[tokio::test]
async fn no_statement_has_to_read_or_sort_a_whole_table_on_postgresql() {
    let database = TestDatabase::new(Backend::Postgres).await;
    let statements = statements(&database).await;
    let raw = database.raw().await;
    // What is left of these is what no index can do. So few rows would be read whole otherwise.
    for way in ["seqscan", "bitmapscan", "sort", "hashagg", "hashjoin"] {
        raw.execute_unprepared(&format!("SET enable_{way} = off")).await.unwrap();
    }
    raw.execute_unprepared("SET plan_cache_mode = force_generic_plan").await.unwrap();
    let mut slow = Vec::new();
    for (number, sql) in statements.iter().enumerate() {
        if sql.starts_with("SET TRANSACTION") {
            continue;
        }
        raw.execute_unprepared(&format!("PREPARE p{number} AS {sql}")).await.expect(sql);
        let values = (1..100).take_while(|value| sql.contains(&format!("${value}")));
        let values = values.map(|_| "NULL").collect::<Vec<_>>().join(", ");
        let values = if values.is_empty() { values } else { format!("({values})") };
        let explain = format!("EXPLAIN EXECUTE p{number}{values}");
        let plan = Statement::from_string(DbBackend::Postgres, explain);
        for row in raw.query_all_raw(plan).await.expect(sql) {
            let plan: String = row.try_get_by_index(0).unwrap();
            // An incremental one only puts those in order whom the index has at the same place.
            let sorts = plan.trim_start_matches([' ', '-', '>']).starts_with("Sort  (");
            if plan.contains("Seq Scan") || sorts {
                slow.push(format!("{plan}\n    {sql}"));
            }
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

fn is_fast(plan: &str) -> bool {
    let scans = plan.starts_with("SCAN");
    // Rows that the statement itself brings.
    let own = plan.contains("CONSTANT ROW") || plan.ends_with("VALUES CLAUSE");
    // In the order of an index of only what is looked for: to its first row, or to count them.
    let partial = ["letters_due", "letters_given_up_at"].iter().any(|index| plan.contains(index));
    (!scans || own || partial) && !plan.contains("TEMP B-TREE")
}
