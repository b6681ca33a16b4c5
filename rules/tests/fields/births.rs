//! The month and year of birth that somebody under eighteen may give.

use chrono::NaiveDate;
use rules::{Age, BirthMonth, BirthMonthError};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn read(month: &str, year: &str, age: Age) -> Result<(u32, i32), BirthMonthError> {
    let today = NaiveDate::from_ymd_opt(2026, 6, 15).unwrap_or_default();
    BirthMonth::parse(month, year, age, today).map(|born| (born.month(), born.year()))
}

#[test]
fn figures_are_read_with_and_without_a_leading_nought() {
    assert_eq!(read("9", "2010", Age::ThirteenTo17), Ok((9, 2010)));
    assert_eq!(read(" 09 ", " 2010 ", Age::ThirteenTo17), Ok((9, 2010)));
}

#[test]
fn it_goes_with_the_age_when_some_day_of_the_month_does() {
    use BirthMonthError::DoesNotFitAge;
    for (month, year, age, expected) in [
        // Born in June 2008: eighteen since the 1st, or seventeen until the 30th.
        ("6", "2008", Age::ThirteenTo17, Ok((6, 2008))),
        ("5", "2008", Age::ThirteenTo17, Err(DoesNotFitAge)),
        // Born in June 2013: thirteen on the 15th, or twelve.
        ("6", "2013", Age::ThirteenTo17, Ok((6, 2013))),
        ("6", "2013", Age::TwelveOrUnder, Ok((6, 2013))),
        ("7", "2013", Age::ThirteenTo17, Err(DoesNotFitAge)),
        ("5", "2013", Age::TwelveOrUnder, Err(DoesNotFitAge)),
        // Born this month, and not yet born.
        ("6", "2026", Age::TwelveOrUnder, Ok((6, 2026))),
        ("7", "2026", Age::TwelveOrUnder, Err(DoesNotFitAge)),
        ("1", "9999", Age::TwelveOrUnder, Err(DoesNotFitAge)),
        ("1", "0000", Age::ThirteenTo17, Err(DoesNotFitAge)),
        ("6", "2010", Age::EighteenOrOver, Err(DoesNotFitAge)),
    ] {
        assert_eq!(read(month, year, age), expected, "{month}/{year}, {age}");
    }
}

#[test]
fn slips_are_told_apart() {
    use BirthMonthError::{Incomplete, Month, Year};
    for (month, year, expected) in [
        ("", "2010", Incomplete),
        ("9", " ", Incomplete),
        ("0", "2010", Month),
        ("13", "2010", Month),
        ("September", "2010", Month),
        ("009", "2010", Month),
        ("-1", "2010", Month),
        ("9", "10", Year),
        ("9", "20100", Year),
        ("9", "+201", Year),
        ("9", "２０１０", Year),
    ] {
        assert_eq!(read(month, year, Age::ThirteenTo17), Err(expected), "{month}/{year}");
    }
}
