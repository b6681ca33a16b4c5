//! A register full of made-up members, the same ones every time: so many of them, in so many
//! branches.
//!
//! They are written past the operations, which would take hours, but so that every number the
//! register keeps is the number there is. They have no letters, links, consents or submissions.

mod administrator;
mod database;
mod measure;
mod names;
mod plans;

use std::error::Error;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend};

pub(crate) use administrator::Administrator;
pub(crate) use database::{BackendName, MadeUp};
pub(crate) use measure::{Limits, Times, compare};
pub(crate) use plans::plans;

/// Whatever goes wrong.
pub(crate) type Failed = Box<dyn Error>;

/// How many branches there are at most, besides those of every new register: each postcode area
/// can be one.
pub(crate) const BRANCHES: usize = 100;

/// The last moment at which anybody joined.
pub(crate) const NOW: &str = "2026-03-14T12:00:00+00:00";

/// Of the letters that a postcode area can have, so many that two of them name 100 areas, and none
/// of a branch that there is.
const LETTERS: &str = "ABCDEFGHKL";

/// The short name of one of the branches, from 0 on.
pub(crate) fn slug(branch: usize) -> String {
    format!("made-up-{branch}")
}

/// Fills the database of a register with so many people, and a group for every 500 of them.
pub(crate) async fn fill(
    db: &DatabaseConnection,
    people: usize,
    branches: usize,
) -> Result<(), Failed> {
    if db.get_database_backend() == DbBackend::Sqlite {
        // In kibibytes: the indexes of the words are written all over.
        db.execute_unprepared("PRAGMA cache_size = -500000").await?;
    }
    // One transaction: on SQLite one wait for the disk.
    db.execute_unprepared(match db.get_database_backend() {
        DbBackend::Postgres => "BEGIN; SET LOCAL synchronous_commit = off",
        _ => "BEGIN IMMEDIATE",
    })
    .await?;
    for statement in statements(db.get_database_backend(), people, branches) {
        db.execute_unprepared(&statement).await?;
    }
    db.execute_unprepared("COMMIT").await?;
    // What autovacuum would do before long.
    if db.get_database_backend() == DbBackend::Postgres {
        db.execute_unprepared("VACUUM ANALYZE").await?;
    }
    Ok(())
}

fn statements(backend: DbBackend, people: usize, many: usize) -> Vec<String> {
    let sql = Sql { backend };
    let mut statements = vec![numbers(people), branches(many), areas(many), names::table()];
    statements.extend([sql.people(), sql.memberships(), sql.guardians(), sql.help_offers()]);
    statements.extend([PLACINGS.to_owned(), SEARCH_WORDS.replace("GAP", sql.gap())]);
    statements.extend([sql.groups(), sql.seats()]);
    statements.extend(COUNTED.map(str::to_owned));
    statements.extend([sql.joins_by_day(), JOINS_BY_WEEK.replace("MONDAY", sql.monday())]);
    statements
        .extend(["made_up_numbers", "made_up_names"].map(|table| format!("DROP TABLE {table}")));
    statements
}

/// The numbers from 0 on, each with two that look drawn by chance and are the same every time: one
/// for where somebody lives, and one for who they are, as neither says anything of the other.
fn numbers(people: usize) -> String {
    format!(
        "CREATE TABLE made_up_numbers AS WITH RECURSIVE number(n) AS (\
         SELECT CAST(0 AS bigint) UNION ALL SELECT n + 1 FROM number WHERE n + 1 < {people}) \
         SELECT n, (n * 2654435761 + 12345) % 1000003 AS chance, \
         (n * 1103515245 + 54321) % 998244353 AS other FROM number"
    )
}

fn branches(many: usize) -> String {
    let rows: Vec<_> = (0..many)
        .map(|branch| format!("('{}', 'Made Up {branch}', 'active')", slug(branch)))
        .collect();
    format!("INSERT INTO branches (slug, name, status) VALUES {}", rows.join(", "))
}

