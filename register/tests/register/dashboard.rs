//! What the committee of a branch sees at a glance.

use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};
use register::*;
use rstest::rstest;
use rules::*;

use crate::support::*;

/// Joins at another time than noon.
async fn join(register: &Register, key: &str, join: impl Into<AnyJoin>, at: DateTime<Utc>) {
    let submission = Submission { at, ..submission(key, join) };
    register.join(submission).await.unwrap();
}

fn in_bristol(child: usize) -> IndividualJoin {
    IndividualJoin { name: somebody(child).name, home: postcode("BS7 8AA"), ..tim() }
}

#[rstest]
#[tokio::test]
async fn an_empty_branch_has_a_dashboard_of_noughts(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = administrator(&register).await;
    let shown = dashboard(&register, &root, "bristol", noon()).await;
    assert_eq!((shown.version, shown.full, shown.associate, shown.groups), (0, 0, 0, 0));
    assert_eq!(shown.branch.name, "Bristol");
    assert_eq!(shown.last_30_days, Recent { joined: 0, before: 0 });
    assert!(shown.latest.is_empty() && shown.districts.is_empty() && shown.help_offers.is_empty());
    assert_eq!(shown.weeks.len(), 53);
}

#[rstest]
#[tokio::test]
async fn a_dashboard_counts_its_own_branch_by_class_kind_and_district(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = administrator(&register).await;
    let class = Class::Associate;
    for number in 0..3 {
        join(&register, &number.to_string(), somebody(number), noon()).await;
    }
    let elsewhere = IndividualJoin { home: postcode("BS7 8AA"), ..somebody(3) };
    join(&register, "3", elsewhere, noon()).await;
    let by_hand = Home::Chosen(BranchChoice::Branch("bristol".to_owned()));
    join(&register, "4", IndividualJoin { home: by_hand, class, ..somebody(4) }, noon()).await;
    let sector = IndividualJoin { home: postcode("BS1 1AA"), class, ..somebody(5) };
    join(&register, "5", sector, noon()).await;
    join(&register, "child", in_bristol(6), noon()).await;
    join(&register, "group", group(), noon()).await;

    let bristol = dashboard(&register, &root, "bristol", noon()).await;
    assert_eq!((bristol.full, bristol.associate, bristol.groups), (4, 2, 0));
    assert_eq!(bristol.waiting_for_guardian, 1);
    assert_eq!(bristol.representatives, Representatives { declared: 0, confirmed: 0 });
    let districts = [("BS5", 3), ("BS1", 1), ("BS7", 1)];
    assert_eq!(bristol.districts, districts.map(|(name, number)| (name.to_owned(), number)));

    let other = dashboard(&register, &root, "north-somerset", noon()).await;
    assert_eq!((other.full, other.associate, other.groups), (0, 0, 1));
    assert_eq!(other.representatives, Representatives { declared: 2, confirmed: 0 });
    assert_eq!(other.waiting_for_guardian, 0);
    assert!(other.districts.is_empty());
}

#[rstest]
#[tokio::test]
async fn representatives_move_from_declared_to_confirmed_or_away(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = administrator(&register).await;
    register.join(submission("a", group())).await.unwrap();
    for number in 0..3 {
        let link = token(&number.to_string());
        register.claim_letter(noon(), &link, minutes(5)).await.unwrap();
    }
    let shown =
        async || dashboard(&register, &root, "north-somerset", noon()).await.representatives;
    register.confirm_seat(&token("0"), noon()).await.unwrap().unwrap();
    assert_eq!(shown().await, Representatives { declared: 1, confirmed: 1 });
    register.decline_seat(&token("0"), noon()).await.unwrap().unwrap();
    assert_eq!(shown().await, Representatives { declared: 1, confirmed: 0 });
    register.decline_seat(&token("1"), noon()).await.unwrap().unwrap();
    assert_eq!(shown().await, Representatives { declared: 0, confirmed: 0 });
}

