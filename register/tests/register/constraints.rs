//! What the database itself refuses, whoever writes to it.

use rstest::rstest;

use crate::support::*;

/// A member, a child who waits, and a group with one seat.
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
    database
}

const NOW: &str = "'2026-03-14T12:00:00+00:00'";
const EARLIER: &str = "'2020-01-01T00:00:00+00:00'";

/// Statements of which each breaks one rule.
fn wrong() -> Vec<String> {
    let mut wrong = Vec::new();
    let mut add = |statement: &str| {
        wrong.push(
            statement
                .replace("NOW", NOW)
                .replace("EARLIER_DAY", "'2020-01-01'")
                .replace("EARLIER", EARLIER),
        );
    };
    // A text too short or too long, a word that is not one of the few.
    for (table, column, most) in [
        ("people", "name", 100),
        ("people", "name_key", 300),
        ("people", "email", 254),
        ("people", "email_key", 254),
        ("people", "phone", 16),
        ("people", "postcode", 9),
        ("people", "district", 9),
        ("memberships", "number", 32),
        ("guardians", "name", 100),
        ("guardians", "email", 254),
        ("groups", "name", 100),
        ("groups", "name_key", 300),
        ("groups", "website", 200),
        ("groups", "postcode", 9),
        ("groups", "district", 9),
        ("groups", "contact_name", 100),
        ("groups", "contact_email", 254),
        ("groups", "contact_email_key", 254),
        ("groups", "contact_phone", 16),
        ("groups", "number", 32),
        ("seats", "name", 100),
        ("seats", "email", 254),
        ("branches", "slug", 60),
        ("branches", "name", 100),
        ("areas", "area", 8),
        ("submissions", "reference", 32),
        ("letters", "last_problem", 20),
        ("access_log", "actor", 40),
        ("access_log", "action", 40),
    ] {
        let one = format!("id = (SELECT min(id) FROM {table})");
        add(&format!("UPDATE {table} SET {column} = '' WHERE {one}"));
        let long = "X".repeat(most + 1);
        let long = if column == "slug" { long.to_lowercase() } else { long };
        add(&format!("UPDATE {table} SET {column} = '{long}' WHERE {one}"));
    }
    for (table, column) in [
        ("people", "age"),
        ("memberships", "class"),
        ("memberships", "placed"),
        ("groups", "kind"),
        ("groups", "placed"),
        ("seats", "state"),
        ("consents", "kind"),
        ("consents", "given_by"),
        ("branches", "status"),
        ("areas", "kind"),
        ("letters", "kind"),
        ("letters", "state"),
        ("counters", "kind"),
        ("joins_by_day", "kind"),
        ("submissions", "led_to"),
        ("submissions", "place"),
    ] {
        let one = format!("id = (SELECT min(id) FROM {table})");
        add(&format!("UPDATE {table} SET {column} = 'other' WHERE {one}"));
    }
    for statement in [
        // People.
        "UPDATE people SET postcode = NULL WHERE district IS NOT NULL",
        "UPDATE people SET birth_month = 13, birth_year = 2015 WHERE age <> '18-or-over'",
        "UPDATE people SET birth_month = 1, birth_year = 15 WHERE age <> '18-or-over'",
        "UPDATE people SET birth_month = NULL WHERE birth_year IS NOT NULL",
        "UPDATE people SET birth_month = 1, birth_year = 2000 WHERE age = '18-or-over'",
        "UPDATE people SET name_key = 'ada lovelace', email_key = 'ada@example.org'",
        // Memberships.
        "UPDATE memberships SET number = 'M-a'",
        "UPDATE memberships SET placed = NULL WHERE branch_id IS NOT NULL",
        "UPDATE memberships SET placed = 'placed' WHERE branch_id IS NULL",
        "UPDATE memberships SET started_at = EARLIER",
        "UPDATE memberships SET ended_at = EARLIER",
        "UPDATE memberships SET ended_at = NOW WHERE started_at IS NULL",
        "UPDATE memberships SET branch_id = 99, placed = 'placed'",
        "UPDATE memberships SET person_id = 99",
        "INSERT INTO memberships (person_id, class, number, asked_at) \
         SELECT person_id, 'full', 'M-z', NOW FROM memberships WHERE number = 'M-a'",
        "DELETE FROM branches WHERE slug = 'bristol'",
        // Guardians.
        "UPDATE guardians SET confirmed_at = EARLIER",
        "UPDATE guardians SET membership_id = 99",
        "INSERT INTO guardians (membership_id, name, email, asked_at, newsletter, start_branch) \
         SELECT membership_id, name, email, asked_at, newsletter, start_branch FROM guardians",
        // Groups and seats.
        "UPDATE groups SET placed = NULL WHERE branch_id IS NOT NULL",
        "UPDATE groups SET branch_id = 99",
        "UPDATE groups SET ended_at = EARLIER",
        "INSERT INTO groups (kind, name, name_key, postcode, district, contact_name, \
         contact_email, contact_email_key, number, joined_at) \
         SELECT kind, name, name_key, postcode, district, contact_name, contact_email, \
         contact_email_key, 'M-z', joined_at FROM groups",
        "INSERT INTO groups (kind, name, name_key, postcode, district, contact_name, \
         contact_email, contact_email_key, number, joined_at) \
         SELECT kind, name, 'other', postcode, district, contact_name, contact_email, \
         contact_email_key, number, joined_at FROM groups",
        "UPDATE seats SET place = 3",
        "UPDATE seats SET place = 0",
        "INSERT INTO seats (group_id, place, name, email, state, declared_at) \
         SELECT group_id, place, name, email, state, declared_at FROM seats",
        "UPDATE seats SET group_id = 99",
        "UPDATE seats SET state = 'confirmed'",
        "UPDATE seats SET confirmed_at = NOW",
        "UPDATE seats SET state = 'confirmed', confirmed_at = EARLIER",
        // Consents and offers of help.
        "UPDATE consents SET person_id = NULL WHERE person_id IS NOT NULL",
        "UPDATE consents SET group_id = (SELECT id FROM groups) WHERE person_id IS NOT NULL",
        "UPDATE consents SET person_id = 99 WHERE person_id IS NOT NULL",
        "UPDATE consents SET group_id = 99 WHERE group_id IS NOT NULL",
        "UPDATE consents SET version = 0",
        "UPDATE consents SET withdrawn_at = EARLIER",
        "UPDATE consents SET kind = 'newsletter' WHERE person_id IS NOT NULL",
        "UPDATE consents SET given_by = 'contact' WHERE person_id IS NOT NULL",
        "INSERT INTO consents (group_id, kind, version, given_by, given_at) \
         SELECT group_id, kind, version, given_by, given_at FROM consents \
         WHERE group_id IS NOT NULL",
        "INSERT INTO help_offers (person_id, district, offered_at) VALUES (99, 'EH1', NOW)",
        "INSERT INTO help_offers (person_id, district, offered_at) \
         SELECT min(id), '', NOW FROM people",
        "INSERT INTO help_offers (person_id, district, offered_at) \
         SELECT people.id, 'EH1', NOW FROM people, areas WHERE people.name = 'Ada Lovelace'",
        // Branches and areas.
        "UPDATE branches SET slug = 'none' WHERE slug = 'bristol'",
        "UPDATE branches SET slug = 'Bristol' WHERE slug = 'bristol'",
        "UPDATE branches SET slug = 'bris tol' WHERE slug = 'bristol'",
        "UPDATE branches SET slug = '-bristol' WHERE slug = 'bristol'",
        "UPDATE branches SET slug = 'bristol-' WHERE slug = 'bristol'",
        "UPDATE branches SET slug = 'bris--tol' WHERE slug = 'bristol'",
        "UPDATE branches SET slug = 'bristol'",
        "UPDATE areas SET area = 'bs5' WHERE area = 'BS5'",
        "UPDATE areas SET branch_id = 99",
        "UPDATE branches SET name = 'BRISTOL' WHERE slug = 'north-somerset'",
        "INSERT INTO areas (branch_id, branch_status, area, kind) \
         SELECT id, status, 'BS5', 'district' FROM branches WHERE slug = 'north-somerset'",
        "INSERT INTO areas (branch_id, branch_status, area, kind) \
         SELECT id, 'forming', 'BS6', 'district' FROM branches WHERE slug = 'north-somerset'",
        "UPDATE areas SET branch_status = 'closed'",
        // Letters and links.
        "UPDATE letters SET membership_id = NULL WHERE kind = 'welcome'",
        "UPDATE letters SET membership_id = 99 WHERE kind = 'welcome'",
        "UPDATE letters SET kind = 'guardian' WHERE kind = 'welcome'",
        "UPDATE letters SET kind = 'welcome' WHERE kind = 'group-welcome'",
        "UPDATE letters SET group_id = 99 WHERE kind = 'group-welcome'",
        "UPDATE letters SET seat_id = 99 WHERE kind = 'representative'",
        "UPDATE letters SET guardian_id = 99 WHERE kind = 'guardian'",
        "UPDATE letters SET guardian_id = (SELECT id FROM guardians) WHERE kind = 'welcome'",
        "UPDATE letters SET attempts = -1",
        "UPDATE letters SET state = 'sent'",
        "UPDATE letters SET sent_at = NOW",
        "UPDATE letters SET state = 'given-up'",
        "UPDATE letters SET given_up_at = NOW",
        "UPDATE links SET guardian_id = NULL WHERE guardian_id IS NOT NULL",
        "UPDATE links SET seat_id = (SELECT id FROM seats) WHERE guardian_id IS NOT NULL",
        "UPDATE links SET guardian_id = 99 WHERE guardian_id IS NOT NULL",
        "UPDATE links SET seat_id = 99 WHERE seat_id IS NOT NULL",
        "UPDATE links SET token_hash = (SELECT min(key_hash) FROM submissions)",
        // Counters and submissions.
        "UPDATE counters SET members = -1",
        "UPDATE counters SET branch_id = 99",
        "UPDATE counters SET changes = 0",
        "INSERT INTO counters (branch_id, kind, members, changes) \
         SELECT branch_id, kind, members, changes FROM counters",
        "INSERT INTO counters (branch_id, kind, members, changes) \
         SELECT NULL, 'full', id, 1 FROM people",
        "UPDATE joins_by_day SET joins = 0",
        "UPDATE joins_by_day SET branch_id = 99",
        "UPDATE joins_by_day SET day = EARLIER_DAY",
        "UPDATE joins_by_day SET kind = 'waiting'",
        "INSERT INTO joins_by_day (branch_id, week, day, kind, joins) \
         SELECT branch_id, week, day, kind, 1 FROM joins_by_day",
        "INSERT INTO joins_by_day (branch_id, week, day, kind, joins) \
         SELECT NULL, joins_by_day.week, day, kind, 1 FROM joins_by_day, people",
        "UPDATE members_by_district SET members = -1",
        "UPDATE members_by_district SET branch_id = 99",
        "INSERT INTO members_by_district (branch_id, district, members) \
         SELECT branch_id, district, 1 FROM members_by_district",
        "INSERT INTO offers_by_district (area, district, offers) VALUES ('EH', 'EH1', -1)",
        "INSERT INTO offers_by_district (area, district, offers) \
         SELECT 'EH', 'EH1', 1 FROM people, areas",
        "UPDATE submissions SET reference = 'R-a'",
        "UPDATE submissions SET representatives = 3",
        "UPDATE submissions SET representatives = -1",
        "UPDATE submissions SET branch_id = NULL WHERE place = 'placed'",
        "UPDATE submissions SET branch_id = 99 WHERE place = 'placed'",
        "UPDATE submissions SET place = 'none' WHERE branch_id IS NOT NULL",
        "UPDATE submissions SET person_id = 99 WHERE person_id IS NOT NULL",
        "UPDATE submissions SET group_id = 99 WHERE group_id IS NOT NULL",
        "UPDATE submissions SET group_id = (SELECT id FROM groups) WHERE person_id IS NOT NULL",
    ] {
        add(statement);
    }
    wrong
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
        let refused = database.run(&statement).await.expect_err(&statement);
        let broken = format!("{refused}").to_lowercase();
        let by_rule = broken.contains("constraint") || broken.contains("check");
        assert!(by_rule, "{statement}\n{refused}");
    }
    let short_hashes = match backend {
        Backend::Sqlite => {
            ["UPDATE links SET token_hash = X'00'", "UPDATE submissions SET key_hash = X'00'"]
        }
        Backend::Postgres => {
            ["UPDATE links SET token_hash = '\\x00'", "UPDATE submissions SET key_hash = '\\x00'"]
        }
    };
    for statement in short_hashes {
        database.run(statement).await.expect_err(statement);
    }
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
    let may_be_empty = [
        "access_log.branch_id",
        "access_log.group_id",
        "access_log.person_id",
        "consents.group_id",
        "consents.person_id",
        "consents.withdrawn_at",
        "counters.branch_id",
        "groups.branch_id",
        "groups.contact_phone",
        "groups.ended_at",
        "groups.placed",
        "groups.website",
        "guardians.confirmed_at",
        "joins_by_day.branch_id",
        "letters.given_up_at",
        "letters.group_id",
        "letters.guardian_id",
        "letters.last_problem",
        "letters.membership_id",
        "letters.seat_id",
        "letters.sent_at",
        "links.guardian_id",
        "links.seat_id",
        "memberships.branch_id",
        "memberships.ended_at",
        "memberships.placed",
        "memberships.started_at",
        "people.birth_month",
        "people.birth_year",
        "people.district",
        "people.phone",
        "people.postcode",
        "seats.confirmed_at",
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
    let left: Vec<_> = database
        .dump()
        .await
        .into_iter()
        .filter(|(_, rows)| !rows.is_empty())
        .map(|(table, _)| table)
        .collect();
    let numbers_alone =
        ["access_log", "areas", "branches", "counters", "joins_by_day", "members_by_district"];
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
