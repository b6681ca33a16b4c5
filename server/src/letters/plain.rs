//! A letter as plain text. Links stand on lines of their own, so that no mail program breaks them.

use app::{LetterPart, LetterText};

/// Above and below a card.
const RULE: &str = "----------------------------------------";

/// The letter as plain text.
pub(crate) fn plain(letter: &LetterText) -> String {
    let parts: Vec<String> = letter.parts.iter().map(part).collect();
    parts.join("\n\n") + "\n"
}

fn part(part: &LetterPart) -> String {
    match part {
        LetterPart::Text(text) => text.clone(),
        LetterPart::Heading(heading) => {
            format!("{heading}\n{}", "-".repeat(heading.chars().count()))
        }
        LetterPart::List(points) => {
            let points: Vec<String> = points.iter().map(|point| format!("* {point}")).collect();
            points.join("\n")
        }
        LetterPart::Link { says, url } => format!("{says}\n{url}"),
        LetterPart::Card { title, rows } => {
            let rows: Vec<String> =
                rows.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            format!("{RULE}\n{title}\n\n{}\n{RULE}", rows.join("\n"))
        }
    }
}
