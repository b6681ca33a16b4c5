//! What mail calls a letter, and from whom to whom it goes.

use register::{Letter, LetterContent, Recipient};
use rules::Class;

use super::each_kind::welcome;
use super::reading::read;
use super::support::{letter, member, noon, settings};
use crate::letters::message::Letterhead;
use crate::settings::Settings;

fn message(settings: &Settings, letter: &Letter) -> String {
    let letterhead = Letterhead::new(&settings.site, &settings.mail).unwrap();
    let message = letterhead.message(letter, noon()).unwrap();
    String::from_utf8(message.formatted()).unwrap()
}

fn to(name: &str, email: &str) -> Letter {
    let to = Recipient { name: name.into(), email: email.into() };
    Letter { to, ..letter(LetterContent::Welcome(member(Class::Full))) }
}

#[test]
fn a_message_says_from_whom_to_whom_when_and_by_what() {
    let settings = settings(&[("SITE_URL", "https://join.example.org:8443")]);
    let read = read(&message(&settings, &to("Sam Example", "sam@example.org")));
    assert_eq!(
        read.header("From"),
        "\"Independent Mental Health Network\" <membership@example.org>"
    );
    assert_eq!(read.header("To"), "\"Sam Example\" <sam@example.org>");
    assert_eq!(read.header("Date"), "Sun, 22 Nov 2026 12:00:00 +0000");
    assert_eq!(read.header("Auto-Submitted"), "auto-generated");
    assert_eq!(
        read.header("Subject"),
        "Independent Mental Health Network: welcome, and your membership number"
    );
    let id = read.header("Message-ID");
    assert!(id.starts_with("<letter.12.") && id.ends_with("@join.example.org>"), "{id}");
    assert!(read.header("Content-Type").starts_with("multipart/alternative"));
    assert!(!read.headers.contains("Reply-To"));
    assert!(read.plain.starts_with("Hello Sam Example,\n"), "{}", read.plain);
    assert!(read.html.starts_with("<!doctype html>"), "{}", read.html);
}

