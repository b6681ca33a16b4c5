//! The contact of a group says who represents it.

use register::{EvidenceTurn, LetterContent, SeatDone, SeatNamer, SeatState};
use rstest::rstest;

use super::*;
use crate::evidence::support::{Scene as Evidence, evidence_permit_for};

fn nia() -> Representative {
    Representative { name: name("Nia New"), email: email("nia@example.org") }
}

fn contact<'a>(by: &'a OwnPermit, group: &'a str) -> SeatNamer<'a> {
    SeatNamer::Contact { by, group }
}

/// To whom the letters about seats go that are due, and what they say.
async fn told(register: &Register) -> Vec<(String, &'static str)> {
    let mut told = Vec::new();
    while let Some(letter) =
        register.claim_letter(noon(), &fresh("link"), minutes(5)).await.unwrap()
    {
        register.letter_sent(letter.id, noon()).await.unwrap();
        let says = match letter.content {
            LetterContent::Representative { .. } => "asked",
            LetterContent::Evidence(letter) => match letter.turn {
                EvidenceTurn::Replaced => "replaced",
                EvidenceTurn::Removed => "removed",
                _ => continue,
            },
            LetterContent::SeatVacant(_) => "vacant",
            _ => continue,
        };
        told.push((letter.to.email, says));
    }
    told.sort();
    told
}

#[rstest]
#[tokio::test]
async fn whoever_is_replaced_is_told_and_erased_and_the_seat_starts_again(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Evidence::new(backend).await;
    scene.bring_to(SeatState::Supplied).await;
    let register = &scene.register;
    told(register).await;
    let permit = own_permit(register, "grace@example.org").await;
    let (by, seen) = (contact(&permit, "M-c"), scene.group().await.version);
    let named = register.name_representative(by, 1, &nia(), seen, noon()).await.unwrap();
    assert_eq!(named, Some(SeatDone::Done));
    assert_eq!(scene.state().await, SeatState::Declared);
    let log = "SELECT actor || ' ' || action FROM access_log WHERE action LIKE 'rep%'";
    assert_eq!(scene.database.texts(log).await, ["account representative-named"]);
    let expected = [("jo@example.org", "replaced"), ("nia@example.org", "asked")];
    assert_eq!(told(register).await, expected.map(|(to, says)| (to.to_owned(), says)));
    for table in ["evidence", "farewells"] {
        assert_eq!(scene.database.count(table).await, 0, "{table}");
    }
    assert!(!format!("{:?}", scene.database.dump().await).contains("Jo First"));
    scene.database.assert_current_counts_are_right().await;
    // By what was seen before, nothing is done, nor to somebody who represents it already.
    let late = register.name_representative(by, 2, &nia(), seen, noon()).await.unwrap();
    assert_eq!(late, Some(SeatDone::ChangedMeanwhile));
    let seen = scene.group().await.version;
    let again = register.name_representative(by, 2, &nia(), seen, noon()).await.unwrap();
    assert_eq!(again, Some(SeatDone::NamedAlready));
}

#[rstest]
#[tokio::test]
async fn whoever_is_removed_is_told_and_erased_and_the_seat_is_vacant(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Evidence::new(backend).await;
    let register = &scene.register;
    let permit = own_permit(register, "grace@example.org").await;
    let (by, seen) = (contact(&permit, "M-c"), scene.group().await.version);
    let removed = register.remove_representative(by, 1, seen, noon()).await.unwrap();
    assert_eq!(removed, Some(SeatDone::Done));
    assert_eq!(told(register).await, [("jo@example.org".to_owned(), "removed")]);
    assert_eq!(scene.database.texts("SELECT name FROM seats").await, ["Sam Second"]);
    assert!(!format!("{:?}", scene.database.dump().await).contains("Jo First"));
    let log = "SELECT actor || ' ' || action FROM access_log WHERE action LIKE 'rep%'";
    assert_eq!(scene.database.texts(log).await, ["account representative-removed"]);
    scene.database.assert_current_counts_are_right().await;
    let seen = scene.group().await.version;
    let again = register.remove_representative(by, 1, seen, noon()).await.unwrap();
    assert_eq!(again, Some(SeatDone::NotPossible));
    assert_eq!(register.remove_representative(by, 3, seen, noon()).await.unwrap(), None);
    let named = register.name_representative(by, 1, &nia(), seen, noon()).await.unwrap();
    assert_eq!(named, Some(SeatDone::Done));
}

