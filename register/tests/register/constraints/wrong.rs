//! Statements that the database refuses.

pub(super) const NOW: &str = "'2026-03-14T12:00:00+00:00'";
const EARLIER: &str = "'2020-01-01T00:00:00+00:00'";

/// Statements of which each breaks one rule.
pub(super) fn wrong() -> Vec<String> {
    let mut wrong = Vec::new();
    let mut add = |statement: &str| {
        wrong.push(statement.replace("NOW", NOW).replace("EARLIER", EARLIER));
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
        ("email_changes", "email", 254),
        ("email_changes", "email_key", 254),
        ("email_changes", "old_email", 254),
        ("email_changes", "old_email_key", 254),
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
        ("evidence", "text", 10_000),
        ("evidence", "file_key", 64),
        ("evidence", "why", 1000),
        ("evidence_files", "key", 64),
        ("evidence_files", "name", 100),
        ("farewells", "name", 100),
        ("farewells", "email", 254),
        ("goodbyes", "name", 100),
        ("goodbyes", "email", 254),
        ("goodbyes", "number", 32),
        ("branches", "slug", 60),
        ("branches", "name", 100),
        ("areas", "area", 9),
        ("postcode_editions", "name", 100),
        ("postcode_sectors", "sector", 6),
        ("postcode_sectors", "units", 10_000),
        ("local_authorities", "name", 100),
        ("local_authorities", "districts", 20_000),
        ("submissions", "reference", 32),
        ("letters", "last_problem", 20),
        ("letter_kinds", "kind", 40),
        ("accounts", "email", 254),
        ("accounts", "email_key", 254),
        ("sign_ins", "email", 254),
        ("access_log", "actor", 40),
        ("access_log", "action", 40),
    ] {
        let one = match table {
            "letter_kinds" => "kind = 'role-given'".to_owned(),
            _ => format!("id = (SELECT min(id) FROM {table})"),
        };
        add(&format!("UPDATE {table} SET {column} = '' WHERE {one}"));
        let long = "X".repeat(most + 1);
        let long = if column == "slug" { long.to_lowercase() } else { long };
        add(&format!("UPDATE {table} SET {column} = '{long}' WHERE {one}"));
    }
    for (table, column) in [
        ("people", "age"),
        ("memberships", "class"),
        ("memberships", "placed"),
        ("class_changes", "was"),
        ("class_changes", "became"),
        ("email_links", "side"),
        ("groups", "kind"),
        ("groups", "placed"),
        ("seats", "state"),
        ("evidence", "state"),
        ("evidence_files", "kind"),
        ("consents", "kind"),
        ("consents", "given_by"),
        ("branches", "status"),
        ("areas", "kind"),
        ("postcode_editions", "state"),
        ("letters", "kind"),
        ("letters", "state"),
        ("counters", "kind"),
        ("joins_by_day", "kind"),
        ("joins_by_week", "kind"),
        ("submissions", "led_to"),
        ("submissions", "place"),
        ("roles", "kind"),
        ("roles", "office"),
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
        "UPDATE class_changes SET was = became",
        "UPDATE email_changes SET email_key = old_email_key",
        "UPDATE email_changes SET person_id = 99",
        "UPDATE email_changes SET confirmed_at = NULL",
        "UPDATE email_changes SET confirmed_at = EARLIER",
        "UPDATE email_changes SET reverted_at = EARLIER",
        "UPDATE email_links SET change_id = 99",
        "UPDATE letters SET email_change_id = (SELECT min(id) FROM email_changes) WHERE kind = 'welcome'",
        "UPDATE class_changes SET membership_id = 99",
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
        // Evidence.
        "UPDATE groups SET version = 0",
        "UPDATE evidence SET seat_id = 99",
        "UPDATE evidence SET round = 0 WHERE round = 1",
        "UPDATE evidence SET round = 1",
        "UPDATE evidence SET supplied_at = NOW WHERE state = 'requested'",
        "UPDATE evidence SET text = 'A text' WHERE state = 'requested'",
        "UPDATE evidence SET why = 'Why' WHERE state = 'requested'",
        "UPDATE evidence SET state = 'supplied', supplied_at = NOW WHERE state = 'requested'",
        "UPDATE evidence SET state = 'accepted' WHERE state = 'queried'",
        "UPDATE evidence SET supplied_at = NULL WHERE state = 'queried'",
        "UPDATE evidence SET file_key = NULL WHERE state = 'queried'",
        "UPDATE evidence SET judged_at = NULL WHERE state = 'queried'",
        "UPDATE evidence SET judged_by = NULL WHERE state = 'queried'",
        "UPDATE evidence SET why = NULL WHERE state = 'queried'",
        "UPDATE evidence SET supplied_at = EARLIER WHERE state = 'queried'",
        "UPDATE evidence SET judged_at = EARLIER WHERE state = 'queried'",
        "UPDATE evidence SET erased_at = NOW WHERE state = 'queried'",
        "UPDATE evidence SET erased_at = NOW WHERE state = 'requested'",
        "UPDATE evidence SET erased_at = EARLIER, file_key = NULL WHERE state = 'queried'",
        "UPDATE log_start SET id = 2",
        "UPDATE log_start SET sealed = 0",
        "UPDATE log_start SET cut_at = EARLIER",
        "INSERT INTO evidence (seat_id, round, state, asked_at, asked_by, due_on) \
         SELECT seat_id, 3, 'requested', NOW, 1, due_on FROM evidence WHERE round = 2",
        "UPDATE evidence_files SET evidence_id = 99",
        "UPDATE evidence_files SET size = 31",
        "UPDATE evidence_files SET size = 0",
        "INSERT INTO evidence_files (evidence_id, key, kind, name, size, bytes) \
         SELECT evidence_id, 'other', kind, name, size, bytes FROM evidence_files",
        "INSERT INTO evidence_files (evidence_id, key, kind, name, size, bytes) \
         SELECT max(evidence.id), 'key', 'pdf', 'a', 32, \
         (SELECT bytes FROM evidence_files) FROM evidence",
        "UPDATE farewells SET group_id = 99",
        "UPDATE letters SET farewell_id = (SELECT id FROM farewells) WHERE kind = 'welcome'",
        "UPDATE letters SET goodbye_id = (SELECT id FROM goodbyes) WHERE kind = 'welcome'",
        "UPDATE letters SET farewell_id = 99 WHERE kind = 'group-welcome'",
        // Consents and offers of help.
        "UPDATE consents SET person_id = NULL WHERE person_id IS NOT NULL",
        "UPDATE consents SET group_id = (SELECT id FROM groups) WHERE person_id IS NOT NULL",
        "UPDATE consents SET person_id = 99 WHERE person_id IS NOT NULL",
        "UPDATE consents SET group_id = 99 WHERE group_id IS NOT NULL",
        "UPDATE consents SET version = 0",
        "UPDATE consents SET withdrawn_at = EARLIER",
        "UPDATE consents SET kind = 'newsletter' WHERE person_id IS NOT NULL",
        "UPDATE consents SET given_by = 'contact' WHERE person_id IS NOT NULL",
        "UPDATE consents SET given_by = 'committee' WHERE group_id IS NOT NULL",
        "UPDATE consents SET given_by = 'committee' WHERE kind = 'newsletter'",
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
        "UPDATE areas SET kind = 'local-authority' WHERE area = 'BS5'",
        "UPDATE areas SET area = 'E06000023' WHERE area = 'BS5'",
        // The postcode directory.
        "UPDATE postcode_editions SET postcodes = 0",
        "INSERT INTO postcode_editions (name, state, postcodes, loaded_at) \
         VALUES ('other', 'current', 1, NOW)",
        "UPDATE postcode_sectors SET edition_id = 99",
        "INSERT INTO postcode_sectors (edition_id, sector, units) \
         SELECT edition_id, sector, units FROM postcode_sectors",
        "UPDATE local_authorities SET edition_id = 99",
        "UPDATE local_authorities SET code = 'E0600002'",
        "INSERT INTO local_authorities (edition_id, code, name, districts) \
         SELECT edition_id, code, name, districts FROM local_authorities",
        // Letters and links.
        "UPDATE letters SET membership_id = NULL WHERE kind = 'welcome'",
        "UPDATE letters SET membership_id = 99 WHERE kind = 'welcome'",
        "UPDATE letters SET kind = 'guardian' WHERE kind = 'welcome'",
        "UPDATE letters SET kind = 'welcome' WHERE kind = 'group-welcome'",
        "UPDATE letters SET group_id = 99 WHERE kind = 'group-welcome'",
        "UPDATE letters SET seat_id = 99 WHERE kind = 'representative'",
        "UPDATE letters SET guardian_id = 99 WHERE kind = 'guardian'",
        "UPDATE letters SET guardian_id = (SELECT id FROM guardians) WHERE kind = 'welcome'",
        "UPDATE letters SET about = 'group' WHERE kind = 'welcome'",
        "UPDATE letters SET sign_in_id = 99 WHERE kind = 'sign-in'",
        "UPDATE letters SET sign_in_id = NULL WHERE kind = 'sign-in'",
        "UPDATE letters SET role_id = 99 WHERE kind = 'role-given'",
        "UPDATE letters SET role_id = (SELECT min(id) FROM roles) WHERE kind = 'sign-in'",
        "UPDATE letter_kinds SET about = 'other'",
        "DELETE FROM letter_kinds WHERE kind = 'welcome'",
        "INSERT INTO letter_kinds (kind, about) VALUES ('welcome', 'role')",
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
        // Accounts and recovery codes.
        "UPDATE accounts SET email_key = 'root@example.org'",
        "UPDATE accounts SET totp_secret = NULL WHERE totp_confirmed_at IS NOT NULL",
        "UPDATE accounts SET totp_last_step = NULL WHERE totp_confirmed_at IS NOT NULL",
        "UPDATE accounts SET totp_last_step = 1 WHERE totp_confirmed_at IS NULL",
        "UPDATE accounts SET tries = 5, tries_since = NOW",
        "UPDATE accounts SET tries = -1, tries_since = NOW",
        "UPDATE accounts SET tries = 1, tries_since = NULL",
        "UPDATE accounts SET tries = 0, tries_since = NOW",
        "UPDATE recovery_codes SET account_id = 99",
        "UPDATE recovery_codes SET code_hash = \
         (SELECT code_hash FROM recovery_codes ORDER BY id LIMIT 1)",
        // Requests to sign in, and sessions.
        "UPDATE sign_ins SET browser_hash = NULL, email = NULL",
        "UPDATE sign_ins SET expires_at = asked_at",
        "UPDATE sign_ins SET ended_at = EARLIER",
        "UPDATE sign_ins SET wrong_codes = -1",
        "UPDATE sign_ins SET wrong_codes = 6, ended_at = NOW",
        "UPDATE sign_ins SET wrong_codes = 5, ended_at = NULL",
        "UPDATE sign_in_links SET sign_in_id = 99",
        "UPDATE sign_in_links SET token_hash = \
         (SELECT token_hash FROM sign_in_links ORDER BY id LIMIT 1)",
        "UPDATE sessions SET account_id = 99",
        "UPDATE sessions SET seen_at = EARLIER",
        "UPDATE sessions SET second_factor_at = EARLIER",
        "UPDATE sessions SET ended_at = EARLIER",
        "INSERT INTO sessions (account_id, token_hash, started_at, seen_at) \
         SELECT account_id, token_hash, started_at, seen_at FROM sessions",
        // Roles.
        "UPDATE roles SET account_id = 99",
        "UPDATE roles SET branch_id = 99 WHERE kind = 'committee'",
        "UPDATE roles SET branch_id = NULL WHERE kind = 'committee'",
        "UPDATE roles SET branch_id = 1 WHERE kind = 'administrator'",
        "UPDATE roles SET branch_id = 1 WHERE kind = 'nominee'",
        "UPDATE roles SET office = NULL WHERE kind = 'committee'",
        "UPDATE roles SET office = 'chair' WHERE kind = 'administrator'",
        "UPDATE roles SET office = 'chair' WHERE kind = 'nominee'",
        "UPDATE roles SET group_id = 99 WHERE kind = 'nominee'",
        "UPDATE roles SET group_id = NULL WHERE kind = 'nominee'",
        "UPDATE roles SET group_id = (SELECT id FROM groups) WHERE kind = 'committee'",
        "UPDATE roles SET group_id = (SELECT id FROM groups) WHERE kind = 'administrator'",
        "UPDATE roles SET withdrawn_at = EARLIER",
        "UPDATE roles SET withdrawn_by = 1",
        "INSERT INTO roles (account_id, kind, given_at) \
         SELECT account_id, kind, given_at FROM roles WHERE kind = 'administrator'",
        "INSERT INTO roles (account_id, kind, branch_id, office, given_at) \
         SELECT account_id, kind, branch_id, 'member', given_at FROM roles \
         WHERE kind = 'committee'",
        "INSERT INTO roles (account_id, kind, group_id, given_at) \
         SELECT account_id, kind, group_id, given_at FROM roles WHERE kind = 'nominee'",
        // The access log.
        "UPDATE access_log SET how_many = -1",
        "UPDATE access_log SET seq = 0 WHERE seq = 1",
        "UPDATE access_log SET seq = 2 WHERE seq = 1",
        "UPDATE access_log SET seq = NULL WHERE seq = 1",
        "UPDATE access_log SET hash = NULL WHERE seq = 1",
        "UPDATE access_log SET seq = 99 WHERE seq IS NULL",
        "UPDATE access_log SET hash = (SELECT min(token_hash) FROM links) WHERE seq IS NULL",
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
        "UPDATE joins_by_day SET kind = 'waiting'",
        "INSERT INTO joins_by_day (branch_id, day, kind, joins) \
         SELECT branch_id, day, kind, 1 FROM joins_by_day",
        "INSERT INTO joins_by_day (branch_id, day, kind, joins) \
         SELECT NULL, day, joins_by_day.kind, 1 FROM joins_by_day, people",
        "UPDATE joins_by_week SET joins = 0",
        "UPDATE joins_by_week SET branch_id = 99",
        "UPDATE joins_by_week SET kind = 'waiting'",
        "INSERT INTO joins_by_week (branch_id, week, kind, joins) \
         SELECT branch_id, week, kind, 1 FROM joins_by_week",
        "INSERT INTO joins_by_week (branch_id, week, kind, joins) \
         SELECT NULL, week, joins_by_week.kind, 1 FROM joins_by_week, people",
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
