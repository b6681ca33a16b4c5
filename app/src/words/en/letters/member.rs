//! Letters to individual members, and to a parent or guardian.

use register::MemberLetter;
use rules::{Class, Rights};

use super::{day, end, hello, moment, news, own, text};
use crate::site::Site;
use crate::words::en::card;
use crate::words::{Card, GuardianLetter, LetterPart};

/// What is said of the page that shows somebody their membership.
pub(super) const OWN: &str = "To see your membership, your card and everything we hold about you at any time, or to leave, sign in with this e-mail address:";

pub(super) fn welcome(letter: &MemberLetter, site: &Site) -> Vec<LetterPart> {
    let contact = &site.contact;
    let mut parts = vec![
        hello(&letter.name),
        text(format!(
            "Welcome to the {}. You are {}: your membership started on {}. Here is your card.",
            site.name,
            a_member(letter.class),
            day(letter.since)
        )),
        card(letter, site),
        LetterPart::Heading("What your membership lets you do"),
        LetterPart::List(rights(letter.class.rights())),
        LetterPart::Heading("Your local branch"),
        branch(letter, site),
        LetterPart::Heading("What happens next"),
        text(
            "There is nothing more that you have to do. Keep this letter: your card and your number are in it.",
        ),
        own(OWN, site),
    ];
    parts.extend(news(letter.news.as_ref(), site));
    if let Some(opens) = letter.full_opens.filter(|_| letter.class == Class::Associate) {
        parts.push(text(format!(
            "From your 18th birthday, by {} at the latest, you can become a full member if you would like to. Sign in then, and change your membership.",
            opens.format("%-d %B %Y")
        )));
    }
    parts.extend([
        LetterPart::Heading("If something is not right"),
        text(format!(
            "Sign in to put it right, to change your membership or to leave. If something does not work, write to {contact} and give your membership number."
        )),
        text(format!(
            "Did somebody else join with your address? Tell us at {contact}, and we delete what they gave."
        )),
    ]);
    parts.extend(end(site));
    parts
}

pub(super) fn already(letter: &MemberLetter, site: &Site) -> Vec<LetterPart> {
    let contact = &site.contact;
    let mut parts = vec![
        hello(&letter.name),
        text(format!(
            "Somebody, most likely you, has just sent us the form to join the {}, with your name and this address. You have been a member since {}, and nothing about your membership has changed. Here is your card again.",
            site.name,
            day(letter.since)
        )),
        card(letter, site),
        own(OWN, site),
        LetterPart::Heading("If you wanted to change something"),
        text(format!(
            "Have you moved, or would you like another kind of membership? Sign in, and change it there. If something does not work, write to {contact} and give your membership number."
        )),
        LetterPart::Heading("If it was not you"),
        text(format!(
            "Whoever sent the form was not told that you are a member. If this worries you, write to {contact}."
        )),
    ];
    parts.extend(end(site));
    parts
}

pub(super) fn guardian(letter: &GuardianLetter<'_>, site: &Site) -> Vec<LetterPart> {
    let GuardianLetter { child, guardian, url, until } = letter;
    let until = moment(*until);
    let mut parts = vec![
        hello(guardian),
        text(format!(
            "{child} would like to join the {} as an associate member. They told us that they are 12 or under, and that you are their parent or guardian. So we ask you first.",
            site.name
        )),
        text("Associate members can speak at meetings. Membership is free."),
        LetterPart::Link {
            says: "To say yes or no, open this page and press a button there:".into(),
            url: url.clone(),
        },
        text(format!(
            "You can answer until {until}. If you say no, or have not answered by then, we delete everything that {child} told us, and your name and address too."
        )),
        text(format!(
            "If you do not know {child}, say no on that page. Questions are welcome at {}.",
            site.contact
        )),
    ];
    parts.extend(end(site));
    parts
}

pub(super) fn card(letter: &MemberLetter, site: &Site) -> LetterPart {
    let card = Card {
        name: &letter.name,
        class: letter.class,
        number: &letter.number,
        since: letter.since,
        branch: letter.branch.as_ref().map(|branch| branch.name.as_str()),
    };
    LetterPart::Card { title: site.name.clone(), rows: card::rows(&card) }
}

pub(super) const fn a_member(class: Class) -> &'static str {
    match class {
        Class::Full => "a full member",
        Class::Associate => "an associate member",
    }
}

pub(super) fn rights(rights: Rights) -> Vec<String> {
    [
        (rights.speak, "Speak at meetings"),
        (rights.vote, "Vote at meetings"),
        (rights.stand, "Stand for election to the committee of your local branch"),
    ]
    .into_iter()
    .filter(|(has, _)| *has)
    .map(|(_, right)| right.into())
    .collect()
}

fn branch(letter: &MemberLetter, site: &Site) -> LetterPart {
    match &letter.branch {
        Some(branch) => text(format!(
            "You are a member of {} branch too. Its committee can see the details that you gave us.",
            branch.name
        )),
        None if letter.help_offered => text(
            "There is no branch where you live yet. You offered to help start one, thank you: we will write to you about it.",
        ),
        None => text(format!(
            "You are not in a branch for now, and a member all the same. Sign in if you would like to choose one. To help start one, write to {}.",
            site.contact
        )),
    }
}