/// The branches share the areas; each has 20 districts of its own. The 5 after them are nobody's.
fn areas(many: usize) -> String {
    let claims = (0..BRANCHES).flat_map(|place| (1..=20).map(move |district| (place, district)));
    let rows: Vec<_> = claims
        .map(|(place, district)| format!("('{}', '{}{district}')", slug(place % many), area(place)))
        .collect();
    format!(
        "INSERT INTO areas (branch_id, branch_status, area, kind) \
         SELECT branches.id, branches.status, claim.area, 'district' \
         FROM (SELECT '' AS slug, '' AS area UNION ALL VALUES {}) AS claim \
         JOIN branches ON branches.slug = claim.slug",
        rows.join(", ")
    )
}

/// One of the postcode areas, from 0 on.
fn area(place: usize) -> String {
    let letter = |at: usize| LETTERS.chars().nth(at % 10).unwrap_or('A');
    [letter(place / 10), letter(place)].iter().collect()
}

/// What is kept besides the joins by day.
const COUNTED: [&str; 3] = [
    "INSERT INTO counters (branch_id, kind, members, changes) \
     SELECT branch_id, kind, sum(members), sum(members) FROM (\
     SELECT branch_id, class AS kind, count(*) AS members FROM memberships \
     WHERE started_at IS NOT NULL AND ended_at IS NULL GROUP BY branch_id, class \
     UNION ALL SELECT branch_id, 'waiting', count(*) FROM memberships \
     WHERE started_at IS NULL GROUP BY branch_id \
     UNION ALL SELECT branch_id, 'group', count(*) FROM groups GROUP BY branch_id \
     UNION ALL SELECT branch_id, state, count(*) FROM seats \
     JOIN groups ON groups.id = group_id GROUP BY branch_id, state) AS counted \
     GROUP BY branch_id, kind",
    "INSERT INTO members_by_district (branch_id, district, members) \
     SELECT branch_id, district, count(*) FROM memberships \
     JOIN people ON people.id = person_id \
     WHERE branch_id IS NOT NULL AND started_at IS NOT NULL AND ended_at IS NULL \
     GROUP BY branch_id, district",
    "INSERT INTO offers_by_district (area, district, offers) \
     SELECT substr(district, 1, 2), district, count(*) FROM help_offers GROUP BY district",
];

const JOINS_BY_WEEK: &str = "INSERT INTO joins_by_week (branch_id, week, kind, joins) \
    SELECT branch_id, week, kind, sum(joins) FROM (\
    SELECT branch_id, MONDAY AS week, kind, joins FROM joins_by_day) AS by_week \
    GROUP BY week, branch_id, kind ORDER BY week, branch_id, kind";

const PLACINGS: &str = "INSERT INTO placings (membership_id, branch_id, how, from_at, until_at) \
    SELECT id, branch_id, placed, started_at, ended_at FROM memberships \
    WHERE started_at IS NOT NULL ORDER BY id";

/// The words of the name, the address and what its second word is, the number.
const SEARCH_WORDS: &str = "INSERT INTO search_words (membership_id, branch_id, word) \
    SELECT memberships.id, branch_id, CASE part \
    WHEN 1 THEN substr(name_key, 1, gap - 1) WHEN 2 THEN substr(name_key, gap + 1) \
    WHEN 3 THEN email WHEN 4 THEN substr(email, gap + 1, length(email) - gap - 12) \
    ELSE lower(number) END \
    FROM memberships \
    JOIN (SELECT id AS person, name_key, email, GAP AS gap FROM people) AS found \
    ON found.person = memberships.person_id, \
    (SELECT 1 AS part UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL \
    SELECT 5) AS parts ORDER BY memberships.id, part";

/// What has to be said differently to the two databases.
struct Sql {
    backend: DbBackend,
}

