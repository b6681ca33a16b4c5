//! Pages, in every order.

use register::{Count, Cursor, MemberFilter, Members, Order, Placed, Register, Scope, Status};
use rstest::rstest;
use rules::*;

use super::support::*;
use crate::support::*;

/// So many members, of whom some share a name, a day and a district, and some are accented.
async fn filled(register: &Register, many: i64) {
    for number in 0..many {
        let names = ["Amy", "Åsa", "asa", "Zoe"];
        let text = format!("{} {}", names[number as usize % 4], number % 7);
        let districts = ["BS5 6XX", "BS10 5NB", "BS1 4ST"];
        let home = match number % 4 {
            3 => Home::Chosen(BranchChoice::Branch("bristol".to_owned())),
            at => postcode(districts[at as usize]),
        };
        let address = email(&format!("{number}@example.org"));
        let person = IndividualJoin { home, email: address, ..named(&text) };
        join(register, &number.to_string(), person, number % 5).await;
    }
}

fn numbers(page: &Members) -> Vec<String> {
    page.rows.iter().map(|row| row.number.clone()).collect()
}

#[rstest]
#[tokio::test]
async fn every_order_is_paged_through_and_back_without_missing_or_repeating_anybody(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    filled(&register, 128).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let filter = MemberFilter::default();
    for order in Order::ALL.iter().copied() {
        let first = page(&register, &permit, &filter, order, None).await;
        assert_eq!((first.rows.len(), first.before), (50, None), "{order:?}");
        let second = page(&register, &permit, &filter, order, first.after.as_ref()).await;
        let third = page(&register, &permit, &filter, order, second.after.as_ref()).await;
        assert_eq!((third.rows.len(), third.after), (28, None), "{order:?}");
        let mut all: Vec<_> = [&first, &second, &third].into_iter().flat_map(numbers).collect();
        let rows = [&first, &second, &third].map(|page| page.rows.clone()).concat();
        assert!(rows.is_sorted_by_key(|row| key(row, order)), "{order:?}");
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 128, "{order:?}");

        let back = page(&register, &permit, &filter, order, third.before.as_ref()).await;
        assert_eq!(back, second, "{order:?}");
        let back = page(&register, &permit, &filter, order, back.before.as_ref()).await;
        assert_eq!(back, first, "{order:?}");
    }
}

#[rstest]
#[tokio::test]
async fn what_few_are_is_paged_through_in_every_order_like_everybody(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    filled(&register, 240).await;
    let ended = "UPDATE memberships SET ended_at = asked_at, ended_how = 'asked-to-leave' \
                 WHERE id % 2 = 0";
    database.run(ended).await.unwrap();
    let waits = "UPDATE memberships SET started_at = NULL WHERE id % 4 = 1";
    database.run(waits).await.unwrap();
    let branch = database.secretary(&register, "sec@example.org", "bristol").await;
    let network = database.administrator(&register, "admin@example.org").await;
    let all = || MemberFilter { status: Status::All, ..MemberFilter::default() };
    for (filter, many) in [
        (MemberFilter { status: Status::Ended, ..all() }, 120),
        // With a class, so that they are counted: the register keeps how many wait by itself.
        (MemberFilter { status: Status::Waiting, class: Some(Class::Full), ..all() }, 60),
        (MemberFilter { placed: Some(Placed::ByHand), ..all() }, 60),
        (MemberFilter { district: Some("bs5".to_owned()), ..all() }, 60),
        (MemberFilter { placed: Some(Placed::ByHand), ..MemberFilter::default() }, 0),
    ] {
        for order in Order::ALL.iter().copied() {
            for scope in [Scope::from(&branch), Scope::from(&network)] {
                let mut found = Vec::new();
                let mut from = None;
                loop {
                    let shown = page(&register, scope, &filter, order, from.as_ref()).await;
                    assert_eq!(shown.count, Count::Exactly(many));
                    found.extend(shown.rows);
                    from = shown.after;
                    if from.is_none() {
                        break;
                    }
                }
                assert!(found.is_sorted_by_key(|row| key(row, order)), "{filter:?} {order:?}");
                let mut numbers: Vec<_> = found.into_iter().map(|row| row.number).collect();
                numbers.sort();
                numbers.dedup();
                assert_eq!(numbers.len(), many as usize, "{filter:?} {order:?}");
            }
        }
    }
}

fn key(row: &register::MemberRow, order: Order) -> (i64, usize, String) {
    let name = row.name.to_lowercase().replace('å', "a");
    let started = row.started.map_or(0, |at| at.timestamp());
    let district = ["BS1", "BS5", "BS10"]
        .iter()
        .position(|district| row.district.as_deref() == Some(district))
        .unwrap_or(3);
    match order {
        Order::Name => (0, 0, name),
        Order::Newest => (-started, 0, String::new()),
        Order::Oldest => (started, 0, String::new()),
        Order::District => (0, district, name),
    }
}

#[rstest]
#[tokio::test]
async fn nobody_is_missed_or_shown_twice_because_others_join_meanwhile(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    filled(&register, 120).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let filter = MemberFilter::default();
    for (order, joins) in [(Order::Name, "Aaa"), (Order::Newest, "Bbb")] {
        let mut seen = Vec::new();
        let mut from = None;
        for number in 0.. {
            let shown = page(&register, &permit, &filter, order, from.as_ref()).await;
            seen.extend(numbers(&shown).into_iter().filter(|number| !number.contains("late")));
            let late = named(&format!("{joins} {number}"));
            join(&register, &format!("late {joins} {number}"), late, 90).await;
            from = shown.after;
            if from.is_none() {
                break;
            }
        }
        let many = seen.len();
        seen.sort();
        seen.dedup();
        assert_eq!((seen.len(), many), (120, 120), "{order:?}");
    }
}

#[rstest]
#[tokio::test]
async fn a_cursor_that_was_edited_or_is_of_somebody_elses_branch_leads_to_the_first_page(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    filled(&register, 60).await;
    let elsewhere = IndividualJoin { home: postcode("BS48 1AA"), ..named("Mia Elsewhere") };
    join(&register, "elsewhere", elsewhere, 0).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let filter = MemberFilter::default();
    let first = page(&register, &permit, &filter, Order::Name, None).await;
    let foreign = database.number("SELECT id FROM memberships WHERE number = 'M-elsewhere'").await;
    for text in [format!("a{foreign}"), format!("b{foreign}"), "a99999".into(), "b0".into()] {
        let cursor = Cursor::parse(&text).unwrap();
        let shown = page(&register, &permit, &filter, Order::Name, Some(&cursor)).await;
        assert_eq!(shown, first, "{text}");
    }
    for text in ["", "a", "1", "c1", "a-1", "a+1", "a1 ", "aé", "a99999999999999999999", "aa1"] {
        assert_eq!(Cursor::parse(text), None, "{text}");
    }
    let after = first.after.unwrap();
    assert_eq!(Cursor::parse(&after.to_string()), Some(after));
}
