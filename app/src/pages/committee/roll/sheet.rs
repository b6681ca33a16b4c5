//! The roll as rows of a spreadsheet.

use register::Roll;

use crate::words::words;

/// The roll as rows of a spreadsheet, the first with the names of the columns.
#[must_use]
pub fn roll_sheet(roll: &Roll) -> Vec<Vec<String>> {
    let w = &words().roll;
    let phrase = &words().join.phrase;
    let yes = |may| if may { phrase.yes } else { phrase.no };
    let head = [w.name, w.number, w.class, w.speak, w.vote, w.stand];
    let rows = roll.entries.iter().map(|entry| {
        let rights = entry.class.rights();
        [
            entry.name.as_deref().unwrap_or(w.left),
            entry.number.as_str(),
            (words().join.class)(entry.class),
            yes(rights.speak),
            yes(rights.vote),
            yes(rights.stand),
        ]
        .map(str::to_owned)
        .to_vec()
    });
    [head.map(str::to_owned).to_vec()].into_iter().chain(rows).collect()
}