#[rstest]
#[tokio::test]
async fn whoever_was_not_told_that_they_were_named_is_not_told_that_they_are_out_of_it(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Evidence::new(backend).await;
    let register = &scene.register;
    let permit = own_permit(register, "grace@example.org").await;
    let by = contact(&permit, "M-c");
    let bea = Representative { name: name("Bea Next"), email: email("bea@example.org") };
    for named in [nia(), bea] {
        let seen = scene.group().await.version;
        let done = register.name_representative(by, 1, &named, seen, noon()).await.unwrap();
        assert_eq!(done, Some(SeatDone::Done));
    }
    let expected = [("bea@example.org", "asked"), ("jo@example.org", "replaced")];
    assert_eq!(told(register).await, expected.map(|(to, says)| (to.to_owned(), says)));
    // A letter that was tried may have arrived, whatever was said of it.
    let seen = scene.group().await.version;
    register.name_representative(by, 2, &nia(), seen, noon()).await.unwrap().unwrap();
    while let Some(letter) =
        register.claim_letter(noon(), &fresh("link"), minutes(5)).await.unwrap()
    {
        let (id, attempt, again) = (letter.id, letter.attempt, Some(noon() + days(1)));
        let problem = register::LetterProblem::Deferred;
        register.letter_failed(id, attempt, noon(), problem, again).await.unwrap();
    }
    let seen = scene.group().await.version;
    let removed = register.remove_representative(by, 2, seen, noon()).await.unwrap();
    assert_eq!(removed, Some(SeatDone::Done));
    assert_eq!(told(register).await, [("nia@example.org".to_owned(), "removed")]);
}

#[rstest]
#[tokio::test]
async fn a_contact_has_so_many_named_a_day_and_a_committee_goes_on(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Evidence::new(backend).await;
    let register = &scene.register;
    let permit = own_permit(register, "grace@example.org").await;
    let by = contact(&permit, "M-c");
    let another = |number: u8| Representative {
        name: name(&format!("Number {}", "I".repeat(number.into()))),
        email: email(&format!("number{number}@example.org")),
    };
    let mut all = Vec::new();
    for number in 1..=5 {
        let seen = scene.group().await.version;
        let done = register.name_representative(by, 1, &another(number), seen, noon()).await;
        assert_eq!(done.unwrap(), Some(SeatDone::Done));
        all.extend(told(register).await);
    }
    // Each was asked, and each but the last is replaced.
    assert_eq!(all.len(), 10, "{all:?}");
    let (seen, before) = (scene.group().await.version, scene.database.dump().await);
    let late = noon() + days(1) - minutes(1);
    let done = register.name_representative(by, 1, &another(6), seen, late).await.unwrap();
    assert_eq!(done, Some(SeatDone::TooOften));
    assert_eq!(scene.database.dump().await, before);
    let chair = evidence_permit_for(register, &scene.root, "M-c").await;
    let done = register.name_representative(&chair, 1, &another(6), seen, late).await.unwrap();
    assert_eq!(done, Some(SeatDone::Done));
    // Whoever is named can always be removed; and the day passes.
    let seen = scene.group().await.version;
    let done = register.remove_representative(by, 1, seen, late).await.unwrap();
    assert_eq!(done, Some(SeatDone::Done));
    let (seen, tomorrow) = (scene.group().await.version, noon() + days(1));
    let done = register.name_representative(by, 1, &another(7), seen, tomorrow).await.unwrap();
    assert_eq!(done, Some(SeatDone::Done));
}

#[rstest]
#[tokio::test]
async fn nobody_else_says_who_represents_a_group(
    #[values(Backend::Sqlite, Backend::Postgres)] backend: Backend,
) {
    let scene = Evidence::new(backend).await;
    let register = &scene.register;
    let jo = own_permit(register, "jo@example.org").await;
    let grace = own_permit(register, "grace@example.org").await;
    let seen = scene.group().await.version;
    let before = scene.database.dump().await;
    for by in [contact(&jo, "M-c"), contact(&grace, "M-none")] {
        let named = register.name_representative(by, 1, &nia(), seen, noon()).await.unwrap();
        assert_eq!(named, None);
        let removed = register.remove_representative(by, 1, seen, noon()).await.unwrap();
        assert_eq!(removed, None);
    }
    assert_eq!(scene.database.dump().await, before);
}
