//! The made-up registers that are measured are such as the operations would have made.

use register::Submission;
use rstest::rstest;
use rules::*;

use crate::support::*;

#[path = "../../benches/made_up/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the benchmarks need more of it")]
mod made_up;

#[rstest]
#[tokio::test]
async fn every_number_that_a_made_up_register_keeps_is_the_number_there_is(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    made_up::fill(&database.raw().await, 3_000, made_up::BRANCHES).await.unwrap();
    database.assert_counts_are_right().await;
    for (table, least) in [("people", 3_000), ("groups", 6), ("seats", 12), ("help_offers", 5)] {
        assert!(database.count(table).await >= least, "{table}");
    }
    // And what they are made of is what the register reads.
    let root = administrator(&register).await;
    assert_eq!(register.branches().await.unwrap().iter().count(), made_up::BRANCHES + 2);
    let shown =
        dashboard(&register, &root, &made_up::slug(42), made_up::NOW.parse().unwrap()).await;
    assert!(shown.full > 5 && shown.latest.len() == 10 && shown.districts.len() > 5, "{shown:?}");
    // A join goes on where they end.
    register.join(submission("a", ada())).await.unwrap();
    database.assert_counts_are_right().await;
}

#[rstest]
#[tokio::test]
async fn a_made_up_member_is_listed_and_found_like_one_who_joined(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let made_up = TestDatabase::new(backend).await;
    made_up.open().await;
    made_up::fill(&made_up.raw().await, 500, made_up::BRANCHES).await.unwrap();
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    made_up::fill(&database.raw().await, 1, 1).await.unwrap();
    database.run("DELETE FROM people").await.unwrap();
    for which in ["age = '18-or-over' AND branch_id IS NOT NULL", "age <> '18-or-over'"] {
        let one = format!(
            "(SELECT max(memberships.id) FROM memberships \
             JOIN people ON people.id = person_id WHERE started_at IS NOT NULL AND {which})"
        );
        let of_one = format!(
            "FROM memberships JOIN people ON people.id = person_id WHERE memberships.id = {one}"
        );
        let person =
            format!("SELECT name || '|' || email || '|' || postcode || '|' || number {of_one}");
        let person = made_up.texts(&person).await.remove(0);
        let [joined_name, address, code, number] =
            person.split('|').collect::<Vec<_>>().try_into().unwrap();
        let grown_up = which == "age = '18-or-over' AND branch_id IS NOT NULL";
        let born = BirthMonth::parse("5", "2016", Age::TwelveOrUnder, noon().date_naive()).unwrap();
        let join = IndividualJoin {
            name: name(joined_name),
            email: email(address),
            home: postcode(code),
            ..if grown_up { ada() } else { IndividualJoin { born: Some(born), ..tim() } }
        };
        let joined = Submission { number: number.to_owned(), ..submission(number, join) };
        register.join(joined).await.unwrap();
        for what in [
            format!("SELECT sort_name || '|' || district_key {of_one}"),
            format!("SELECT CAST(adult_by AS text) {of_one}"),
            format!("SELECT word FROM search_words WHERE membership_id = {one} ORDER BY word"),
        ] {
            let what_joined = what.replace("started_at IS NOT NULL AND ", "");
            assert_eq!(made_up.texts(&what).await, database.texts(&what_joined).await, "{what}");
        }
    }
}
