//! The letters to somebody who has left, to whoever had agreed to it, and to the contact and the
//! representatives of a group that has.

use register::{GroupLeftLetter, LeftHow, LeftLetter};

use super::super::periods::period;
use super::{end, hello, join, moment, text};
use crate::site::Site;
use crate::words::LetterPart;

pub(super) fn left(letter: &LeftLetter, site: &Site) -> Vec<LetterPart> {
    let contact = &site.contact;
    let when = moment(letter.left);
    let backups = format!(
        "It can still be in backups of our register, which we keep for up to {} and use for nothing else.",
        period(site.retention.backup)
    );
    let mut parts = vec![hello(&letter.name)];
    match (&letter.number, letter.how) {
        (number, LeftHow::Withdrew) => parts.extend([
            text(format!(
                "You have taken back what you agreed to as a parent or guardian. The membership{}, ended at {when}.",
                number.as_ref().map(|number| format!(", number {number}")).unwrap_or_default()
            )),
            text("We have erased what we held about it, and what you agreed to. This letter is the last that we send about it; your name and address are erased with it."),
            text(backups),
            LetterPart::Heading("What stays"),
            text("Our log keeps the day on which a membership ended, with a number and no name."),
        ]),
        (Some(number), LeftHow::GuardianWithdrew) => parts.extend([
            text(format!(
                "Your membership of the {}, number {number}, ended at {when}: your parent or guardian, who had agreed to it, has taken that back.",
                site.name
            )),
            text("We have erased what we held about your membership. This letter is the last that we send about it; your name and address are erased with it."),
            text(backups),
            LetterPart::Heading("What stays"),
            text("Our log keeps the day on which a membership ended, with a number and no name. A list of who could vote at a meeting that has been keeps your membership number."),
        ]),
        (Some(number), LeftHow::Themselves) => parts.extend([
            text(format!(
                "You have left the {}. Your membership, number {number}, ended at {when}. Thank you for having been a member.",
                site.name
            )),
            LetterPart::Heading("What is gone"),
            text(
                "We have erased your details, what you agreed to, the notes about you and everything else that we held about your membership. This letter is the last that we send about it; your name and address are erased with it.",
            ),
            text(backups),
            LetterPart::Heading("What stays"),
            text(
                "Our log keeps the day on which a membership ended, with a number and no name. A list of who could vote at a meeting that has been keeps your membership number. If you represent a group, are its contact or have a role, that goes on: it is not part of your membership.",
            ),
        ]),
        (None, _) => parts.extend([
            text(format!(
                "You do not want to join the {} any more: you took back at {when} what you had sent us, before a parent or guardian answered. We have erased everything that you told us, and their name and address too. Your name and address are erased with this letter.",
                site.name
            )),
            text(backups),
        ]),
    }
    let (heading, only) = match letter.how {
        LeftHow::Themselves => ("If it was not you", "who can read your e-mail"),
        LeftHow::Withdrew => ("If it was not you", "who has the link in our letter to you"),
        LeftHow::GuardianWithdrew => {
            ("If it was not them", "who has the link in our letter to your parent or guardian")
        }
    };
    parts.extend([
        LetterPart::Heading(heading),
        text(format!(
            "Only somebody {only} could do this. Write to {contact}, and we help. We cannot bring back what is erased."
        )),
    ]);
    // A parent or guardian was never a member.
    if letter.how != LeftHow::Withdrew {
        parts.push(join("You are welcome back at any time. To join again:", site));
    }
    parts.extend(end(site));
    parts
}

pub(super) fn group_left(letter: &GroupLeftLetter, site: &Site) -> Vec<LetterPart> {
    let GroupLeftLetter { name, group, number, left } = letter;
    let when = moment(*left);
    let mut parts = vec![
        hello(name),
        text(format!(
            "{group} has left the {}. Its membership, number {number}, ended at {when}. Thank you for having been with us.",
            site.name
        )),
        LetterPart::Heading("What is gone"),
        text(
            "We have erased the group’s details, your name and number as its contact, its representatives and what they sent us, and what was agreed to for it. Its representatives are told by a letter of their own. This letter is the last that we send about the group; your name and address are erased with it.",
        ),
        text(format!(
            "It can still be in backups of our register, which we keep for up to {} and use for nothing else.",
            period(site.retention.backup)
        )),
        LetterPart::Heading("What stays"),
        text(
            "Our log keeps the day on which a membership ended, with a number and no name. If you are a member for yourself, are the contact of another group or have a role, that goes on.",
        ),
        LetterPart::Heading("If it was not you"),
        text(format!(
            "Only somebody who can read your e-mail could do this. Write to {}, and we help. We cannot bring back what is erased.",
            site.contact
        )),
        join("The group is welcome back at any time. To join again:", site),
    ];
    parts.extend(end(site));
    parts
}

pub(super) fn group_gone(name: &str, group: &str, site: &Site) -> Vec<LetterPart> {
    let mut parts = vec![
        hello(name),
        text(format!(
            "{group} is not a member of the {} any more: its contact has ended that. You were named to represent it. We have deleted your name and address as its representative, and what you sent us about it. Links in earlier letters about it do not work any more.",
            site.name
        )),
        text("If you are a member for yourself, nothing about that has changed."),
        text(format!("Questions are welcome at {}.", site.contact)),
    ];
    parts.extend(end(site));
    parts
}
