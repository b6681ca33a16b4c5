//! The roll of a branch, and rolls that are frozen.

use chrono::{NaiveDate, TimeZone, Utc};
use register::{Looked, Register, Roll, Submission};
use rstest::rstest;
use rules::*;

use super::changing::{first, why};
use super::support::*;
use crate::support::*;

fn day(days_after: i64) -> NaiveDate {
    (noon() + days(days_after)).date_naive()
}

async fn filled(database: &TestDatabase) -> Register {
    let register = database.open().await;
    join(&register, "1", named("Zoe First"), 0).await;
    let associate = IndividualJoin { class: Class::Associate, ..named("Ann Second") };
    join(&register, "2", associate, 10).await;
    let elsewhere = IndividualJoin { home: postcode("BS48 1AA"), ..named("Eve Elsewhere") };
    join(&register, "3", elsewhere, 0).await;
    let waiting = IndividualJoin { home: postcode("BS5 6XX"), ..tim() };
    join(&register, "4", waiting, 0).await;
    register
}

fn numbers(roll: &Roll) -> Vec<&str> {
    roll.entries.iter().map(|entry| entry.number.as_str()).collect()
}

#[rstest]
#[tokio::test]
async fn the_roll_of_a_day_has_who_was_a_member_of_the_branch_by_name_and_counts_their_rights(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let at = noon() + days(20);
    let admin = database.administrator(&register, "admin@example.org").await;
    let [keep, other] = ["M-3", "M-1"].map(|number| Looked { number, seen: first() });
    register.merge_members(&admin, keep, other, at).await.unwrap().unwrap();
    for (on, expected) in [
        (-1, &[][..]),
        (0, &["M-1"]),
        (9, &["M-1"]),
        (10, &["M-2", "M-1"]),
        (19, &["M-2", "M-1"]),
        (20, &["M-2"]),
        (400, &["M-2"]),
    ] {
        let roll = register.roll(&permit, day(on), at).await.unwrap().unwrap();
        assert_eq!(numbers(&roll), expected, "{on}");
    }
    let roll = register.roll(&permit, day(15), at).await.unwrap().unwrap();
    assert_eq!(roll.branch.slug, "bristol");
    assert_eq!((roll.counts.speak, roll.counts.vote, roll.counts.stand), (2, 1, 1));
    assert_eq!(database.done_by_accounts().await.last().unwrap(), "roll-seen 2");
}

#[rstest]
#[tokio::test]
async fn whoever_has_moved_away_is_on_the_roll_of_a_day_before_without_their_name(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let admin = database.administrator(&register, "admin@example.org").await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let at = noon() + days(20);
    let to = Some("north-somerset");
    register.move_member(&admin, "M-1", to, &why(), first(), at).await.unwrap();
    let roll = register.roll(&permit, day(15), at).await.unwrap().unwrap();
    let names: Vec<_> =
        roll.entries.iter().map(|one| (one.number.as_str(), one.name.as_deref())).collect();
    assert_eq!(names, [("M-2", Some("Ann Second")), ("M-1", None)]);
}

#[rstest]
#[tokio::test]
async fn a_day_begins_and_ends_in_london(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    // Half past midnight in London, in summer time; the day before in UTC.
    let at = Utc.with_ymd_and_hms(2026, 6, 30, 23, 30, 0).unwrap();
    register.join(Submission { at, ..submission("1", ada()) }).await.unwrap();
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    for (day, expected) in [(30, 0), (31, 1)] {
        let on = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap() + days(day - 1);
        let roll = register.roll(&permit, on, at).await.unwrap().unwrap();
        assert_eq!(roll.entries.len(), expected, "{on}");
    }
}

#[rstest]
#[tokio::test]
async fn somebody_who_moves_stays_on_the_rolls_of_the_days_before(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let from = database.secretary(&register, "from@example.org", "bristol").await;
    let to = database.secretary(&register, "to@example.org", "north-somerset").await;
    let (at, slug) = (noon() + days(5), Some("north-somerset"));
    register.move_member(&from, "M-1", slug, &why(), first(), at).await.unwrap();
    for (on, in_from, in_to) in
        [(4, &["M-1"][..], &["M-3"][..]), (5, &[], &["M-3", "M-1"]), (6, &[], &["M-3", "M-1"])]
    {
        let roll = register.roll(&from, day(on), at).await.unwrap().unwrap();
        assert_eq!(numbers(&roll), in_from, "{on}");
        let roll = register.roll(&to, day(on), at).await.unwrap().unwrap();
        assert_eq!(numbers(&roll), in_to, "{on}");
    }
}

