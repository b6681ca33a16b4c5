//! Letters to representatives about how their group chose them.

use register::{EvidenceLetter, EvidenceTurn};

use super::{end, hello, text};
use crate::site::Site;
use crate::words::LetterPart;

/// `url` is where they answer, where there is something to answer.
pub(super) fn evidence(
    letter: &EvidenceLetter,
    url: Option<String>,
    site: &Site,
) -> Vec<LetterPart> {
    let EvidenceLetter { name, group, branch, turn } = letter;
    let who = match branch {
        Some(branch) => format!("The committee of {} branch, or somebody it named,", branch.name),
        None => format!("The {}", site.name),
    };
    let link = |says: &str| url.clone().map(|url| LetterPart::Link { says: says.to_owned(), url });
    let mut parts = vec![hello(name)];
    match turn {
        EvidenceTurn::Asked { due, .. } => {
            parts.push(text(format!(
                "You represent {group}. {who} asks how the group chose you, and would like to know by {}.",
                due.format("%-d %B %Y")
            )));
            parts.push(text("Groups do this in their own ways. A few sentences are enough, or a file that shows it: minutes, a list of votes, a photo of a page."));
            parts.extend(link("To answer, open this page. You need no account:"));
        }
        EvidenceTurn::Received { .. } => {
            parts.push(text(format!(
                "Thank you. What was sent about how {group} chose you has arrived. We write to you again when it has been looked at."
            )));
            parts.extend(link("Until then you can see it here, and send something else in its place:"));
        }
        EvidenceTurn::Accepted => parts.push(text(format!(
            "What was sent about how {group} chose you is accepted. There is nothing more for you to do. Thank you."
        ))),
        EvidenceTurn::Queried { missing, due, .. } => {
            parts.push(text(format!(
                "{who} has looked at what was sent about {group}, and asks for something more by {}:",
                due.format("%-d %B %Y")
            )));
            parts.extend(missing.lines().filter(|line| !line.trim().is_empty()).map(text));
            parts.extend(link("To answer, open this page. You need no account:"));
        }
        EvidenceTurn::Replaced => {
            parts.push(text(format!(
                "Somebody else has been named to represent {group} in your place. We have deleted your name and address as its representative, and what you sent us about it. Links in earlier letters about it do not work any more."
            )));
            parts.push(text("If you are a member for yourself, nothing about that has changed."));
        }
        EvidenceTurn::Removed => {
            parts.push(text(format!(
                "The contact of {group} has told us that you do not represent it any more. We have deleted your name and address as its representative, and what you sent us about it. Links in earlier letters about it do not work any more."
            )));
            parts.push(text("If you are a member for yourself, nothing about that has changed."));
        }
    }
    parts.push(text(format!("Questions are welcome at {}.", site.contact)));
    parts.extend(end(site));
    parts
}
