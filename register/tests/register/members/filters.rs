//! Filters, one by one and together.

use register::{Count, MemberFilter, Order, Placed, Status};
use rstest::rstest;
use rules::*;

use super::support::*;
use crate::support::*;

/// A register in which each filter tells some from others.
async fn filled(database: &TestDatabase) -> register::Register {
    let register = database.open().await;
    join(&register, "1", named("Ann Early"), 0).await;
    let associate = IndividualJoin { class: Class::Associate, ..named("Bea Associate") };
    join(&register, "2", associate, 10).await;
    let young = IndividualJoin {
        class: Class::Associate,
        age: Age::ThirteenTo17,
        home: postcode("BS10 5NB"),
        ..named("Cat Young")
    };
    join(&register, "3", young, 20).await;
    let chosen = Home::Chosen(BranchChoice::Branch("bristol".to_owned()));
    join(&register, "4", IndividualJoin { home: chosen, ..named("Dan Chosen") }, 30).await;
    let child = IndividualJoin { home: postcode("BS5 6XX"), ..tim() };
    join(&register, "5", child, 40).await;
    join(&register, "6", named("Eve Gone"), 50).await;
    let elsewhere = IndividualJoin { home: postcode("BS48 1AA"), ..named("Fay Elsewhere") };
    join(&register, "7", elsewhere, 60).await;
    // Past the register, which erases whoever leaves: as imports of old lists may bring them.
    for gone in [
        "UPDATE memberships SET ended_at = started_at, ended_how = 'asked-to-leave' \
         WHERE number = 'M-6'",
        "UPDATE counters SET members = members - 1 WHERE kind = 'full' AND branch_id = \
         (SELECT id FROM branches WHERE slug = 'bristol')",
    ] {
        database.run(gone).await.unwrap();
    }
    register
}

fn cases() -> Vec<(MemberFilter, &'static [&'static str])> {
    let all = MemberFilter::default;
    let day = |day: i64| Some((noon() + days(day)).date_naive());
    vec![
        (all(), &["Ann Early", "Bea Associate", "Cat Young", "Dan Chosen"]),
        (MemberFilter { class: Some(Class::Full), ..all() }, &["Ann Early", "Dan Chosen"]),
        (MemberFilter { class: Some(Class::Associate), ..all() }, &["Bea Associate", "Cat Young"]),
        (MemberFilter { status: Status::Waiting, ..all() }, &["Tim Young"]),
        (MemberFilter { status: Status::Ended, ..all() }, &["Eve Gone"]),
        (
            MemberFilter { status: Status::All, ..all() },
            &["Ann Early", "Bea Associate", "Cat Young", "Dan Chosen", "Eve Gone", "Tim Young"],
        ),
        (MemberFilter { joined_from: day(20), ..all() }, &["Cat Young", "Dan Chosen"]),
        (MemberFilter { joined_until: day(10), ..all() }, &["Ann Early", "Bea Associate"]),
        (MemberFilter { joined_from: day(10), joined_until: day(10), ..all() }, &["Bea Associate"]),
        (MemberFilter { joined_from: day(31), ..all() }, &[]),
        (
            MemberFilter { district: Some(" bs5 ".to_owned()), ..all() },
            &["Ann Early", "Bea Associate"],
        ),
        (MemberFilter { district: Some("BS10".to_owned()), ..all() }, &["Cat Young"]),
        (MemberFilter { district: Some("BS1".to_owned()), ..all() }, &[]),
        (MemberFilter { under_18: true, ..all() }, &["Cat Young"]),
        (
            MemberFilter { under_18: true, status: Status::All, ..all() },
            &["Cat Young", "Tim Young"],
        ),
        (MemberFilter { placed: Some(Placed::ByHand), ..all() }, &["Dan Chosen"]),
        (
            MemberFilter { placed: Some(Placed::ByPostcode), ..all() },
            &["Ann Early", "Bea Associate", "Cat Young"],
        ),
        (
            MemberFilter { text: "young".to_owned(), status: Status::All, ..all() },
            &["Cat Young", "Tim Young"],
        ),
        (
            MemberFilter {
                text: "a".to_owned(),
                class: Some(Class::Associate),
                district: Some("BS5".to_owned()),
                joined_from: day(5),
                joined_until: day(15),
                placed: Some(Placed::ByPostcode),
                ..all()
            },
            &["Bea Associate"],
        ),
        (MemberFilter { class: Some(Class::Full), under_18: true, ..all() }, &[]),
    ]
}

#[rstest]
#[tokio::test]
async fn each_filter_shows_those_of_the_branch_of_whom_it_is_true_and_counts_them(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    for (filter, expected) in cases() {
        for order in Order::ALL {
            let shown = page(&register, &permit, &filter, *order, None).await;
            assert_eq!(shown.count, Count::Exactly(expected.len() as u32), "{filter:?}");
            let mut shown: Vec<_> = shown.rows.into_iter().map(|row| row.name).collect();
            shown.sort();
            assert_eq!(shown, expected, "{filter:?} {order:?}");
        }
    }
}

#[rstest]
#[tokio::test]
async fn an_administrator_sees_the_members_of_every_branch_and_of_none(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let nowhere = Home::Chosen(BranchChoice::None);
    join(&register, "8", IndividualJoin { home: nowhere, ..named("Gil Nowhere") }, 70).await;
    let permit = database.administrator(&register, "admin@example.org").await;
    let names = names(&register, &permit, &MemberFilter::default()).await;
    let everybody =
        ["Ann Early", "Bea Associate", "Cat Young", "Dan Chosen", "Fay Elsewhere", "Gil Nowhere"];
    assert_eq!(names, everybody);
}

#[rstest]
#[tokio::test]
async fn a_row_says_what_tells_a_member_from_the_others(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let filter = MemberFilter { under_18: true, ..MemberFilter::default() };
    let rows = page(&register, &permit, &filter, Order::Name, None).await.rows;
    let [row] = &rows[..] else { panic!("{rows:?}") };
    assert_eq!((row.number.as_str(), row.email.as_str()), ("M-3", "CatYoung@example.org"));
    assert_eq!((row.class, row.under_18), (Class::Associate, true));
    assert_eq!((row.started, row.ended), (Some(noon() + days(20)), None));
    assert_eq!(row.district.as_deref(), Some("BS10"));
    assert_eq!(row.branch.as_ref().unwrap().slug, "bristol");
}

#[rstest]
#[tokio::test]
async fn somebody_who_has_come_of_age_since_is_not_under_eighteen_any_more(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let filter = MemberFilter { under_18: true, ..MemberFilter::default() };
    let grown = noon() + days(20 + 5 * 366);
    let shown = register.members(&permit, &filter, Order::Name, None, grown).await.unwrap();
    assert_eq!(shown.unwrap().rows, []);
}

#[rstest]
#[tokio::test]
async fn whoever_has_lost_their_role_sees_nothing_and_nothing_is_written_down(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let filter = MemberFilter::default();
    page(&register, &permit, &filter, Order::Name, None).await;
    assert_eq!(database.done_by_accounts().await, ["members-seen 4"]);
    database.withdraw("sec@example.org").await;
    let shown = register.members(&permit, &filter, Order::Name, None, noon()).await.unwrap();
    assert_eq!(shown, None);
    assert_eq!(database.done_by_accounts().await, ["members-seen 4"]);
}
