//! What the schema has no place for.

use rstest::rstest;

use crate::support::*;

#[rstest]
#[tokio::test]
async fn no_table_has_a_place_for_the_answer_to_experience(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    database.open().await;
    let mut words = database.tables().await;
    assert_eq!(words.len(), 43);
    for table in words.clone() {
        words.extend(database.columns(&table).await);
    }
    words.extend(
        database
            .texts(match backend {
                Backend::Sqlite => "SELECT sql FROM sqlite_master",
                Backend::Postgres => {
                    "SELECT pg_get_constraintdef(oid) FROM pg_constraint \
                     UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
                }
            })
            .await,
    );
    let schema = words.join("\n").to_lowercase();
    for word in ["experience", "rather-not-say", "eligib", "reason", "criteria", "identif"] {
        assert!(!schema.contains(word), "{word}");
    }
}

#[rstest]
#[tokio::test]
async fn no_letter_keeps_a_name_an_address_or_a_text(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    database.open().await;
    let mut columns = database.columns("letters").await;
    columns.sort();
    let expected = [
        "about",
        "attempts",
        "created_at",
        "email_change_id",
        "farewell_id",
        "given_up_at",
        "goodbye_id",
        "group_id",
        "guardian_id",
        "id",
        "kind",
        "last_problem",
        "membership_id",
        "next_attempt_at",
        "role_id",
        "seat_id",
        "sent_at",
        "sign_in_id",
        "state",
    ];
    assert_eq!(columns, expected);
}

#[tokio::test]
async fn every_reference_is_indexed() {
    let database = TestDatabase::new(Backend::Sqlite).await;
    database.open().await;
    for table in database.tables().await {
        let references = database
            .texts(&format!(
                // The kinds of letters are never deleted. Of several columns, the first one leads.
                "SELECT \"from\" FROM pragma_foreign_key_list('{table}') \
                 WHERE \"table\" <> 'letter_kinds' AND seq = 0"
            ))
            .await;
        for column in references {
            let plan = database
                .rows(&format!("EXPLAIN QUERY PLAN SELECT id FROM {table} WHERE {column} = 1"))
                .await;
            let plan: String = plan[0].try_get_by("detail").unwrap();
            assert!(plan.starts_with("SEARCH"), "{table}.{column}: {plan}");
        }
    }
}
