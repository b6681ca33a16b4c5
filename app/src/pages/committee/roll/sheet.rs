//! The roll as rows of a spreadsheet.

use register::{FrozenRollShown, Roll, RollEntry};

use super::super::days::moment;
use crate::words::words;

/// The roll as rows of a spreadsheet, the first with the names of the columns.
#[must_use]
pub fn roll_sheet(roll: &Roll) -> Vec<Vec<String>> {
    entries(&roll.entries)
}

/// A frozen roll as rows of a spreadsheet. Below its entries stand when it was frozen, its
/// fingerprint, and whether it still is what it was.
#[must_use]
pub fn frozen_sheet(shown: &FrozenRollShown) -> Vec<Vec<String>> {
    let w = &words().roll;
    let FrozenRollShown { roll, entries: rows, whole } = shown;
    let mut sheet = entries(rows);
    let frozen_at = (w.frozen_at)(&moment(roll.frozen_at), roll.by.as_deref());
    let holds = if *whole { w.whole } else { w.broken };
    for [what, says] in [
        [w.roll_for, roll.day.to_string().as_str()],
        [w.frozen, &frozen_at],
        [w.hash, &roll.hash],
        ["", holds],
    ] {
        sheet.push(vec![what.to_owned(), says.to_owned()]);
    }
    sheet
}

fn entries(entries: &[RollEntry]) -> Vec<Vec<String>> {
    let w = &words().roll;
    let phrase = &words().join.phrase;
    let yes = |may| if may { phrase.yes } else { phrase.no };
    let head = [w.name, w.number, w.class, w.speak, w.vote, w.stand];
    let rows = entries.iter().map(|entry| {
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