/// RFC 8058.
#[test]
fn a_letter_with_a_link_to_stop_news_says_so_to_mail_programs_and_no_other_does() {
    let settings = settings(&[("SITE_URL", "https://join.example.org")]);
    let letter = Letter { content: welcome(Class::Full), ..to("Sam", "sam@example.org") };
    let news = read(&message(&settings, &letter));
    assert_eq!(
        news.header("List-Unsubscribe"),
        "<https://join.example.org/news/8899aabbccddeeff0011223344556677>"
    );
    assert_eq!(news.header("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    let none = read(&message(&settings, &to("Sam", "sam@example.org")));
    assert!(!none.headers.contains("List-Unsubscribe"), "{}", none.headers);
}

#[test]
fn answers_go_to_the_contact_address_whoever_sends() {
    let settings = settings(&[("MAIL_FROM", "no-reply@post.example.org")]);
    let read = read(&message(&settings, &to("Sam", "sam@example.org")));
    assert!(read.header("From").ends_with("<no-reply@post.example.org>"));
    assert!(read.header("Reply-To").ends_with("<membership@example.org>"));
}

#[test]
fn initials_in_the_subject_are_initials_in_the_sender_too() {
    let settings = settings(&[("MAIL_SUBJECT", "short-name")]);
    let read = read(&message(&settings, &to("Sam", "sam@example.org")));
    assert_eq!(read.header("From"), "IMHN <membership@example.org>");
    assert!(read.header("Subject").starts_with("IMHN: "));
}

#[test]
fn a_name_can_be_any_name() {
    for name in [
        "Sam",
        "Example, Sam",
        "Sam \"the <b>\" O'Neill; (she) @home",
        "Zoë Müller-Łukasz",
        "李小龍",
        "عبد الله",
        "Sam\\",
        "a name as long as it may be, which is exactly one hundred characters, or so, about, nearly, there..",
    ] {
        let message = message(&settings(&[]), &to(name, "sam@example.org"));
        let headers: lettre::message::Mailbox =
            read(&message).header("To").parse().unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(headers.email.to_string(), "sam@example.org", "{name}");
        assert!(message.is_ascii(), "{name}");
        assert!(message.split("\r\n").all(|line| line.len() <= 998), "{name}");
    }
}

#[test]
fn no_character_of_a_name_makes_a_message_fail() {
    let characters: Vec<char> = ('\0'..=char::MAX).collect();
    // Each at the start, between others, and at the end of a name, with and without company.
    let ascii = characters[..128].iter().flat_map(|c| [format!("{c}"), format!("{c}a{c}b {c}")]);
    let others = characters[128..].chunks(50_000).map(|chunk| chunk.iter().collect::<String>());
    for name in ascii.chain(others) {
        let message =
            message(&settings(&[("SITE_NAME", &format!("N{name}"))]), &to(&name, "a@b.example"));
        assert!(message.is_ascii(), "{name:?}");
    }
}

/// Names hold no control characters, since the rules do not let them; and if one did, it would
/// still be a name.
#[test]
fn a_name_never_becomes_a_header() {
    for name in [
        "Sam\r\nBcc: all@example.org",
        "Sam\nSubject: x",
        "Sam\r\n\r\n<html>",
        "\0",
        "Sam\u{85}X: y",
    ] {
        let message = message(&settings(&[]), &to(name, "sam@example.org"));
        let (headers, _) = message.split_once("\r\n\r\n").unwrap();
        let names: Vec<_> = headers
            .split("\r\n")
            .filter(|line| !line.starts_with([' ', '\t']))
            .map(|line| line.split(':').next().unwrap())
            .collect();
        assert_eq!(
            names,
            [
                "Message-ID",
                "Date",
                "From",
                "To",
                "Subject",
                "Auto-Submitted",
                "MIME-Version",
                "Content-Type"
            ],
            "{headers}"
        );
    }
}

#[test]
fn an_address_that_mail_does_not_take_makes_no_message() {
    let settings = settings(&[]);
    let letterhead = Letterhead::new(&settings.site, &settings.mail).unwrap();
    for address in ["", "sam", "sam@example.org\r\nBcc: all@example.org", "a@b> <c@d", "a b@c.d"] {
        assert!(letterhead.message(&to("Sam", address), noon()).is_err(), "{address}");
    }
}

#[test]
fn every_address_that_the_rules_take_makes_a_message() {
    for address in ["o'neil+x@example.org", "!#$%&'*+-/=?^_`{|}~@example.org", "a@b-c.d1.example"] {
        let address = rules::EmailAddress::parse(address).unwrap();
        message(&settings(&[]), &to("Sam", address.as_str()));
    }
    let longest =
        format!("{}@{}.example", "l".repeat(64), ["d".repeat(60), "e".repeat(60)].join("."));
    message(&settings(&[]), &to("Sam", rules::EmailAddress::parse(&longest).unwrap().as_str()));
}

#[test]
fn the_identifier_is_the_letters_own_and_the_same_in_every_attempt() {
    let settings = settings(&[]);
    let id = |letter: &Letter| read(&message(&settings, letter)).header("Message-ID").to_owned();
    let first = to("Sam", "sam@example.org");
    let second = Letter {
        attempt: 2,
        content: LetterContent::Welcome(register::MemberLetter {
            branch: None,
            ..member(Class::Full)
        }),
        ..first.clone()
    };
    assert_eq!(id(&first), id(&second));
    assert_ne!(id(&first), id(&Letter { id: 13, ..first.clone() }));
    // The same number in another database is another letter.
    assert_ne!(id(&first), id(&to("Kim", "kim@example.org")));
    let already = LetterContent::AlreadyAMember(member(Class::Full));
    assert_ne!(id(&first), id(&Letter { content: already, ..first.clone() }));
}
