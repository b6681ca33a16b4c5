//! The words of the letters, in English.

mod account;
mod added;
mod emails;
mod evidence;
mod group;
mod left;
mod member;
mod moves;
mod of_age;

use chrono::{DateTime, Utc};
use chrono_tz::Europe::London;
use register::Token;
use rules::GroupKind;

use crate::pages::paths;
use crate::site::Site;
use crate::words::letters::news_url;
use crate::words::{LetterPart, LettersWords, SubjectWords};

pub(super) const LETTERS: LettersWords = LettersWords {
    subjects: SubjectWords {
        welcome: "welcome, and your membership number",
        already: "about your membership",
        guardian: "a question for a parent or guardian",
        group_welcome: "welcome, and the membership number of your group",
        group_already: "about the membership of your group",
        representative: "can you confirm something for us?",
        sign_in: "your link and code to sign in",
        role_given: "you have been given a role",
        placed: "where you belong has changed",
        released: "where you belong has changed",
        group_placed: "where your group belongs has changed",
        group_released: "where your group belongs has changed",
        evidence_asked: "a question for you",
        evidence_received: "what was sent has arrived",
        evidence_accepted: "an answer for you",
        evidence_queried: "one more question for you",
        seat_replaced: "something has changed",
        added: "you are on our register, and your membership number",
        of_age: "what is open to you now",
        email_new: "a question about this address",
        email_old: "we write to another address now",
        contact_new: "a question about this address",
        contact_old: "we write about your group to another address now",
        left: "you have left",
        guardian_withdrew: "a membership has ended",
        withdrew: "a membership has ended",
        seat_vacant: "there is a place for a representative",
        group_left: "your group has left",
        group_gone: "a group that you represented has left",
    },
    welcome: member::welcome,
    already: member::already,
    guardian: member::guardian,
    group_welcome: group::welcome,
    group_already: group::already,
    representative: group::representative,
    sign_in: account::sign_in,
    role_given: account::role_given,
    placed: moves::placed,
    released: moves::released,
    group_placed: moves::group_placed,
    group_released: moves::group_released,
    evidence: evidence::evidence,
    added: added::added,
    of_age: of_age::of_age,
    email_new: emails::new,
    email_old: emails::old,
    contact_new: emails::contact_new,
    contact_old: emails::contact_old,
    left: left::left,
    seat_vacant: group::seat_vacant,
    group_left: left::group_left,
    group_gone: left::group_gone,
};

fn text(text: impl Into<String>) -> LetterPart {
    LetterPart::Text(text.into())
}

fn hello(name: &str) -> LetterPart {
    text(format!("Hello {name},"))
}

/// To somebody whose name may not be known.
fn hello_to(name: Option<&str>) -> LetterPart {
    name.map_or_else(|| text("Hello,"), hello)
}

/// What every letter ends with: what we hold can be seen, put right and deleted.
fn end(site: &Site) -> [LetterPart; 3] {
    [
        LetterPart::Link {
            says: "What we hold about people, and your rights:".into(),
            url: format!("{}{}", site.url, paths::PRIVACY),
        },
        text("With warm wishes,"),
        text(site.name.clone()),
    ]
}

/// Where to join in one’s own right.
fn join(says: &str, site: &Site) -> LetterPart {
    LetterPart::Link { says: says.into(), url: format!("{}{}", site.url, paths::JOIN) }
}

/// Where somebody sees what is their own.
fn own(says: &str, site: &Site) -> LetterPart {
    LetterPart::Link { says: says.into(), url: format!("{}{}", site.url, paths::ME) }
}

/// How to stop news, for whoever asked for it.
fn news(token: Option<&Token>, site: &Site) -> Option<LetterPart> {
    token.map(|token| LetterPart::Link {
        says: "You asked for news by e-mail. To stop it at any time, open this page and press the button there:".into(),
        url: news_url(site, token),
    })
}

/// A day as people write it, where the network is.
pub(super) fn day(at: DateTime<Utc>) -> String {
    at.with_timezone(&London).format("%-d %B %Y").to_string()
}

/// A moment as people write it.
fn moment(at: DateTime<Utc>) -> String {
    at.with_timezone(&London).format("%H:%M on %-d %B %Y").to_string()
}

const fn kind(kind: GroupKind) -> &'static str {
    match kind {
        GroupKind::UserLed => "User-led group",
        GroupKind::SelfHelp => "Self-help group",
        GroupKind::Organisation => "Organisation",
    }
}
