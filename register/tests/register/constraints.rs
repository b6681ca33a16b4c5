//! What the database itself refuses, whoever writes to it.

mod wrong;

use register::Office;
use rstest::rstest;

use crate::support::*;
use wrong::{NOW, wrong};

/// A member, a child who waits, a group with one seat, an administrator who is signed in, a
/// committee member, a nominee, and a request to sign in that is open.
async fn filled(backend: Backend) -> TestDatabase {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    register.join(submission("b", tim())).await.unwrap();
    let mut one_seat = group();
    one_seat.representatives.truncate(1);
    register.join(submission("c", one_seat)).await.unwrap();
    for number in 0..4 {
        let link = token(&number.to_string());
        register.claim_letter(noon(), &link, minutes(5)).await.unwrap();
    }
    let root = administrator(&register).await;
    give(&register, &root, "chair@example.org", committee("bristol", Office::Chair)).await;
    give(&register, &root, "nominee@example.org", nominee("M-c")).await;
    register.claim_letter(noon(), &token("role"), minutes(5)).await.unwrap();
    let browser = token("browser");
    register.ask_to_sign_in(&email("ada@example.org"), &browser, noon()).await.unwrap();
    register.claim_letter(noon(), &token("role two"), minutes(5)).await.unwrap();
    register.claim_letter(noon(), &token("sign in"), minutes(5)).await.unwrap().unwrap();
    register.seal_access_log().await.unwrap();
    register.join(submission("d", somebody(1))).await.unwrap();
    load(&register, "edition").await;
    for statement in [
        "INSERT INTO notes (person_id, author_account, text, written_at, version) \
         SELECT min(id), 1, 'A note', NOW, 1 FROM people",
        "INSERT INTO class_changes (membership_id, was, became, at) \
         SELECT min(id), 'associate', 'full', NOW FROM memberships",
        "INSERT INTO email_changes (person_id, email, email_key, old_email, old_email_key, \
         asked_at, confirmed_at, reverted_at) \
         SELECT min(id), 'New@example.net', 'new@example.net', 'ada@example.org', \
         'ada@example.org', NOW, NOW, NOW FROM people",
        "INSERT INTO email_changes (person_id, email, email_key, old_email, old_email_key, \
         asked_at) SELECT min(id), 'two@example.net', 'two@example.net', 'ada@example.org', \
         'ada@example.org', NOW FROM people",
        "INSERT INTO email_links (token_hash, change_id, side, created_at) \
         SELECT (SELECT key_hash FROM submissions LIMIT 1), min(id), 'new', NOW \
         FROM email_changes",
        "INSERT INTO rolls (branch_id, day, frozen_at, by_account, hash) \
         SELECT min(id), '2026-03-14', NOW, 1, (SELECT key_hash FROM submissions LIMIT 1) \
         FROM branches",
        "INSERT INTO roll_entries (roll_id, place, membership_id, number, class) \
         SELECT min(rolls.id), 1, min(memberships.id), 'M-a', 'full' FROM rolls, memberships",
        "INSERT INTO evidence (seat_id, round, state, asked_at, asked_by, due_on, supplied_at, \
         file_key, judged_at, judged_by, why) \
         SELECT id, 1, 'queried', NOW, 1, '2026-04-01', NOW, 'key', NOW, 1, 'Who?' FROM seats",
        "INSERT INTO evidence (seat_id, round, state, asked_at, asked_by, due_on) \
         SELECT id, 2, 'requested', NOW, 1, '2026-04-01' FROM seats",
        "INSERT INTO evidence_files (evidence_id, key, kind, name, size, bytes) \
         SELECT min(id), 'key', 'pdf', 'minutes.pdf', 32, \
         (SELECT key_hash FROM submissions LIMIT 1) FROM evidence",
        "INSERT INTO log_start (id, sealed, hash, until_at, cut_at) \
         SELECT 1, 1, key_hash, NOW, NOW FROM submissions LIMIT 1",
        "INSERT INTO farewells (group_id, name, email) \
         SELECT id, 'Al Before', 'al@example.org' FROM groups",
        "INSERT INTO goodbyes (name, email, number, left_at) \
         VALUES ('Lee Left', 'lee@example.org', 'M-z', NOW)",
    ] {
        database.run(&statement.replace("NOW", NOW)).await.unwrap();
    }
    database
}

