//! The class of a membership, which its member changes either way.

use chrono::NaiveDate;
use register::{ClassChanged, ClassHistory};
use rstest::rstest;
use rules::*;

use super::*;
use crate::support::permit as branch_permit;

fn associate() -> IndividualJoin {
    IndividualJoin { class: Class::Associate, ..ada() }
}

/// Born in February 2012: eighteen on 28 February or 1 March 2030.
fn young() -> IndividualJoin {
    let born = BirthMonth::new(2, 2012);
    IndividualJoin { age: Age::ThirteenTo17, born, ..associate() }
}

fn to_full() -> ClassChange {
    ClassChange::to_full(Age::EighteenOrOver, Experience::Yes).unwrap()
}

async fn change(
    register: &Register,
    permit: &OwnPermit,
    to: ClassChange,
    seen: &str,
    after: i64,
) -> Option<ClassChanged> {
    let at = noon() + days(after);
    register.change_class(permit, "M-a", to, version(seen), at).await.unwrap()
}

#[rstest]
#[tokio::test]
async fn an_associate_becomes_a_full_member_and_back_and_is_counted_so_at_once(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", associate())).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let root = administrator(&register).await;
    let before = version_of(&register, &root).await;
    let done = change(&register, &permit, to_full(), "1", 0).await;
    assert_eq!(done, Some(ClassChanged::Done));
    assert_eq!(own(&register, &permit).await.class, Class::Full);
    assert!(version_of(&register, &root).await > before);
    let counted = async || {
        [database.counted("bristol", "full").await, database.counted("bristol", "associate").await]
    };
    assert_eq!(counted().await, [1, 0]);
    let again = change(&register, &permit, to_full(), "2", 0).await;
    assert_eq!(again, Some(ClassChanged::SoAlready));
    let late = change(&register, &permit, ClassChange::TO_ASSOCIATE, "1", 0).await;
    assert_eq!(late, Some(ClassChanged::ChangedMeanwhile));
    let back = change(&register, &permit, ClassChange::TO_ASSOCIATE, "2", 1).await;
    assert_eq!(back, Some(ClassChanged::Done));
    assert_eq!(counted().await, [0, 1]);
    database.assert_current_counts_are_right().await;

    let admin = network(&register, &root).await;
    let (full, associate) = (Class::Full, Class::Associate);
    let expected = [
        ClassHistory { from: associate, to: full, at: noon() },
        ClassHistory { from: full, to: associate, at: noon() + days(1) },
    ];
    assert_eq!(seen(&register, &admin, "M-a").await.memberships[0].classes, expected);
    let logged = "SELECT action FROM access_log WHERE action = 'class-changed'";
    assert_eq!(database.texts(logged).await, ["class-changed"; 2]);
}

async fn version_of(register: &Register, root: &register::Token) -> i64 {
    crate::support::version(register, root, "bristol").await
}

#[rstest]
#[tokio::test]
async fn the_roll_of_a_day_has_the_class_of_that_day(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", associate())).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    change(&register, &permit, to_full(), "1", 5).await.unwrap();
    change(&register, &permit, ClassChange::TO_ASSOCIATE, "2", 10).await.unwrap();
    change(&register, &permit, to_full(), "3", 10).await.unwrap();
    change(&register, &permit, ClassChange::TO_ASSOCIATE, "4", 20).await.unwrap();
    let root = administrator(&register).await;
    let bristol = branch_permit(&register, &root, "bristol").await;
    let at = noon() + days(30);
    for (on, vote) in [(0, 0), (4, 0), (5, 1), (9, 1), (10, 1), (19, 1), (20, 0), (40, 0)] {
        let day = (noon() + days(on)).date_naive();
        let roll = register.roll(&bristol, day, at).await.unwrap().unwrap();
        assert_eq!((roll.counts.speak, roll.counts.vote), (1, vote), "{on}");
    }
    // What was frozen stays as it was.
    let day = (noon() + days(7)).date_naive();
    let frozen = register.freeze_roll(&bristol, day, at).await.unwrap().unwrap();
    assert_eq!(frozen.counts.vote, 1);
}

#[rstest]
#[tokio::test]
async fn full_membership_is_closed_to_whoever_is_under_eighteen_by_what_they_gave(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", young())).await.unwrap();
    let permit = own_permit(&register, "ada@example.org").await;
    let opens = NaiveDate::from_ymd_opt(2030, 2, 1).unwrap();
    assert_eq!(own(&register, &permit).await.age, AgeNow::UnderEighteen(opens));
    let before = database.dump().await;
    let the_day_before = (opens - noon().date_naive()).num_days() - 1;
    let early = change(&register, &permit, to_full(), "1", the_day_before).await;
    assert_eq!(early, Some(ClassChanged::UnderEighteen));
    assert_eq!(database.dump().await, before);
    // Somebody born in a month may be of age on its first day, and says so.
    let done = change(&register, &permit, to_full(), "1", the_day_before + 1).await;
    assert_eq!(done, Some(ClassChanged::Done));
    // When they were born is not needed any more.
    let known = "SELECT age || coalesce(cast(birth_year AS text), '') \
        || coalesce(cast(birth_month AS text), '') FROM people";
    assert_eq!(database.texts(known).await, ["18-or-over"]);
    assert_eq!(own(&register, &permit).await.age, AgeNow::Adult);
    let listed = "SELECT cast(count(*) AS text) FROM memberships WHERE adult_by IS NULL";
    assert_eq!(database.texts(listed).await, ["1"]);
}

#[rstest]
#[tokio::test]
async fn nobody_changes_the_class_of_another_address(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let database = TestDatabase::new(backend).await;
    let register = database.open().await;
    register.join(submission("a", associate())).await.unwrap();
    register.join(submission("b", somebody(1))).await.unwrap();
    let permit = own_permit(&register, "somebody1@example.org").await;
    let before = database.dump().await;
    assert_eq!(change(&register, &permit, to_full(), "1", 0).await, None);
    assert_eq!(database.dump().await, before);
}
