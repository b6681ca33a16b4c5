//! The letter to an associate member who has come of age.

use register::MemberLetter;
use rules::Class;

use super::member::rights;
use super::{end, hello, own, text};
use crate::pages::paths;
use crate::site::Site;
use crate::words::LetterPart;

pub(super) fn of_age(letter: &MemberLetter, site: &Site) -> Vec<LetterPart> {
    let mut parts = vec![
        hello(&letter.name),
        text(format!(
            "You joined the {} as an associate member, and told us in which month you were born. By that, you have turned 18 since. Full membership can be open to you now.",
            site.name
        )),
        LetterPart::Heading("What full members can do"),
        LetterPart::List(rights(Class::Full.rights())),
        LetterPart::Link {
            says: "Whom full membership is for, and everything else about it:".into(),
            url: format!("{}{}", site.url, paths::MEMBERSHIP),
        },
        own(
            "If you would like to become a full member, sign in with this e-mail address. There we ask you one question, and do not keep your answer:",
            site,
        ),
        text(
            "If you would rather stay an associate member, you need not do anything. You can change that at any time.",
        ),
        text(
            "We have erased the month and year in which you were born: we do not need them any more.",
        ),
    ];
    parts.extend(end(site));
    parts
}
