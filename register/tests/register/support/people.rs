//! People and groups that join.

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use register::{Submission, Token};
use rules::*;

/// The moment at which tests begin.
pub(crate) fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 14, 12, 0, 0).unwrap()
}

pub(crate) fn days(days: i64) -> TimeDelta {
    TimeDelta::days(days)
}

pub(crate) fn minutes(minutes: i64) -> TimeDelta {
    TimeDelta::minutes(minutes)
}

pub(crate) fn token(text: &str) -> Token {
    Token::new(text)
}

pub(crate) fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

pub(crate) fn email(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

pub(crate) fn postcode(text: &str) -> Home {
    Home::Postcode { postcode: Postcode::parse(text).unwrap(), start_branch: false }
}

/// A full member in Bristol.
pub(crate) fn ada() -> IndividualJoin {
    IndividualJoin {
        name: name("Ada Lovelace"),
        email: email("ada@example.org"),
        phone: Some(PhoneNumber::parse("0117 496 0123").unwrap()),
        class: Class::Full,
        age: Age::EighteenOrOver,
        born: None,
        home: postcode("BS5 6XX"),
        guardian: None,
        newsletter: true,
    }
}

/// Another full member in Bristol for each number.
pub(crate) fn somebody(number: usize) -> IndividualJoin {
    IndividualJoin {
        name: name(&format!("Somebody {number}")),
        email: email(&format!("somebody{number}@example.org")),
        ..ada()
    }
}

/// A child of twelve or under, in no branch, who would help to start one.
pub(crate) fn tim() -> IndividualJoin {
    let today = noon().date_naive();
    IndividualJoin {
        name: name("Tim Young"),
        email: email("family@example.org"),
        phone: None,
        class: Class::Associate,
        age: Age::TwelveOrUnder,
        born: Some(BirthMonth::parse("2", "2015", Age::TwelveOrUnder, today).unwrap()),
        home: Home::Postcode { postcode: Postcode::parse("EH1 1YZ").unwrap(), start_branch: true },
        guardian: Some(Guardian { name: name("Pat Young"), email: email("pat@example.org") }),
        newsletter: true,
    }
}

/// A group in North Somerset with two representatives.
pub(crate) fn group() -> GroupJoin {
    GroupJoin {
        kind: GroupKind::SelfHelp,
        name: name("Tuesday Circle"),
        website: Some(Website::parse("circle.example.org").unwrap()),
        postcode: Postcode::parse("BS20 7AA").unwrap(),
        contact_name: name("Grace Hopper"),
        contact_email: email("grace@example.org"),
        contact_phone: None,
        representatives: vec![
            Representative { name: name("Jo First"), email: email("jo@example.org") },
            Representative { name: name("Sam Second"), email: email("sam@example.org") },
        ],
        newsletter: false,
    }
}

/// A submission whose key, reference and number follow from `key`.
pub(crate) fn submission(key: &str, join: impl Into<AnyJoin>) -> Submission {
    Submission {
        key: format!("key {key}"),
        reference: format!("R-{key}"),
        number: format!("M-{key}"),
        join: join.into().0,
        at: noon(),
    }
}

/// Either kind of join.
pub(crate) struct AnyJoin(Join);

impl From<IndividualJoin> for AnyJoin {
    fn from(join: IndividualJoin) -> Self {
        Self(Join::Individual(join))
    }
}

impl From<GroupJoin> for AnyJoin {
    fn from(join: GroupJoin) -> Self {
        Self(Join::Group(join))
    }
}
