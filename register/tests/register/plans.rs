//! Every statement of every operation finds its rows by an index.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use register::{Expiring, HeldFiles, LetterProblem, Office, Options, Register, Token, Withdrawal};
use rules::*;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::lists::support as lists;
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
    directory(&register).await;
    let root = administrator(&register).await;
    dashboard(&register, &root, "bristol", noon()).await;
    version(&register, &root, "bristol").await;
    let held = permit(&register, &root, "bristol").await;
    register.opened_dashboard(&held, noon()).await.unwrap().unwrap();
    crate::evidence::do_everything(&register, &root, "M-e").await;
    crate::own::do_everything(&register).await;
    bring_a_list(&register, &root).await;
    sign_in_and_out(&register).await;
    give_and_withdraw(&register, database, &root).await;
    register.seal_access_log().await.unwrap();
    register.verify_access_log(None).await.unwrap();
    register.forget_sign_ins(noon() + days(2)).await.unwrap();
    for what in Expiring::ALL {
        let later = noon() + days(731);
        register.count_expired(what, later).await.unwrap();
        register.erase_expired(what, later).await.unwrap();
    }
    register.verify_access_log(None).await.unwrap();
    seen.lock().unwrap().clone()
}

/// What the postcode directory is asked.
async fn directory(register: &Register) {
    load(register, "first").await;
    load(register, "second").await;
    register.directory(None).await.unwrap();
    register.directory(Some(&Postcode::parse("BS5 6XX").unwrap())).await.unwrap();
    register.postcode_edition().await.unwrap().unwrap();
    register.local_authorities().await.unwrap();
    register.named_area(Area::parse("E06000023").unwrap()).await.unwrap();
    let offers = IndividualJoin { home: tim().home, ..somebody(50) };
    register.join(submission("offers", offers)).await.unwrap();
}

/// What a committee does with a list of its own.
async fn bring_a_list(register: &Register, root: &Token) {
    let branch = allowed(register.branch_permit(root, "bristol", noon()).await.unwrap());
    let people = lists::people(3);
    lists::keep(register, &branch, &people).await;
    assert_eq!(register.discard_list(&branch, lists::KEY, noon()).await.unwrap(), Some(()));
    lists::keep(register, &branch, &people).await;
    let look = lists::look(register, &branch).await;
    assert!(register.begin_import(&branch, lists::KEY, noon()).await.unwrap());
    lists::import(register, &branch, &look.mark).await.unwrap().unwrap();
    register.list_stands(&branch, lists::KEY, noon()).await.unwrap();
    register.import_ended(&branch, lists::KEY, noon()).await.unwrap();
    register.forget_lists(noon()).await.unwrap();
    while register.claim_letter(noon() + days(1), &fresh("x"), minutes(5)).await.unwrap().is_some()
    {
    }
}

/// What a member does, and somebody who mistypes.
async fn sign_in_and_out(register: &Register) {
    let (browser, session) = (token("browser"), fresh("session"));
    register
        .ask_to_sign_in(&email("nobody@example.org"), &browser, noon() - days(2))
        .await
        .unwrap();
    let brought = ask(register, "ada@example.org", &browser, noon()).await.unwrap();
    register.sign_in_link(&brought.link, Some(&browser), noon()).await.unwrap();
    register.sign_in_by_code(&browser, "0000-0000", &session, noon()).await.unwrap();
    register.sign_in_by_code(&browser, &brought.code, &session, noon()).await.unwrap();
    register.session(&session, noon() + minutes(2)).await.unwrap().unwrap();
    register.look_at_session(&session, noon() + minutes(2)).await.unwrap().unwrap();
    register.sign_out(&session, noon() + minutes(2)).await.unwrap();
    let session = sign_in(register, "ada@example.org", noon()).await;
    register.sign_out_everywhere(&session, noon()).await.unwrap();
    for address in ["ada@example.org", "grace@example.org", "family@example.org"] {
        let session = sign_in(register, address, noon()).await;
        let own = allowed(register.own_permit(&session, noon()).await.unwrap());
        register.own_place(&own, noon()).await.unwrap().unwrap();
        register.own_everything(&own, HeldFiles::Whole, noon()).await.unwrap().unwrap();
    }
}

/// What people with roles do.
async fn give_and_withdraw(register: &Register, database: &TestDatabase, root: &Token) {
    register.use_recovery_code(root, &token("recovery 1"), noon()).await.unwrap();
    register.totp_secret(root, noon()).await.unwrap().unwrap();
    register.invite_administrator(&email("root@example.org"), &fresh("x"), noon()).await.unwrap();
    for role in
        [committee("bristol", Office::Chair), committee("bristol", Office::Member), nominee("M-e")]
    {
        give(register, root, "ada@example.org", role).await;
    }
    while register.claim_letter(noon(), &fresh("x"), days(1)).await.unwrap().is_some() {}
    let session = sign_in(register, "ada@example.org", noon()).await;
    register.session(&session, noon()).await.unwrap().unwrap();
    register.evidence_permit(root, "M-e", noon()).await.unwrap();
    let branch = allowed(register.branch_permit(root, "bristol", noon()).await.unwrap());
    let network = network(register, root).await;
    let roles = register.roles_of_branch(&branch, noon()).await.unwrap().unwrap();
    for held in register.administrators(&network, noon()).await.unwrap().unwrap() {
        register.withdraw_role((&network).into(), held.id, noon()).await.unwrap();
    }
    for held in roles {
        register.withdraw_role((&branch).into(), held.id, noon()).await.unwrap();
    }
    let nominee = database.number("SELECT id FROM roles WHERE kind = 'nominee'").await;
    let withdrawn = register.withdraw_role((&network).into(), nominee, noon()).await.unwrap();
    assert!(matches!(withdrawn, Withdrawal::Withdrawn(_)), "{withdrawn:?}");
    register.reset_second_factor(&email("root@example.org"), noon()).await.unwrap();
}

#[tokio::test]
async fn no_statement_reads_a_whole_table() {
    let database = TestDatabase::new(Backend::Sqlite).await;
    let statements = Box::pin(statements(&database)).await;
    assert!(statements.len() > 40, "{}", statements.len());
    for table in database.tables().await {
        // Of the register view, whose statements are looked at in members/plans.rs.
        if ["notes", "roll_entries", "rolls"].contains(&table.as_str()) {
            continue;
        }
        let named = statements.iter().any(|sql| sql.contains(&format!("\"{table}\"")));
        assert!(named, "nothing was done with {table}");
    }
    let mut slow = Vec::new();
    for sql in statements {
        for row in database.rows(&format!("EXPLAIN QUERY PLAN {sql}")).await {
            let plan: String = row.try_get_by("detail").unwrap();
            // All branches are asked for.
            let versions = sql.contains("AS \"version\"") && plan.starts_with("SCAN branches");
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
    let statements = Box::pin(statements(&database)).await;
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
        let values = (1..1_000).take_while(|value| sql.contains(&format!("${value}")));
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
    let partial = ["letters_due", "letters_given_up_at", "evidence_waits"];
    let partial = partial.iter().any(|index| plan.contains(index));
    (!scans || own || partial) && !plan.contains("TEMP B-TREE")
}