#[rstest]
#[tokio::test]
async fn a_frozen_roll_stays_as_it_was_whoever_leaves_and_keeps_no_name(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let permit = database.secretary(&register, "sec@example.org", "bristol").await;
    let at = noon() + days(20) + chrono::TimeDelta::nanoseconds(123_456_789);
    let frozen = register.freeze_roll(&permit, day(20), at).await.unwrap().unwrap();
    assert_eq!((frozen.hash.len(), frozen.counts.speak, frozen.counts.vote), (64, 2, 1));
    register.end_membership(&permit, "M-2", EndReason::Died, first(), at).await.unwrap();

    let listed = register.frozen_rolls(&permit, at).await.unwrap().unwrap();
    assert_eq!(listed, std::slice::from_ref(&frozen));
    let shown = register.frozen_roll(&permit, frozen.id, at).await.unwrap().unwrap();
    assert_eq!((&shown.roll, shown.whole), (&frozen, true));
    let entries: Vec<_> = shown
        .entries
        .iter()
        .map(|entry| (entry.number.as_str(), entry.class, entry.name.as_deref()))
        .collect();
    let expected = [("M-2", Class::Associate, None), ("M-1", Class::Full, Some("Zoe First"))];
    assert_eq!(entries, expected);
    let dump = database.dump().await;
    for table in ["rolls", "roll_entries", "access_log"] {
        let kept = dump[table].join("\n");
        assert!(!kept.contains("Zoe") && !kept.contains("Ann"), "{table}");
    }
}

#[rstest]
#[tokio::test]
async fn a_frozen_roll_of_which_anything_was_changed_says_so(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    for change in [
        "UPDATE roll_entries SET class = 'full' WHERE number = 'M-2'",
        "UPDATE roll_entries SET number = 'M-9' WHERE number = 'M-2'",
        "UPDATE roll_entries SET membership_id = 99 WHERE number = 'M-2'",
        "DELETE FROM roll_entries WHERE number = 'M-1'",
        "UPDATE rolls SET day = '2020-01-01'",
        "UPDATE rolls SET frozen_at = '2020-01-01T00:00:00+00:00'",
    ] {
        let database = TestDatabase::new(backend).await;
        let register = filled(&database).await;
        let permit = database.secretary(&register, "sec@example.org", "bristol").await;
        let frozen = register.freeze_roll(&permit, day(20), noon()).await.unwrap().unwrap();
        database.run(change).await.unwrap();
        let shown = register.frozen_roll(&permit, frozen.id, noon()).await.unwrap().unwrap();
        assert!(!shown.whole, "{change}");
    }
}

#[rstest]
#[tokio::test]
async fn the_rolls_of_another_branch_are_not_found(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = filled(&database).await;
    let own = database.secretary(&register, "sec@example.org", "bristol").await;
    let other = database.secretary(&register, "other@example.org", "north-somerset").await;
    let frozen = register.freeze_roll(&own, day(20), noon()).await.unwrap().unwrap();
    assert_eq!(register.frozen_roll(&other, frozen.id, noon()).await.unwrap(), None);
    assert_eq!(register.frozen_rolls(&other, noon()).await.unwrap(), Some(vec![]));
    database.withdraw("sec@example.org").await;
    let before = database.dump().await;
    assert_eq!(register.roll(&own, day(20), noon()).await.unwrap(), None);
    assert_eq!(register.freeze_roll(&own, day(20), noon()).await.unwrap(), None);
    assert_eq!(register.frozen_rolls(&own, noon()).await.unwrap(), None);
    assert_eq!(register.frozen_roll(&own, frozen.id, noon()).await.unwrap(), None);
    assert_eq!(database.dump().await, before);
}
