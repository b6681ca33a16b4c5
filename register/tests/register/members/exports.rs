//! Exports.

use register::{ExportRow, MemberFilter, Placed, Register, Scope};
use rstest::rstest;
use rules::*;

use super::support::*;
use crate::support::*;

async fn exported<'a>(
    register: &Register,
    by: impl Into<Scope<'a>>,
    filter: &MemberFilter,
) -> (Option<u64>, Vec<ExportRow>) {
    let mut rows = Vec::new();
    let many = register.export_members(by, filter, noon(), |row| rows.push(row)).await.unwrap();
    (many, rows)
}

#[rstest]
#[tokio::test]
async fn an_export_has_exactly_what_the_filter_shows_and_is_written_down_with_how_many(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    join(&register, "a", ada(), 0).await;
    let associate = IndividualJoin { class: Class::Associate, ..named("Bea Associate") };
    join(&register, "b", associate, 0).await;
    let elsewhere = IndividualJoin { home: postcode("BS48 1AA"), ..named("Fay Elsewhere") };
    join(&register, "c", elsewhere, 0).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let filter = MemberFilter { class: Some(Class::Full), ..MemberFilter::default() };
    let (many, rows) = exported(&register, &permit, &filter).await;
    let [row] = &rows[..] else { panic!("{rows:?}") };
    assert_eq!((many, row.row.name.as_str()), (Some(1), "Ada Lovelace"));
    assert_eq!(row.phone.as_deref(), Some("01174960123"));
    assert_eq!((row.postcode.as_deref(), row.placed), (Some("BS5 6XX"), Some(Placed::ByPostcode)));
    assert_eq!(database.done_by_accounts().await, ["export-begun", "exported 1"]);
}

#[rstest]
#[tokio::test]
async fn a_long_export_has_everybody_once_in_the_order_of_names(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let mut joins = tokio::task::JoinSet::new();
    for number in 0..1_203 {
        let register = register.clone();
        let somebody =
            IndividualJoin { name: name(&format!("Name {}", number % 400)), ..somebody(number) };
        joins.spawn(async move {
            register.join(submission(&number.to_string(), somebody)).await.unwrap();
        });
    }
    joins.join_all().await;
    let permit = database.administrator(&register, "admin@example.org").await;
    let (many, rows) = exported(&register, &permit, &MemberFilter::default()).await;
    assert_eq!((many, rows.len()), (Some(1_203), 1_203));
    assert!(rows.is_sorted_by(|one, other| one.row.name.to_lowercase() <= other.row.name.to_lowercase()));
    let mut numbers: Vec<_> = rows.iter().map(|row| &row.row.number).collect();
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), 1_203);
}

#[rstest]
#[tokio::test]
async fn whoever_has_lost_their_role_exports_nobody(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    join(&register, "a", ada(), 0).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    database.withdraw("sec@example.org").await;
    let before = database.dump().await;
    let (many, rows) = exported(&register, &permit, &MemberFilter::default()).await;
    assert_eq!((many, rows), (None, vec![]));
    assert_eq!(database.dump().await, before);
}
