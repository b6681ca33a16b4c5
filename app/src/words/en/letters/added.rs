//! Letters to people who were on a branch's own list of members.

use register::{InBranch, MemberLetter};

use super::member::{OWN, a_member, card, rights};
use super::{day, end, hello, own, text};
use crate::site::Site;
use crate::words::LetterPart;

pub(super) fn added(letter: &MemberLetter, by: &InBranch, site: &Site) -> Vec<LetterPart> {
    let contact = &site.contact;
    let mut parts = vec![
        hello(&letter.name),
        text(format!(
            "You are on the register of the {} now. The committee of {} branch added you from its own list of members. It says that you have been {} since {}, and that you agreed to it. Here is your card.",
            site.name,
            by.name,
            a_member(letter.class),
            day(letter.since)
        )),
        card(letter, site),
        LetterPart::Heading("What your membership lets you do"),
        LetterPart::List(rights(letter.class.rights())),
        own(OWN, site),
        LetterPart::Heading("What we keep"),
        text(
            "Your name, this e-mail address and what is on your card; your postcode and telephone number if they were on the list. The committee of your branch can see them.",
        ),
        LetterPart::Heading("If something is not right"),
        text(format!(
            "Sign in to put it right, to change your membership or to leave: most of what we hold can be changed there. If something cannot, write to {contact} and give your membership number. If you leave, we erase your details."
        )),
        text(format!(
            "Did you not agree to be a member, or are you under 18? Tell us at {contact}, and we put it right or erase everything."
        )),
    ];
    parts.extend(end(site));
    parts
}
