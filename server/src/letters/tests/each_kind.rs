//! A letter of each kind, and what is said in it.

use app::{LetterText, letter_text};
use register::{
    EvidenceLetter, EvidenceTurn, GroupLeftLetter, GroupMovedLetter, InBranch, LeftHow, LeftLetter,
    LetterContent, MemberLetter, MovedLetter, NewAddress, Token, VacantLetter,
};
use rules::{Class, GroupKind};

use super::support::{member, noon, settings};
use crate::letters::plain;

pub(super) fn text(content: &LetterContent) -> LetterText {
    let settings = settings(&[("SITE_URL", "https://join.example.org")]);
    letter_text(content, &settings.site, &settings.mail.subject_name)
}

pub(super) fn said(content: &LetterContent) -> String {
    plain::plain(&text(content))
}

#[track_caller]
pub(super) fn says(letter: &str, all: &[&str]) {
    for said in all {
        assert!(letter.contains(said), "“{said}” is not in:\n{letter}");
    }
}

#[track_caller]
pub(super) fn says_nothing_of(letter: &str, any: &[&str]) {
    for unsaid in any {
        assert!(!letter.contains(unsaid), "“{unsaid}” is in:\n{letter}");
    }
}

pub(super) fn welcome(class: Class) -> LetterContent {
    let news = Some(Token::new("8899aabbccddeeff0011223344556677"));
    LetterContent::Welcome(MemberLetter { news, ..member(class) })
}

pub(super) fn guardian() -> LetterContent {
    LetterContent::Guardian {
        child_name: "Robin Small".into(),
        guardian_name: "Alex Tall".into(),
        token: Token::new("0123456789abcdef0123456789abcdef"),
        // Summer time: an hour later in London.
        until: "2026-07-14T16:30:00Z".parse().unwrap(),
    }
}

pub(super) fn group(representatives: &[&str]) -> LetterContent {
    LetterContent::GroupWelcome {
        contact_name: "Jo Contact".into(),
        group: "The Tuesday Group".into(),
        kind: GroupKind::SelfHelp,
        number: "WXYZ-6789".into(),
        representatives: representatives.iter().map(|name| (*name).to_owned()).collect(),
        branch: None,
        since: noon(),
        news: Some(Token::new("8899aabbccddeeff0011223344556677")),
    }
}

pub(super) fn representative() -> LetterContent {
    LetterContent::Representative {
        name: "Kim Seat".into(),
        group: "The Tuesday Group".into(),
        contact_name: "Jo Contact".into(),
        token: Token::new("fedcba9876543210fedcba9876543210"),
    }
}

pub(super) fn in_branch(name: &str) -> InBranch {
    InBranch { slug: name.to_lowercase(), name: name.to_owned() }
}

pub(super) fn moved(before: Option<&str>, branch: Option<&str>) -> MovedLetter {
    MovedLetter {
        name: "Sam Example".into(),
        number: "ABCD-2345".into(),
        since: noon(),
        before: before.map(in_branch),
        branch: branch.map(in_branch),
    }
}

pub(super) fn group_moved(branch: Option<&str>) -> GroupMovedLetter {
    GroupMovedLetter {
        contact_name: "Jo Contact".into(),
        group: "The Tuesday Group".into(),
        number: "WXYZ-6789".into(),
        branch: branch.map(in_branch),
    }
}

pub(super) fn left(number: Option<&str>) -> LetterContent {
    LetterContent::Left(LeftLetter {
        how: LeftHow::Themselves,
        name: "Sam Example".into(),
        number: number.map(str::to_owned),
        left: noon(),
    })
}

/// That a guardian took their agreement back, to either of the two.
pub(super) fn ended(how: LeftHow) -> LetterContent {
    LetterContent::Left(LeftLetter {
        how,
        name: "Sam Example".into(),
        number: Some("ABCD-2345".into()),
        left: noon(),
    })
}

