//! How the page's rules are read when somebody changes their membership.

use rules::*;

use crate::common::day;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn born(month: u32, year: i32) -> Option<BirthMonth> {
    BirthMonth::new(month, year)
}

#[test]
fn r1_how_old_somebody_is_by_now_is_asked_only_where_it_may_be_either() {
    use Age::{EighteenOrOver, ThirteenTo17, TwelveOrUnder};
    let said_on = day("2026-03-14");
    let under = |until| AgeNow::UnderEighteen(day(until));
    for (age, born, today, expected) in [
        (EighteenOrOver, None, said_on, AgeNow::Adult),
        // Whoever is 17 may be 18 the next day; whoever is 13 is in five years.
        (ThirteenTo17, None, said_on, under("2026-03-15")),
        (ThirteenTo17, None, day("2026-03-15"), AgeNow::Unsaid),
        (ThirteenTo17, None, day("2031-03-13"), AgeNow::Unsaid),
        (ThirteenTo17, None, day("2031-03-14"), AgeNow::Adult),
        (TwelveOrUnder, None, day("2031-03-14"), under("2031-03-15")),
        (TwelveOrUnder, None, day("2031-03-15"), AgeNow::Unsaid),
        (TwelveOrUnder, None, day("2044-03-14"), AgeNow::Adult),
        // The month of birth says more.
        (ThirteenTo17, born(2, 2012), day("2030-01-31"), under("2030-02-01")),
        (ThirteenTo17, born(2, 2012), day("2030-02-01"), AgeNow::Unsaid),
        (ThirteenTo17, born(2, 2012), day("2030-02-28"), AgeNow::Unsaid),
        // 29 February 2012 was the last day of the month.
        (ThirteenTo17, born(2, 2012), day("2030-03-01"), AgeNow::Adult),
    ] {
        assert_eq!(AgeNow::of(age, born, said_on, today), expected, "{age} {born:?} {today}");
    }
}

#[test]
fn r2_full_membership_opens_by_the_same_rules_as_when_joining() {
    for age in Age::ALL {
        for experience in Experience::ALL {
            let open = eligibility(*age, Some(*experience)).unwrap().allows(Class::Full);
            let change = ClassChange::to_full(*age, *experience);
            assert_eq!(change.map(ClassChange::to), open.then_some(Class::Full));
        }
    }
    let yes = Experience::Yes;
    assert!(ClassChange::to_full(Age::EighteenOrOver, yes).is_some());
    assert!(ClassChange::to_full(Age::ThirteenTo17, yes).is_none());
}

#[test]
fn r2_what_allowed_a_change_is_not_in_it() {
    let change = ClassChange::to_full(Age::EighteenOrOver, Experience::Yes).unwrap();
    assert_eq!(format!("{change:?}"), "ClassChange { to: Full }");
    assert_eq!(size_of::<ClassChange>(), size_of::<Class>());
}

#[test]
fn r3_associate_membership_asks_no_reason() {
    assert_eq!(ClassChange::TO_ASSOCIATE.to(), Class::Associate);
}
