//! Evidence of the version before what was supplied could be erased.

use super::*;

const EVIDENCE: &str = "
    INSERT INTO evidence (seat_id, round, state, asked_at, asked_by, due_on, supplied_at, text,
        judged_at, judged_by, why)
        VALUES (1, 1, 'queried', NOW, 1, '2026-04-01', NOW, 'By vote', NOW, 1, 'Who?');
    INSERT INTO evidence (seat_id, round, state, asked_at, asked_by, due_on, supplied_at, file_key)
        VALUES (1, 2, 'supplied', NOW, 1, '2026-04-01', NOW, 'key');
    INSERT INTO evidence (seat_id, round, state, asked_at, asked_by, due_on, supplied_at, text,
        judged_at, judged_by, why)
        VALUES (1, 3, 'queried', NOW, 1, '2026-04-01', NOW, 'x', NOW, 1, 'x');
    DELETE FROM evidence WHERE id = 3;
    INSERT INTO evidence_files (evidence_id, key, kind, name, size, bytes)
        VALUES (2, 'key', 'pdf', 'a.pdf', 4, BYTES)
";
const ROUNDS: &str = "SELECT id || ' ' || seat_id || ' ' || round || ' ' || state || ' ' || \
    asked_at || ' ' || asked_by || ' ' || due_on || ' ' || coalesce(CAST(supplied_at AS text), '') \
    || ' ' || coalesce(text, '') || ' ' || coalesce(file_key, '') || ' ' || \
    coalesce(CAST(judged_at AS text), '') || ' ' || coalesce(judged_by, 0) || ' ' || \
    coalesce(why, '') FROM evidence ORDER BY id";
const FILES: &str = "SELECT id || ' ' || evidence_id || ' ' || key || ' ' || kind || ' ' || name || \
    ' ' || size || ' ' || CAST(length(bytes) AS text) FROM evidence_files";

async fn upgrades(backend: DbBackend) {
    let database = empty(backend, "evidence").await;
    let connection = &database.connection;
    let run = async |statements: &str| {
        let bytes = if backend == DbBackend::Sqlite { "X'25504446'" } else { "'\\x25504446'" };
        for statement in statements.replace("NOW", NOW).replace("BYTES", bytes).split(';') {
            connection.execute_unprepared(statement).await.unwrap();
        }
    };
    Migrator::up(connection, Some(BEFORE)).await.unwrap();
    run(ROWS).await;
    let all = Migrator::migrations();
    let erased = all.iter().position(|it| it.name() == "m0091_erased_evidence").unwrap();
    let erased = u32::try_from(erased).unwrap();
    Migrator::up(connection, Some(erased - BEFORE)).await.unwrap();
    run(EVIDENCE).await;
    let (rounds, files) = (texts(connection, ROUNDS).await, texts(connection, FILES).await);
    assert_eq!((rounds.len(), files.len()), (2, 1));

    let transaction = connection.begin().await.unwrap();
    Migrator::up(&transaction, None).await.unwrap();
    transaction.commit().await.unwrap();
    assert_eq!(texts(connection, ROUNDS).await, rounds);
    assert_eq!(texts(connection, FILES).await, files);
    // The next one has a number that none had before.
    run("UPDATE evidence SET state = 'accepted', judged_at = NOW, judged_by = 1 WHERE id = 2; \
        INSERT INTO seats (group_id, place, name, email, state, declared_at) \
        VALUES (1, 2, 'Sam', 'sam@example.org', 'declared', NOW); \
        INSERT INTO evidence (seat_id, round, state, asked_at, asked_by, due_on) \
        VALUES (2, 1, 'requested', NOW, 1, '2026-04-01')")
    .await;
    let newest = "SELECT CAST(max(id) AS text) FROM evidence";
    assert_eq!(texts(connection, newest).await, ["4"]);
    // Files still go with their round, and rounds with their seat.
    run("DELETE FROM seats").await;
    assert!(texts(connection, ROUNDS).await.is_empty());
    assert!(texts(connection, FILES).await.is_empty());
}

#[tokio::test]
async fn evidence_in_every_state_is_the_same_after_an_upgrade_on_sqlite() {
    upgrades(DbBackend::Sqlite).await;
}

#[tokio::test]
async fn evidence_in_every_state_is_the_same_after_an_upgrade_on_postgres() {
    upgrades(DbBackend::Postgres).await;
}
