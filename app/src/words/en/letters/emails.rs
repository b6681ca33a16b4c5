//! Letters about a change of an e-mail address.

use chrono::{DateTime, Utc};

use super::member::OWN;
use super::{end, hello, moment, own, text};
use crate::site::Site;
use crate::words::{LetterPart, NewEmailLetter};

pub(super) fn new(letter: &NewEmailLetter, site: &Site) -> Vec<LetterPart> {
    let mut parts = vec![
        text("Hello,"),
        text(format!(
            "Somebody, most likely you, asked the {} to use this e-mail address for their membership.",
            site.name
        )),
    ];
    match letter {
        NewEmailLetter::Open { shared, url, until } => {
            parts.push(LetterPart::Link {
                says: "If it was you, open this page, and press the button there:".into(),
                url: url.clone(),
            });
            parts.push(text(format!(
                "You can do that until {}. Then you sign in with this address, and our letters go to it.",
                moment(*until)
            )));
            if *shared {
                parts.push(text(
                    "This address is used for a membership with us already. That one stays as it is. Everybody who reads the e-mail to this address can then see both.",
                ));
            }
            parts.push(text(
                "If it was not you, you need not do anything. Nothing changes, and we do not write again about it.",
            ));
        }
        NewEmailLetter::Taken => {
            parts.push(text(
                "Nothing has changed: a member of the same name uses this address already. If that is you, you may have joined twice.",
            ));
            parts.push(own(OWN, site));
            parts.push(text(format!(
                "If you would like one membership of the two, or if something is not right, write to {}.",
                site.contact
            )));
        }
    }
    parts.extend(end(site));
    parts
}

pub(super) fn old(name: &str, url: String, until: DateTime<Utc>, site: &Site) -> Vec<LetterPart> {
    let mut parts = vec![
        hello(name),
        text(format!(
            "From now on the {} writes to you at another e-mail address. It was asked for by somebody who had signed in with this one, and was confirmed at the new one. You sign in with the new one.",
            site.name
        )),
        text("If that was you, there is nothing to do."),
        LetterPart::Link {
            says: "If it was not you, put this address back. Open this page, and press the button there:"
                .into(),
            url,
        },
        text(format!("You can do that until {}.", moment(until))),
        text(format!(
            "What this address is used for besides, such as a group or a committee, has not changed. Questions are welcome at {}.",
            site.contact
        )),
    ];
    parts.extend(end(site));
    parts
}

/// It names the group and nobody: whoever is to say yes has to know to what.
pub(super) fn contact_new(group: &str, letter: &NewEmailLetter, site: &Site) -> Vec<LetterPart> {
    let mut parts = vec![
        text("Hello,"),
        text(format!(
            "{group} is a member of the {}. Its contact asked us to write to this e-mail address about the group from now on.",
            site.name
        )),
    ];
    match letter {
        NewEmailLetter::Open { shared, url, until } => {
            parts.push(LetterPart::Link {
                says: "If that is right, open this page. It says what a yes means, and has a button for it:".into(),
                url: url.clone(),
            });
            parts.push(text(format!("You can do that until {}.", moment(*until))));
            if *shared {
                parts.push(text(
                    "This address is used for a membership with us already. That one stays as it is. Everybody who reads the e-mail to this address can then see both.",
                ));
            }
            parts.push(text(
                "If you know nothing of this, you need not do anything. Nothing changes, and we do not write again about it.",
            ));
        }
        NewEmailLetter::Taken => {
            parts.push(text(
                "Nothing has changed: a group of the same name has this address for its contact already.",
            ));
            parts.push(text(format!(
                "If two groups are one, or if something is not right, write to {}.",
                site.contact
            )));
        }
    }
    parts.extend(end(site));
    parts
}

pub(super) fn contact_old(
    name: &str,
    group: &str,
    url: String,
    until: DateTime<Utc>,
    site: &Site,
) -> Vec<LetterPart> {
    let mut parts = vec![
        hello(name),
        text(format!(
            "From now on the {} writes about {group} to another e-mail address. It was asked for by somebody who had signed in with this one, and was confirmed at the new one. Whoever reads the e-mail there sees the group’s page, and changes what is on it.",
            site.name
        )),
        text("If that was you, there is nothing to do. Thank you for having been there for the group."),
        LetterPart::Link {
            says: "If it was not you, put this address back. Open this page, and press the button there:"
                .into(),
            url,
        },
        text(format!("You can do that until {}.", moment(until))),
        text(format!(
            "What this address is used for besides, such as a membership of your own, has not changed. Questions are welcome at {}.",
            site.contact
        )),
    ];
    parts.extend(end(site));
    parts
}
