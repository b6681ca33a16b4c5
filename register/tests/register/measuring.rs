//! The made-up registers that are measured are such as the operations would have made.

use rstest::rstest;

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
    made_up::fill(&database.raw().await, 3_000).await.unwrap();
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