pub(super) fn group_left() -> LetterContent {
    LetterContent::GroupLeft(GroupLeftLetter {
        name: "Jo Contact".into(),
        group: "The Tuesday Group".into(),
        number: "WXYZ-6789".into(),
        left: noon(),
    })
}

pub(super) fn vacant(other: Option<&str>) -> LetterContent {
    LetterContent::SeatVacant(VacantLetter {
        contact_name: "Jo Contact".into(),
        group: "The Tuesday Group".into(),
        other: other.map(str::to_owned),
    })
}

pub(super) fn group_gone() -> LetterContent {
    LetterContent::GroupGone { name: "Kim Seat".into(), group: "The Tuesday Group".into() }
}

pub(super) fn evidence(turn: EvidenceTurn) -> LetterContent {
    LetterContent::Evidence(EvidenceLetter {
        name: "Kim Seat".into(),
        group: "The Tuesday Group".into(),
        branch: Some(in_branch("Bath")),
        turn,
    })
}

pub(super) fn email_new(shared: bool) -> LetterContent {
    let until = "2026-07-14T16:30:00Z".parse().unwrap();
    let token = Token::new("00112233445566778899aabbccddeeff");
    LetterContent::EmailNew(NewAddress::Open { shared, token, until })
}

pub(super) fn email_old() -> LetterContent {
    LetterContent::EmailOld {
        name: "Sam Example".into(),
        token: Token::new("ffeeddccbbaa99887766554433221100"),
        until: "2026-07-14T16:30:00Z".parse().unwrap(),
    }
}

pub(super) fn turns() -> [EvidenceTurn; 5] {
    let token = Token::new("00112233445566778899aabbccddeeff");
    let due = chrono::NaiveDate::from_ymd_opt(2026, 12, 20).unwrap();
    let missing = "When was the meeting?\nWho was there?".to_owned();
    [
        EvidenceTurn::Asked { due, token: token.clone() },
        EvidenceTurn::Received { token: token.clone() },
        EvidenceTurn::Accepted,
        EvidenceTurn::Queried { missing, due, token },
        EvidenceTurn::Replaced,
    ]
}

pub(super) fn all() -> Vec<LetterContent> {
    let mut all = other_than_evidence();
    all.extend(turns().map(evidence));
    all
}

fn other_than_evidence() -> Vec<LetterContent> {
    vec![
        welcome(Class::Full),
        welcome(Class::Associate),
        LetterContent::AlreadyAMember(member(Class::Full)),
        LetterContent::AlreadyAMember(member(Class::Associate)),
        guardian(),
        group(&[]),
        group(&["Kim Seat"]),
        group(&["Kim Seat", "Lee Seat"]),
        LetterContent::GroupAlready {
            contact_name: "Jo Contact".into(),
            group: "The Tuesday Group".into(),
            number: "WXYZ-6789".into(),
            since: noon(),
        },
        representative(),
        LetterContent::Placed(moved(None, Some("Bath"))),
        LetterContent::Placed(moved(Some("Bristol"), Some("Bath"))),
        LetterContent::Released(moved(Some("Bath"), Some("Bristol"))),
        LetterContent::Released(moved(Some("Bath"), None)),
        LetterContent::GroupPlaced(group_moved(Some("Bath"))),
        LetterContent::GroupReleased(group_moved(Some("Bristol"))),
        LetterContent::GroupReleased(group_moved(None)),
        LetterContent::Added { letter: member(Class::Full), by: in_branch("Bristol") },
        LetterContent::OfAge(member(Class::Associate)),
        email_new(false),
        email_new(true),
        LetterContent::EmailNew(NewAddress::Taken),
        email_old(),
        left(Some("ABCD-2345")),
        left(None),
        ended(LeftHow::GuardianWithdrew),
        ended(LeftHow::Withdrew),
        vacant(None),
        vacant(Some("Kim Seat")),
        group_left(),
        group_gone(),
    ]
}
