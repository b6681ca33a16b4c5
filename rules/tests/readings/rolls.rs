//! Who is on the roll, why a membership ends, and who is still under eighteen.

use crate::common::day;
use rules::{Age, BirthMonth, Class, EndReason, adult_by, on_the_roll};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn r5_somebody_is_on_the_roll_from_the_day_on_which_they_become_a_member() {
    let started = day("2026-03-14");
    assert!(!on_the_roll(started, None, day("2026-03-13")));
    assert!(on_the_roll(started, None, day("2026-03-14")));
    assert!(on_the_roll(started, None, day("2036-03-14")));
}

#[test]
fn somebody_who_leaves_is_off_the_roll_on_that_day() {
    let (started, ended) = (day("2026-03-14"), Some(day("2026-05-01")));
    assert!(on_the_roll(started, ended, day("2026-04-30")));
    assert!(!on_the_roll(started, ended, day("2026-05-01")));
    assert!(!on_the_roll(started, ended, day("2026-05-02")));
}

#[test]
fn somebody_who_joins_and_leaves_within_a_day_is_on_no_roll() {
    let started = day("2026-03-14");
    for on in ["2026-03-13", "2026-03-14", "2026-03-15"] {
        assert!(!on_the_roll(started, Some(started), day(on)), "{on}");
    }
}

#[test]
fn r4_of_those_on_the_roll_everybody_speaks_and_full_members_vote_and_stand() {
    let rights = Class::ALL.iter().map(|class| class.rights());
    let rights: Vec<_> = rights.map(|rights| (rights.speak, rights.vote, rights.stand)).collect();
    assert_eq!(rights, [(true, true, true), (true, false, false)]);
}

#[test]
fn every_reason_for_an_end_is_read_back_from_how_it_is_written() {
    for reason in EndReason::ALL {
        assert_eq!(EndReason::parse(reason.as_str()), Some(*reason));
    }
    assert_eq!(EndReason::parse("did-not-pay"), None);
    assert_eq!(EndReason::parse("joined-twice"), None);
}

#[test]
fn r1_somebody_who_said_nothing_of_their_birth_is_taken_for_the_youngest_of_their_age() {
    let said = day("2026-03-14");
    assert_eq!(adult_by(Age::EighteenOrOver, None, said), None);
    assert_eq!(adult_by(Age::ThirteenTo17, None, said), Some(day("2031-03-14")));
    assert_eq!(adult_by(Age::TwelveOrUnder, None, said), Some(day("2044-03-14")));
    assert_eq!(adult_by(Age::ThirteenTo17, None, day("2028-02-29")), Some(day("2033-03-01")));
}

#[test]
fn r1_somebody_whose_month_of_birth_is_known_comes_of_age_when_everybody_born_in_it_has() {
    let said = day("2026-03-14");
    let born = BirthMonth::parse("2", "2010", Age::ThirteenTo17, said).ok();
    assert_eq!(adult_by(Age::ThirteenTo17, born, said), Some(day("2028-02-28")));
}