impl Sql {
    /// So many minutes before [`NOW`].
    fn ago(&self, minutes: &str) -> String {
        match self.backend {
            DbBackend::Postgres => {
                format!("(timestamptz '{NOW}' - ({minutes}) * interval '1 minute')")
            }
            _ => format!(
                "strftime('%Y-%m-%dT%H:%M:%S+00:00', '{NOW}', '-' || ({minutes}) || ' minutes')"
            ),
        }
    }

    /// When somebody joined: in the last three years, between 2 in the morning and 10 at night, so
    /// that the day is the same in London.
    fn joined(&self, by: &str) -> String {
        self.ago(&format!("({by} % 1096) * 1440 + {by} % 600"))
    }

    fn people(&self) -> String {
        // 1 in 50 lives where there is no branch; 1 in 100 is a child.
        let child = "other / 2400 % 100 = 3";
        format!(
            "INSERT INTO people (name, name_key, email, email_key, phone, postcode, district, age, \
             birth_month, birth_year, created_at) \
             SELECT name, lower(name), email, email, '0117496' || (1000 + chance % 9000), \
             district || ' ' || (chance % 9 + 1) || 'AA', district, \
             CASE WHEN {child} THEN '12-or-under' ELSE '18-or-over' END, \
             CASE WHEN {child} THEN 5 END, CASE WHEN {child} THEN 2016 END, {joined} \
             FROM (SELECT n, chance, other, first.word || ' ' || last.word AS name, \
             lower(first.word || '.' || last.word) || n || '@example.org' AS email, \
             substr('{LETTERS}', CAST(chance / 10 % 10 + 1 AS integer), 1) \
             || substr('{LETTERS}', CAST(chance % 10 + 1 AS integer), 1) \
             || CASE WHEN chance / 100 % 50 = 7 THEN 21 + chance / 5000 % 5 \
             ELSE 1 + chance / 100 % 20 END AS district \
             FROM made_up_numbers \
             JOIN made_up_names AS first ON first.kind = 'first' \
             AND first.place = other % {firsts} \
             JOIN made_up_names AS last ON last.kind = 'last' \
             AND last.place = other / {firsts} % {lasts}) AS made_up ORDER BY n",
            joined = self.joined("(chance * 31 + n)"),
            firsts = names::FIRST.len(),
            lasts = names::LAST.len(),
        )
    }

    fn memberships(&self) -> String {
        // A child in two waits for the guardian; 1 grown-up in 25 has left.
        let waits = "age = '12-or-under' AND people.id % 2 = 0";
        let left = "age = '18-or-over' AND people.id % 25 = 7";
        format!(
            "INSERT INTO memberships (person_id, class, number, asked_at, started_at, ended_at, \
             ended_how, branch_id, placed, sort_name, district_key, adult_by) \
             SELECT people.id, CASE WHEN age = '18-or-over' AND people.id % 10 < 7 \
             THEN 'full' ELSE 'associate' END, 'M' || people.id, created_at, \
             CASE WHEN {waits} THEN NULL ELSE created_at END, \
             CASE WHEN {left} THEN {now} END, CASE WHEN {left} THEN 'asked-to-leave' END, \
             areas.branch_id, CASE WHEN areas.branch_id IS NOT NULL THEN 'placed' END, \
             name_key, substr(district, 1, 2) || {padded}, \
             CASE WHEN age <> '18-or-over' THEN {of_age} END \
             FROM people LEFT JOIN areas ON areas.area = people.district ORDER BY people.id",
            now = self.ago("0"),
            padded = self.padded(),
            of_age = self.day("2034-05-31"),
        )
    }

    fn guardians(&self) -> String {
        format!(
            "INSERT INTO guardians (membership_id, name, email, asked_at, confirmed_at, \
             newsletter, start_branch) SELECT memberships.id, 'Pat Parent', \
             'pat' || memberships.id || '@example.org', asked_at, started_at, {no}, {no} \
             FROM memberships JOIN people ON people.id = person_id WHERE age = '12-or-under'",
            no = self.no(),
        )
    }

