//! Letters to groups and to those who represent them.

use register::VacantLetter;
use rules::SEATS;

use super::{day, end, hello, join, kind, news, own, text};
use crate::site::Site;
use crate::words::{GroupAlreadyLetter, GroupLetter, LetterPart, SeatLetter};

/// What is said of the page that shows a contact their group.
const OWN: &str = "To see the group and who represents it, sign in with this e-mail address:";

pub(super) fn welcome(letter: &GroupLetter<'_>, site: &Site) -> Vec<LetterPart> {
    let GroupLetter { contact, group, number, since, .. } = letter;
    let mut rows = vec![
        ("Group", (*group).to_owned()),
        ("Kind", kind(letter.kind).into()),
        ("Number", (*number).to_owned()),
        ("Member since", day(*since)),
    ];
    if let Some(branch) = letter.branch {
        rows.push(("Branch", branch.name.clone()));
    }
    let mut parts = vec![
        hello(contact),
        text(format!(
            "Welcome to the {}. {group} is a member: its membership started on {}. Here is the group’s card.",
            site.name,
            day(*since)
        )),
        LetterPart::Card { title: site.name.clone(), rows },
        LetterPart::Heading("Who represents the group"),
    ];
    parts.extend(representatives(letter.representatives));
    parts.extend([
        LetterPart::Heading("The group’s local branch"),
        text(match letter.branch {
            Some(branch) => format!(
                "The group is a member of {} branch too. Its committee can see the details that you gave us.",
                branch.name
            ),
            None => format!(
                "The group is not in a branch for now, and a member all the same. If it would like to help start one, write to {}.",
                site.contact
            ),
        }),
        LetterPart::Heading("What happens next"),
        text("There is nothing more that the group has to do. Keep this letter: the card and the number are in it."),
        own(OWN, site),
    ]);
    parts.extend(news(letter.news, site));
    parts.extend([
        join("Everybody in the group, representatives too, can also join for themselves:", site),
        LetterPart::Heading("If something is not right"),
        text(format!(
            "Sign in to put it right, or for the group to leave. If something does not work, write to {} and give the membership number. Do the same if somebody else joined with your address: we delete what they gave.",
            site.contact
        )),
    ]);
    parts.extend(end(site));
    parts
}

pub(super) fn already(letter: &GroupAlreadyLetter<'_>, site: &Site) -> Vec<LetterPart> {
    let GroupAlreadyLetter { contact, group, number, since } = letter;
    let rows = vec![
        ("Group", (*group).to_owned()),
        ("Number", (*number).to_owned()),
        ("Member since", day(*since)),
    ];
    let mut parts = vec![
        hello(contact),
        text(format!(
            "Somebody, most likely you, has just sent us the form to join the {} for {group}, with this address. The group has been a member since {}, and nothing about its membership has changed. Here is its card again.",
            site.name,
            day(*since)
        )),
        LetterPart::Card { title: site.name.clone(), rows },
        own(OWN, site),
        LetterPart::Heading("If you wanted to change something"),
        text(format!(
            "Sign in to name another representative, or to change anything else. If something does not work, write to {} and give the membership number.",
            site.contact
        )),
        LetterPart::Heading("If it was not you"),
        text(format!(
            "Whoever sent the form was not told that the group is a member. If this worries you, write to {}.",
            site.contact
        )),
    ];
    parts.extend(end(site));
    parts
}

pub(super) fn representative(letter: &SeatLetter<'_>, site: &Site) -> Vec<LetterPart> {
    let SeatLetter { name, group, contact, url } = letter;
    let mut parts = vec![
        hello(name),
        text(format!(
            "{group} is a member of the {}. {contact} told us that the group chose you, through a democratic process, to represent it.",
            site.name
        )),
        LetterPart::Link {
            says: "To say yes or no, open this page and press a button there:".into(),
            url: url.clone(),
        },
        text(format!(
            "The branch committee, or somebody it names, may ask {group} for evidence of how you were chosen. If you say no, we delete your name and address."
        )),
        LetterPart::Heading("You can join for yourself too"),
        join(
            "If you wish, you can be a full or associate member in your own right. One membership does not change the other:",
            site,
        ),
        text(format!("Questions are welcome at {}.", site.contact)),
    ];
    parts.extend(end(site));
    parts
}

/// Who was named, and what that leads to (R9).
fn representatives(named: &[String]) -> Vec<LetterPart> {
    let evidence = "The branch committee, or somebody it names, may ask the group for evidence of how its representatives were chosen.";
    let more = "To name one, sign in, and open the page of the group.";
    if named.is_empty() {
        return vec![text(format!(
            "The group has not named a representative yet. It can have up to two, chosen through a democratic process. {more}"
        ))];
    }
    let mut parts = vec![
        text("You named:"),
        LetterPart::List(named.to_vec()),
        text(if named.len() == 1 {
            "We have written to them, so that they can confirm it."
        } else {
            "We have written to both, so that they can confirm it."
        }),
    ];
    if named.len() < SEATS {
        parts.push(text(format!("There is a place for a second representative. {more}")));
    }
    parts.push(text(evidence));
    parts
}

pub(super) fn seat_vacant(letter: &VacantLetter, site: &Site) -> Vec<LetterPart> {
    let VacantLetter { contact_name, group, other } = letter;
    let now = match other {
        Some(other) => {
            format!("{other} represents the group now, and there is a place for one more.")
        }
        None => "The group has no representative now. It can have two.".to_owned(),
    };
    let mut parts = vec![
        hello(contact_name),
        text(format!("Somebody who was named to represent {group} does not any more. {now}")),
        text(
            "We have deleted their name and address as its representative. The group stays a member, with or without representatives.",
        ),
        own(
            "If the group has chosen somebody else through a democratic process, sign in with this e-mail address and name them on the page of the group:",
            site,
        ),
    ];
    parts.extend(end(site));
    parts
}
