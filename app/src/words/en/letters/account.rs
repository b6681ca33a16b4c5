//! Letters about signing in, and about roles.

use register::{Office, Role};

use super::{end, hello_to, moment, text};
use crate::pages::paths;
use crate::site::Site;
use crate::words::{LetterPart, SignInLetter};

pub(super) fn sign_in(letter: &SignInLetter<'_>, site: &Site) -> Vec<LetterPart> {
    let SignInLetter { name, url, code, until } = letter;
    let mut parts = vec![
        hello_to(*name),
        text("Somebody, most likely you, asked to sign in with this address."),
        LetterPart::Link {
            says: "Open this link in the browser in which you asked, and press the button there:"
                .into(),
            url: url.clone(),
        },
        text(format!("If that browser is on another device, type in this code there: {code}")),
        text(format!("Both work once, until {}.", moment(*until))),
        text(
            "If it was not you, you need not do anything. Give the code to nobody: we never ask for it.",
        ),
    ];
    parts.extend(end(site));
    parts
}

pub(super) fn role_given(name: Option<&str>, role: &Role, site: &Site) -> Vec<LetterPart> {
    let what = match role {
        Role::Administrator => format!(
            "You are now an administrator of the {}. You see the members of every branch, and you give the roles.",
            site.name
        ),
        Role::Committee { branch, office } => format!(
            "You are now {} of {} branch. You can see who its members are, and who may speak, vote and stand for election.",
            committee(*office),
            branch.name
        ),
        Role::Nominee { group } => format!(
            "A branch committee has named you to look at the evidence of how {} chose its representatives.",
            group.name
        ),
    };
    let mut parts = vec![
        hello_to(name),
        text(what),
        LetterPart::Link {
            says: "Sign in here with this address. The first time, you set up an app on your phone as a second step:"
                .into(),
            url: format!("{}{}", site.url, paths::SIGN_IN),
        },
        text(format!("If you did not expect this, write to {}.", site.contact)),
    ];
    parts.extend(end(site));
    parts
}

const fn committee(office: Office) -> &'static str {
    match office {
        Office::Chair => "the chair of the committee",
        Office::Secretary => "the secretary of the committee",
        Office::Treasurer => "the treasurer of the committee",
        Office::Member => "a member of the committee",
    }
}
