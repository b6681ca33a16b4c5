//! The rows of a list as one text, which nobody but this module reads.

use rules::{ListRow, RowShape};

use crate::error::Error;

/// The control characters that ASCII has for it; what is a mark in a text is none in a list.
const CELL: char = '\u{1f}';
const ROW: char = '\u{1e}';

pub(super) fn write(rows: &[ListRow]) -> String {
    let mut text = String::new();
    for row in rows {
        text.push_str(&row.line.to_string());
        let ListRow { shape, name, email, class, joined, postcode, phone, .. } = row;
        for cell in [shape.as_str(), name, email, class, joined, postcode, phone] {
            text.push(CELL);
            text.extend(cell.chars().map(plain));
        }
        text.push(ROW);
    }
    text
}

/// No database and no list takes these; a name with one in it is refused.
fn plain(character: char) -> char {
    let is_unfit = character.is_control() && !character.is_whitespace();
    if is_unfit { char::REPLACEMENT_CHARACTER } else { character }
}

pub(super) fn read(text: &str) -> Result<Vec<ListRow>, Error> {
    text.split_terminator(ROW).map(|row| read_row(row).ok_or_else(wrong)).collect()
}

fn read_row(row: &str) -> Option<ListRow> {
    let mut cells = row.split(CELL);
    let line = cells.next()?.parse().ok()?;
    let shape = RowShape::parse(cells.next()?)?;
    let mut cell = || cells.next().map(str::to_owned);
    Some(ListRow {
        line,
        shape,
        name: cell()?,
        email: cell()?,
        class: cell()?,
        joined: cell()?,
        postcode: cell()?,
        phone: cell()?,
    })
}

fn wrong() -> Error {
    Error::fault("a stored list")
}
