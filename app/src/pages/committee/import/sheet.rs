//! Lists as rows of a spreadsheet: the empty one to fill in, and what becomes of each row of one.

use register::{LookedRow, RowComes};

use crate::words::words;

/// A list with nobody on it: the names of the columns.
#[must_use]
pub fn example_sheet() -> Vec<String> {
    let w = &words().import;
    w.columns.iter().map(|(column, _)| (w.column)(*column).to_owned()).collect()
}

/// The names of the columns of what becomes of a list.
#[must_use]
pub fn list_head() -> Vec<String> {
    let w = &words().import;
    [w.line, w.name, w.email, w.comes, w.why].map(str::to_owned).to_vec()
}

/// A row, and what becomes of it.
#[must_use]
pub fn list_row(row: &LookedRow) -> Vec<String> {
    let says = (words().import.row_comes)(&row.comes).to_owned();
    vec![row.line.to_string(), row.name.clone(), row.email.clone(), says, why(row).join("; ")]
}

/// Why that becomes of it.
pub(super) fn why(row: &LookedRow) -> Vec<String> {
    let w = &words().import;
    match &row.comes {
        RowComes::Refused(problems) => {
            problems.iter().map(|problem| (w.problem)(*problem).to_owned()).collect()
        }
        RowComes::Repeats(line) => vec![(w.repeats)(*line)],
        RowComes::New(placed) => vec![(w.placed)(*placed).to_owned()],
        RowComes::Known => Vec::new(),
    }
}