#[rstest]
#[tokio::test]
async fn joins_are_compared_with_the_same_length_before(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = administrator(&register).await;
    // Two on each of these days before, one at the first and one at the last moment of the day.
    for ago in [0, 6, 7, 13, 14, 29, 30, 59, 60] {
        for (moment, back) in [("early", 12 * 60), ("late", -(12 * 60 - 1))] {
            let number = ago * 2 + i64::from(moment == "late");
            let person = somebody(usize::try_from(number).unwrap());
            let at = noon() - days(ago) - minutes(back);
            join(&register, &number.to_string(), person, at).await;
        }
    }
    let shown = dashboard(&register, &root, "bristol", noon()).await;
    assert_eq!(shown.last_7_days, Recent { joined: 4, before: 4 });
    assert_eq!(shown.last_30_days, Recent { joined: 12, before: 4 });
    // In seven days, what was the last week is the one before.
    let later = dashboard(&register, &root, "bristol", noon() + days(7)).await;
    assert_eq!(later.last_7_days, Recent { joined: 0, before: 4 });
    assert_eq!(later.version, shown.version);
}

#[rstest]
#[tokio::test]
async fn a_year_of_weeks_is_shown_the_empty_ones_too(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = administrator(&register).await;
    let bristol = GroupJoin { postcode: Postcode::parse("BS5 6XX").unwrap(), ..group() };
    join(&register, "a", somebody(1), noon()).await;
    join(&register, "b", bristol, noon() - days(7)).await;
    join(&register, "c", somebody(2), noon() - days(7)).await;
    // The Monday that the oldest week begins with, and the Sunday before.
    let oldest: NaiveDate = "2025-03-10".parse().unwrap();
    join(&register, "d", somebody(3), "2025-03-10T00:00:00Z".parse().unwrap()).await;
    join(&register, "e", somebody(4), "2025-03-09T23:59:59Z".parse().unwrap()).await;

    let weeks = dashboard(&register, &root, "bristol", noon()).await.weeks;
    assert_eq!(weeks.len(), 53);
    assert!(weeks.iter().all(|week| week.monday.weekday() == Weekday::Mon));
    assert!(weeks.is_sorted_by_key(|week| week.monday));
    let some: Vec<_> = weeks
        .iter()
        .filter(|week| week.members + week.groups > 0)
        .map(|week| (week.monday.to_string(), week.members, week.groups))
        .collect();
    let expected = [("2025-03-10", 1, 0), ("2026-03-02", 1, 1), ("2026-03-09", 1, 0)];
    assert_eq!(some, expected.map(|(day, members, groups)| (day.to_owned(), members, groups)));
    assert_eq!(weeks[0].monday, oldest);
    assert_eq!(weeks[52].monday.to_string(), "2026-03-09");
}

#[rstest]
#[tokio::test]
async fn the_ten_who_joined_last_are_shown_without_a_name(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = administrator(&register).await;
    for number in 0..12 {
        let at = noon() + minutes(i64::try_from(number).unwrap());
        join(&register, &number.to_string(), somebody(number), at).await;
    }
    let bristol = GroupJoin { postcode: Postcode::parse("BS5 6XX").unwrap(), ..group() };
    join(&register, "group", bristol, noon() + minutes(20)).await;
    let by_hand = Home::Chosen(BranchChoice::Branch("bristol".to_owned()));
    let associate = IndividualJoin { home: by_hand, class: Class::Associate, ..somebody(13) };
    join(&register, "hand", associate, noon() + minutes(30)).await;
    join(&register, "child", in_bristol(14), noon() + minutes(40)).await;
    let ended = "UPDATE memberships SET ended_at = started_at, ended_how = 'died' \
                 WHERE number = 'M-11'";
    database.run(ended).await.unwrap();

    let latest = dashboard(&register, &root, "bristol", noon()).await.latest;
    let numbers: Vec<_> = latest.iter().map(|join| join.number.as_str()).collect();
    let expected = ["M-hand", "M-group", "M-10", "M-9", "M-8", "M-7", "M-6", "M-5", "M-4", "M-3"];
    assert_eq!(numbers, expected);
    assert_eq!(
        latest[0],
        LatestJoin {
            what: JoinedAs::Individual(Class::Associate),
            district: None,
            at: noon() + minutes(30),
            number: "M-hand".to_owned(),
        }
    );
    assert_eq!(latest[1].what, JoinedAs::Group(GroupKind::SelfHelp));
    assert_eq!(latest[1].district.as_deref(), Some("BS5"));
    let said = format!("{latest:?}");
    for word in ["Somebody", "Circle", "example", "6XX"] {
        assert!(!said.contains(word), "{said}");
    }
}