#[rstest]
#[tokio::test]
async fn every_rule_of_the_schema_is_held_by_the_database(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = filled(backend).await;
    let before = database.dump().await;
    for statement in wrong() {
        // Fixing the min() of an empty hash on PostgreSQL, which has no min() of bytes.
        let statement = statement.replace(
            "(SELECT min(key_hash) FROM submissions)",
            "(SELECT key_hash FROM submissions WHERE reference = 'R-a')",
        );
        let statement = statement.replace(
            "(SELECT min(token_hash) FROM links)",
            "(SELECT token_hash FROM links ORDER BY id LIMIT 1)",
        );
        let refused = database.run(&statement).await.expect_err(&statement);
        let broken = format!("{refused}").to_lowercase();
        let by_rule = broken.contains("constraint") || broken.contains("check");
        assert!(by_rule, "{statement}\n{refused}");
    }
    let short = match backend {
        Backend::Sqlite => "X'00'",
        Backend::Postgres => "'\\x00'",
    };
    for (table, column) in [
        ("links", "token_hash"),
        ("submissions", "key_hash"),
        ("recovery_codes", "code_hash"),
        ("sign_ins", "email_hash"),
        ("sign_ins", "browser_hash"),
        ("sign_in_links", "token_hash"),
        ("sign_in_links", "code_hash"),
        ("sessions", "token_hash"),
        ("access_log", "hash"),
        ("log_start", "hash"),
    ] {
        let one = format!("id = (SELECT min(id) FROM {table})");
        let statement = format!("UPDATE {table} SET {column} = {short} WHERE {one}");
        database.run(&statement).await.expect_err(&statement);
    }
    let empty = "UPDATE accounts SET totp_secret = ''";
    database.run(empty).await.expect_err(empty);
    assert_eq!(database.dump().await, before);
}

