//! Search as somebody types.

use register::{Count, MemberFilter, Order};
use rstest::rstest;
use rules::*;

use super::support::*;
use crate::support::*;

fn typed(text: &str) -> MemberFilter {
    MemberFilter { text: text.to_owned(), ..MemberFilter::default() }
}

#[rstest]
#[tokio::test]
async fn members_are_found_by_the_beginnings_of_their_names_address_and_number(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let zoe =
        IndividualJoin { email: email("Z.OBrien@Example.org"), ..named("Zoë O’Brien-Smith") };
    join(&register, "7KQ", zoe, 0).await;
    join(&register, "XY2", named("Zack Smithson"), 1).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let zoe: &[&str] = &["Zoë O’Brien-Smith"];
    let both: &[&str] = &["Zack Smithson", "Zoë O’Brien-Smith"];
    for (text, expected) in [
        ("zoe", zoe),
        ("ZOË", zoe),
        ("zoë o'b", zoe),
        ("smi zo", zoe),
        ("brien", &[]),
        ("o’brien-sm", zoe),
        ("smith", both),
        ("z smith", both),
        ("  ", both),
        ("z.obrien@example.org", zoe),
        ("Z.Obrien@ex", zoe),
        ("@example", &[]),
        ("m-7kq", zoe),
        ("m7kq", zoe),
        ("7kq", zoe),
        ("smith 7kq", zoe),
        ("smithson 7kq", &[]),
        ("%", both),
        ("z%k", &[]),
        ("_oe", &["nobody"][..0]),
        ("'; DROP TABLE people; --", &[]),
    ] {
        assert_eq!(names(&register, &permit, &typed(text)).await, expected, "{text}");
    }
}

#[rstest]
#[tokio::test]
async fn a_word_that_many_have_and_one_that_few_have_find_the_same_members(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
    // The second are so many that not all are listed.
    #[values((6_000, Count::AtLeast(100)), (21_000, Count::MoreThanListed))] birds: (u32, Count),
) {
    let (how_many, count) = birds;
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    join(&register, "a", named("Rare Bird"), 0).await;
    let many = match backend {
        Backend::Sqlite => {
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < HOW_MANY) "
        }
        Backend::Postgres => "WITH n(i) AS (SELECT generate_series(1, HOW_MANY)) ",
    };
    for insert in [
        "INSERT INTO people (name, name_key, email, email_key, age, created_at) \
         {many} SELECT 'Bird ' || i, 'bird ' || i, i || '@x.org', i || '@x.org', '18-or-over', \
         '2026-03-14T12:00:00+00:00' FROM n",
        "INSERT INTO memberships (person_id, class, number, asked_at, started_at, branch_id, \
         placed, sort_name) SELECT id, 'full', 'N' || id, created_at, created_at, \
         (SELECT id FROM branches WHERE slug = 'bristol'), 'placed', name_key \
         FROM people WHERE name LIKE 'Bird %'",
        "INSERT INTO search_words (membership_id, branch_id, word) \
         SELECT id, branch_id, 'bird' FROM memberships WHERE number LIKE 'N%'",
        "UPDATE counters SET members = members + HOW_MANY WHERE kind = 'full'",
    ] {
        let insert = insert.replace("{many}", many).replace("HOW_MANY", &how_many.to_string());
        database.run(&insert).await.unwrap();
    }
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let shown = page(&register, &permit, &typed("bi"), Order::Name, None).await;
    assert_eq!((shown.rows.len(), shown.count), (50, count));
    let after = page(&register, &permit, &typed("bi"), Order::Name, shown.after.as_ref()).await;
    assert!(after.rows[0].name > shown.rows[49].name);
    // Whatever the pages list, an export has them all.
    let every = register.export_members(&permit, &typed("bi"), noon(), |_| {}).await.unwrap();
    assert_eq!(every, Some(u64::from(how_many) + 1));
    let network = database.administrator(&register, "admin@example.org").await;
    let there = page(&register, &network, &typed("bi"), Order::Name, None).await;
    assert_eq!((there.rows.len(), there.count), (50, count));
    let rare = page(&register, &permit, &typed("bird rar"), Order::Name, None).await;
    assert_eq!((rare.rows.len(), rare.count), (1, Count::Exactly(1)));
    let all = page(&register, &permit, &typed(""), Order::Newest, None).await;
    assert_eq!((all.rows.len(), all.count), (50, Count::Exactly(how_many + 1)));
}

#[rstest]
#[tokio::test]
async fn a_child_who_asks_anew_under_another_spelling_is_found_by_that_one(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let young = IndividualJoin { home: postcode("BS5 6XX"), ..tim() };
    join(&register, "a", young.clone(), 0).await;
    let again = IndividualJoin { home: postcode("BS10 5NB"), ..young };
    join(&register, "b", again, 1).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let filter = MemberFilter { status: register::Status::Waiting, ..typed("tim") };
    let rows = page(&register, &permit, &filter, Order::Name, None).await.rows;
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].number.as_str(), rows[0].district.as_deref()), ("M-b", Some("BS10")));
}