#[rstest]
#[tokio::test]
async fn offers_of_help_nearby_are_shown_and_of_fewer_than_five_not_how_many(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = administrator(&register).await;
    let helper = |number: usize, code: &str| {
        let postcode = Postcode::parse(code).unwrap();
        IndividualJoin { home: Home::Postcode { postcode, start_branch: true }, ..somebody(number) }
    };
    for number in 0..5 {
        join(&register, &number.to_string(), helper(number, "BS30 1AA"), noon()).await;
    }
    for number in 5..9 {
        join(&register, &number.to_string(), helper(number, "BS27 1AA"), noon()).await;
    }
    join(&register, "far", helper(10, "B5 1AA"), noon()).await;
    for branch in ["bristol", "north-somerset"] {
        let shown = dashboard(&register, &root, branch, noon()).await;
        let expected =
            [("BS27".to_owned(), HelpOffers::Few), ("BS30".to_owned(), HelpOffers::Exactly(5))];
        assert_eq!(shown.help_offers, expected);
        assert_eq!((shown.full, shown.version), (0, 9));
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_dashboard_is_of_one_moment_even_while_many_join(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = administrator(&register).await;
    let mut joins = tokio::task::JoinSet::new();
    let joining = register.clone();
    joins.spawn(async move {
        for number in 0..80 {
            joining.join(submission(&number.to_string(), somebody(number))).await.unwrap();
        }
    });
    let mut seen = std::collections::BTreeSet::new();
    while !joins.is_empty() {
        let shown = dashboard(&register, &root, "bristol", noon()).await;
        assert_eq!(shown.version, i64::from(shown.full));
        assert_eq!(shown.districts.iter().map(|(_, number)| number).sum::<u32>(), shown.full);
        assert_eq!(shown.weeks[52].members, shown.full);
        assert_eq!(shown.last_7_days.joined, shown.full);
        assert_eq!(shown.latest.len(), usize::try_from(shown.full).unwrap().min(10));
        seen.insert(shown.full);
        while joins.try_join_next().is_some() {}
    }
    assert!(seen.len() > 2, "{seen:?}");
}

#[rstest]
#[tokio::test]
async fn to_open_a_dashboard_is_logged_and_to_go_on_looking_is_not(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = administrator(&register).await;
    join(&register, "a", ada(), noon()).await;
    let permit = permit(&register, &root, "bristol").await;
    let opened = register.opened_dashboard(&permit, noon()).await.unwrap().unwrap();
    assert_eq!(opened.full, 1);
    let before = database.dump().await;
    assert_eq!(register.dashboard(&permit, noon()).await.unwrap(), Some(opened));
    assert_eq!(database.dump().await, before);
    let log = "SELECT actor || ' ' || slug FROM access_log JOIN branches ON branches.id = branch_id \
         WHERE action = 'dashboard-opened' AND account_id IS NOT NULL AND person_id IS NULL";
    assert_eq!(database.texts(log).await, ["account bristol"]);
}

#[rstest]
#[tokio::test]
async fn a_dashboard_is_not_found_once_the_role_is_withdrawn_or_the_session_ended(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    let root = administrator(&register).await;
    let chair = committee("bristol", Office::Chair);
    let session = with_role(&register, &root, "chair@example.org", chair).await;
    let held = permit(&register, &session, "bristol").await;
    let network = network(&register, &root).await;
    assert!(register.opened_dashboard(&held, noon()).await.unwrap().is_some());
    let roles = register.roles_of_branch(&held, noon()).await.unwrap().unwrap();
    register.withdraw_role((&network).into(), roles[0].id, noon()).await.unwrap();
    let before = database.dump().await;
    assert_eq!(register.dashboard(&held, noon()).await.unwrap(), None);
    assert_eq!(register.opened_dashboard(&held, noon()).await.unwrap(), None);
    assert_eq!(database.dump().await, before);

    let held = permit(&register, &root, "bristol").await;
    register.sign_out(&root, noon()).await.unwrap();
    assert_eq!(register.dashboard(&held, noon()).await.unwrap(), None);
    assert_eq!(register.opened_dashboard(&held, noon()).await.unwrap(), None);
}