#[rstest]
#[tokio::test]
async fn what_has_to_be_there_may_not_be_empty(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = filled(backend).await;
    database.run(&format!(
        "INSERT INTO help_offers (person_id, district, offered_at) SELECT min(id), 'EH1', {NOW} FROM people"
    )).await.unwrap();
    let offers = "INSERT INTO offers_by_district (area, district, offers) VALUES ('EH', 'EH1', 1)";
    database.run(offers).await.unwrap();
    database
        .run(&format!(
            "INSERT INTO lists (key, branch_id, account_id, kept_at, rows) \
         SELECT 'k', 1, min(id), {NOW}, '' FROM accounts"
        ))
        .await
        .unwrap();
    database.run(&format!(
        "INSERT INTO imports (key, branch_id, by_account, at, people) VALUES ('k', 1, 1, {NOW}, 0)"
    )).await.unwrap();
    let may_be_empty = [
        "access_log.account_id",
        "access_log.branch_id",
        "access_log.group_id",
        "access_log.hash",
        "access_log.how_many",
        "access_log.person_id",
        "access_log.role_id",
        "access_log.seq",
        "accounts.locked_until",
        "accounts.totp_confirmed_at",
        "accounts.totp_last_step",
        "accounts.totp_secret",
        "accounts.tries_since",
        "consents.group_id",
        "consents.person_id",
        "consents.withdrawn_at",
        "counters.branch_id",
        "email_changes.confirmed_at",
        "email_changes.reverted_at",
        "evidence.erased_at",
        "evidence.file_key",
        "evidence.judged_at",
        "evidence.judged_by",
        "evidence.supplied_at",
        "evidence.text",
        "evidence.why",
        "goodbyes.group_name",
        "goodbyes.number",
        "groups.branch_id",
        "groups.contact_phone",
        "groups.ended_at",
        "groups.placed",
        "groups.website",
        "guardians.confirmed_at",
        "joins_by_day.branch_id",
        "joins_by_week.branch_id",
        "letters.email_change_id",
        "letters.farewell_id",
        "letters.given_up_at",
        "letters.goodbye_id",
        "letters.group_id",
        "letters.guardian_id",
        "letters.last_problem",
        "letters.membership_id",
        "letters.role_id",
        "letters.seat_id",
        "letters.sent_at",
        "letters.sign_in_id",
        "links.guardian_id",
        "links.seat_id",
        "lists.busy_until",
        "memberships.adult_by",
        "memberships.branch_id",
        "memberships.ended_at",
        "memberships.ended_by",
        "memberships.ended_how",
        "memberships.import_id",
        "memberships.placed",
        "memberships.started_at",
        "news_links.group_id",
        "news_links.person_id",
        "notes.edited_at",
        "people.birth_month",
        "people.birth_year",
        "people.district",
        "people.phone",
        "people.postcode",
        "people.same_as",
        "placings.branch_id",
        "placings.by_account",
        "placings.how",
        "placings.until_at",
        "placings.why",
        "recovery_codes.used_at",
        "roles.branch_id",
        "roles.given_by",
        "roles.group_id",
        "roles.office",
        "roles.withdrawn_at",
        "roles.withdrawn_by",
        "search_words.branch_id",
        "seats.confirmed_at",
        "sessions.ended_at",
        "sessions.second_factor_at",
        "sign_in_links.code_hash",
        "sign_ins.browser_hash",
        "sign_ins.email",
        "sign_ins.ended_at",
        "submissions.branch_id",
        "submissions.group_id",
        "submissions.person_id",
    ];
    for table in database.tables().await {
        assert!(database.count(&table).await > 0, "{table}");
        for column in database.columns(&table).await {
            if !may_be_empty.contains(&format!("{table}.{column}").as_str()) {
                let empty = format!("UPDATE {table} SET {column} = NULL");
                let refused = database.run(&empty).await.expect_err(&empty);
                let refused = refused.to_string().to_lowercase();
                assert!(
                    refused.contains("null") || refused.contains("mismatch"),
                    "{empty}: {refused}"
                );
            }
        }
    }
}

#[rstest]
#[tokio::test]
async fn erasing_people_and_groups_takes_everything_of_theirs_and_keeps_the_rest(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = filled(backend).await;
    database.run("DELETE FROM people").await.unwrap();
    database.run("DELETE FROM groups").await.unwrap();
    // An account is an address's: what erases the last who has it erases the account.
    database.run("DELETE FROM accounts").await.unwrap();
    database.run("DELETE FROM sign_ins").await.unwrap();
    database.run("DELETE FROM goodbyes").await.unwrap();
    let left: Vec<_> = database
        .dump()
        .await
        .into_iter()
        .filter(|(_, rows)| !rows.is_empty())
        .map(|(table, _)| table)
        .collect();
    let numbers_alone = [
        "access_log",
        "areas",
        "branches",
        "counters",
        "joins_by_day",
        "joins_by_week",
        "local_authorities",
        "log_start",
        "members_by_district",
        "postcode_editions",
        "postcode_sectors",
        "roll_entries",
        "rolls",
    ];
    assert_eq!(left, numbers_alone);
}

#[rstest]
#[tokio::test]
async fn the_number_of_somebody_who_was_erased_is_never_given_again(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", ada())).await.unwrap();
    let first = database.number("SELECT id FROM people").await;
    database.run("DELETE FROM people").await.unwrap();
    register.join(submission("b", ada())).await.unwrap();
    assert!(database.number("SELECT id FROM people").await > first);
}