    fn help_offers(&self) -> String {
        "INSERT INTO help_offers (person_id, district, offered_at) \
         SELECT person_id, district, started_at FROM memberships \
         JOIN people ON people.id = person_id \
         WHERE branch_id IS NULL AND started_at IS NOT NULL AND people.id % 3 = 0"
            .to_owned()
    }

    fn groups(&self) -> String {
        format!(
            "INSERT INTO groups (kind, name, name_key, postcode, district, contact_name, \
             contact_email, contact_email_key, branch_id, placed, number, joined_at) \
             SELECT CASE n % 3 WHEN 0 THEN 'user-led' WHEN 1 THEN 'self-help' \
             ELSE 'organisation' END, 'Made Up Group ' || n, 'made up group ' || n, \
             area || ' 1AA', area, 'Pat Contact', 'group' || n || '@example.org', \
             'group' || n || '@example.org', branch_id, 'placed', 'G-' || n, {joined} \
             FROM made_up_numbers JOIN areas ON areas.area = \
             substr('{LETTERS}', CAST(chance / 10 % 10 + 1 AS integer), 1) \
             || substr('{LETTERS}', CAST(chance % 10 + 1 AS integer), 1) || 1 \
             WHERE n % 500 = 0 ORDER BY n",
            joined = self.joined("(chance * 17 + n)"),
        )
    }

    fn seats(&self) -> String {
        "INSERT INTO seats (group_id, place, name, email, state, declared_at, confirmed_at) \
         SELECT groups.id, place, 'Jo Representative', 'jo' || groups.id || '@example.org', \
         CASE place WHEN 1 THEN 'confirmed' ELSE 'declared' END, joined_at, \
         CASE place WHEN 1 THEN joined_at END \
         FROM groups, (SELECT 1 AS place UNION ALL SELECT 2) AS places"
            .to_owned()
    }

    fn joins_by_day(&self) -> String {
        let day = match self.backend {
            DbBackend::Postgres => "CAST(at AT TIME ZONE 'UTC' AS date)",
            _ => "substr(at, 1, 10)",
        };
        format!(
            "INSERT INTO joins_by_day (branch_id, day, kind, joins) \
             SELECT branch_id, day, kind, count(*) FROM (\
             SELECT branch_id, {day} AS day, kind FROM (\
             SELECT branch_id, started_at AS at, class AS kind FROM memberships \
             WHERE started_at IS NOT NULL \
             UNION ALL SELECT branch_id, joined_at, 'group' FROM groups) AS joined) AS by_day \
             GROUP BY day, branch_id, kind ORDER BY day, branch_id, kind"
        )
    }

    /// Where the second word of a name begins, less one.
    const fn gap(&self) -> &'static str {
        match self.backend {
            DbBackend::Postgres => "strpos(name_key, ' ')",
            _ => "instr(name_key, ' ')",
        }
    }

    const fn monday(&self) -> &'static str {
        match self.backend {
            DbBackend::Postgres => "CAST(date_trunc('week', day) AS date)",
            // The Sunday that ends the week, and back.
            _ => "date(day, 'weekday 0', '-6 days')",
        }
    }

    fn day(&self, day: &str) -> String {
        match self.backend {
            DbBackend::Postgres => format!("date '{day}'"),
            _ => format!("'{day}'"),
        }
    }

    /// The figures of a district, so that 5 comes before 10.
    const fn padded(&self) -> &'static str {
        match self.backend {
            DbBackend::Postgres => "lpad(substr(district, 3), 4, '0')",
            _ => "printf('%04d', substr(district, 3))",
        }
    }

    const fn no(&self) -> &'static str {
        match self.backend {
            DbBackend::Postgres => "false",
            _ => "0",
        }
    }
}
