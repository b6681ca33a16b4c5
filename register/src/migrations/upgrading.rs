//! A database of the version before kinds of letters were rows, brought up to date.

mod evidence;

use sea_orm::{
    ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;

use super::Migrator;

/// How many migrations the version before had.
const BEFORE: u32 = 7;

/// An empty database, and what takes it away again.
struct Empty {
    connection: DatabaseConnection,
    folder: Option<std::path::PathBuf>,
}

impl Drop for Empty {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

async fn empty(backend: DbBackend, what: &str) -> Empty {
    let name = format!("register_upgrading_{what}_{}", std::process::id());
    if backend == DbBackend::Sqlite {
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        let url = format!("sqlite://{}?mode=rwc", folder.join("register.db").display());
        return Empty { connection: connect(url).await, folder: Some(folder) };
    }
    let url = std::env::var("TEST_POSTGRES_URL").unwrap();
    let admin = connect(url.clone()).await;
    let create = format!("CREATE DATABASE {name} TEMPLATE template0");
    admin.execute_unprepared(&create).await.unwrap();
    let (server, query) =
        url.split_once('?').map_or((url.as_str(), ""), |(url, query)| (url, query));
    let (server, _) = server.rsplit_once('/').unwrap();
    Empty { connection: connect(format!("{server}/{name}?{query}")).await, folder: None }
}

async fn connect(url: String) -> DatabaseConnection {
    let mut options = sea_orm::ConnectOptions::new(url);
    options.sqlx_logging(false).max_connections(1);
    options.map_sqlx_sqlite_opts(|sqlite| sqlite.foreign_keys(true));
    Database::connect(options).await.unwrap()
}

async fn texts(connection: &DatabaseConnection, sql: &str) -> Vec<String> {
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    let rows = connection.query_all_raw(statement).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

const NOW: &str = "'2026-03-14T12:00:00+00:00'";

/// A member, a child who waits, a group with a representative; letters of every kind and in every
/// state; one that was deleted, whose number is used up; and an entry of the log.
const ROWS: &str = "
    INSERT INTO people (name, name_key, email, email_key, age, created_at)
        VALUES ('Ada', 'ada', 'ada@example.org', 'ada@example.org', '18-or-over', NOW);
    INSERT INTO memberships (person_id, class, number, asked_at, started_at)
        VALUES (1, 'full', 'M-1', NOW, NOW);
    INSERT INTO memberships (person_id, class, number, asked_at, started_at, ended_at)
        VALUES (1, 'full', 'M-0', NOW, NOW, NOW);
    INSERT INTO guardians (membership_id, name, email, asked_at, newsletter, start_branch)
        VALUES (1, 'Pat', 'pat@example.org', NOW, true, false);
    INSERT INTO groups (kind, name, name_key, postcode, district, contact_name, contact_email,
        contact_email_key, number, joined_at)
        VALUES ('user-led', 'Circle', 'circle', 'BS5 6XX', 'BS5', 'Grace', 'grace@example.org',
        'grace@example.org', 'G-1', NOW);
    INSERT INTO seats (group_id, place, name, email, state, declared_at)
        VALUES (1, 1, 'Jo', 'Jo@example.org', 'declared', NOW);
    INSERT INTO letters (kind, membership_id, state, attempts, created_at, next_attempt_at)
        VALUES ('welcome', 1, 'waiting', 0, NOW, NOW);
    INSERT INTO letters (kind, membership_id, state, attempts, created_at, next_attempt_at, sent_at)
        VALUES ('already-a-member', 1, 'sent', 1, NOW, NOW, NOW);
    INSERT INTO letters (kind, guardian_id, state, attempts, created_at, next_attempt_at,
        given_up_at, last_problem)
        VALUES ('guardian', 1, 'given-up', 3, NOW, NOW, NOW, 'refused');
    INSERT INTO letters (kind, group_id, state, attempts, created_at, next_attempt_at, last_problem)
        VALUES ('group-welcome', 1, 'waiting', 2, NOW, NOW, 'deferred');
    INSERT INTO letters (kind, group_id, state, attempts, created_at, next_attempt_at)
        VALUES ('group-already', 1, 'waiting', 0, NOW, NOW);
    INSERT INTO letters (kind, seat_id, state, attempts, created_at, next_attempt_at)
        VALUES ('representative', 1, 'waiting', 0, NOW, NOW);
    INSERT INTO letters (kind, seat_id, state, attempts, created_at, next_attempt_at)
        VALUES ('representative', 1, 'waiting', 0, NOW, NOW);
    DELETE FROM letters WHERE id = 7;
    INSERT INTO access_log (at, actor, action, person_id) VALUES (NOW, 'applicant', 'joined', 1)
";

/// All that the version before held of a letter, and of the log.
const LETTERS: &str = "SELECT id || ' ' || kind || ' ' || coalesce(membership_id, 0) || ' ' || \
    coalesce(guardian_id, 0) || ' ' || coalesce(group_id, 0) || ' ' || coalesce(seat_id, 0) || \
    ' ' || state || ' ' || attempts || ' ' || created_at || ' ' || next_attempt_at || ' ' || \
    coalesce(CAST(sent_at AS text), '') || ' ' || coalesce(CAST(given_up_at AS text), '') || \
    ' ' || coalesce(last_problem, '') FROM letters ORDER BY id";
const LOG: &str = "SELECT id || ' ' || at || ' ' || actor || ' ' || action || ' ' || person_id \
    FROM access_log ORDER BY id";

async fn upgrades(backend: DbBackend) {
    let database = empty(backend, "letters").await;
    let connection = &database.connection;
    Migrator::up(connection, Some(BEFORE)).await.unwrap();
    for statement in ROWS.replace("NOW", NOW).split(';') {
        connection.execute_unprepared(statement).await.unwrap();
    }
    let (letters, log) = (texts(connection, LETTERS).await, texts(connection, LOG).await);
    assert_eq!((letters.len(), log.len()), (6, 1));

    let transaction = connection.begin().await.unwrap();
    Migrator::up(&transaction, None).await.unwrap();
    transaction.commit().await.unwrap();
    assert_eq!(texts(connection, LETTERS).await, letters);
    assert_eq!(texts(connection, LOG).await, log);
    let about = texts(connection, "SELECT about FROM letters ORDER BY id").await;
    assert_eq!(about, ["membership", "membership", "guardian", "group", "group", "seat"]);
    let unsealed = "SELECT CAST(count(*) AS text) FROM access_log WHERE seq IS NULL";
    assert_eq!(texts(connection, unsealed).await, ["1"]);

    let memberships = "SELECT number || ' ' || coalesce(ended_how, '-') || ' ' || sort_name \
        || ' ' || district_key FROM memberships WHERE (ended_at IS NULL) = (ended_how IS NULL) \
        ORDER BY id";
    let listed = texts(connection, memberships).await;
    assert_eq!(listed, ["M-1 - ada ~", "M-0 asked-to-leave ada ~"]);
    let words = "SELECT word FROM search_words WHERE membership_id = 1 ORDER BY word";
    assert_eq!(texts(connection, words).await, ["1", "ada", "ada@example.org", "m", "m1"]);
    let placings = "SELECT CAST(count(*) AS text) FROM placings GROUP BY until_at IS NULL";
    assert_eq!(texts(connection, placings).await, ["1", "1"]);

    // A group and its representative are as they were; evidence can be asked for from then on.
    let groups = "SELECT number || ' ' || version || ' ' || seats.state FROM groups \
        JOIN seats ON seats.group_id = groups.id";
    assert_eq!(texts(connection, groups).await, ["G-1 1 declared"]);
    let ask = "INSERT INTO evidence (seat_id, round, state, asked_at, asked_by, due_on) \
        VALUES (1, 1, 'requested', NOW, 1, '2026-04-01')";
    connection.execute_unprepared(&ask.replace("NOW", NOW)).await.unwrap();
    let counted = "SELECT CAST(sum(members) AS text) FROM counters WHERE kind = 'declared'";
    assert_eq!(texts(connection, counted).await, ["1"]);
    // Areas are as they were, and can be local authorities from now on.
    let areas = "SELECT CAST(count(*) AS text) FROM areas WHERE branch_status = 'active'";
    assert_eq!(texts(connection, areas).await, ["25"]);
    let authority = "INSERT INTO areas (branch_id, branch_status, area, kind) \
        SELECT min(id), 'active', 'E06000023', 'local-authority' FROM branches";
    connection.execute_unprepared(authority).await.unwrap();
    assert_eq!(texts(connection, areas).await, ["26"]);

    // The next letter has a number that none had before, deleted or not.
    let next = "INSERT INTO letters (kind, about, membership_id, state, attempts, created_at, \
        next_attempt_at) VALUES ('welcome', 'membership', 1, 'waiting', 0, NOW, NOW)";
    connection.execute_unprepared(&next.replace("NOW", NOW)).await.unwrap();
    let newest = "SELECT CAST(max(id) AS text) FROM letters";
    assert_eq!(texts(connection, newest).await, ["8"]);
    // Letters still go with what they are about.
    connection.execute_unprepared("DELETE FROM people").await.unwrap();
    let kinds = texts(connection, "SELECT kind FROM letters ORDER BY id").await;
    assert_eq!(kinds, ["group-welcome", "group-already", "representative"]);
}

#[tokio::test]
async fn letters_in_every_state_are_the_same_after_an_upgrade_on_sqlite() {
    upgrades(DbBackend::Sqlite).await;
}

#[tokio::test]
async fn letters_in_every_state_are_the_same_after_an_upgrade_on_postgres() {
    upgrades(DbBackend::Postgres).await;
}
