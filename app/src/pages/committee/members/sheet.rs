//! The list of members as rows of a spreadsheet.

use chrono::{DateTime, Utc};
use chrono_tz::Europe::London;
use register::ExportRow;

use crate::words::words;

/// The names of the columns.
#[must_use]
pub fn export_head() -> Vec<String> {
    words().members.export_columns.map(str::to_owned).to_vec()
}

/// A member, a cell for each column.
#[must_use]
pub fn export_row(member: &ExportRow) -> Vec<String> {
    let w = &words().members;
    let phrase = &words().join.phrase;
    let ExportRow { row, phone, postcode, placed } = member;
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![
        row.number.clone(),
        row.name.clone(),
        row.email.clone(),
        phone.as_deref().map(spaced).unwrap_or_default(),
        or_empty(postcode),
        or_empty(&row.district),
        (words().join.class)(row.class).to_owned(),
        row.started.map(day).unwrap_or_default(),
        row.ended.map(day).unwrap_or_default(),
        row.branch.as_ref().map(|branch| branch.name.clone()).unwrap_or_default(),
        placed.map(w.placed).unwrap_or_default().to_owned(),
        if row.under_18 { phrase.yes } else { phrase.no }.to_owned(),
    ]
}

/// A telephone number as people in the United Kingdom write it. Without its spaces a spreadsheet
/// would take it for a number, and leave out the 0 that it begins with.
fn spaced(phone: &str) -> String {
    let figures = phone.starts_with('0') && phone.bytes().all(|figure| figure.is_ascii_digit());
    let (area, local) = match phone.as_bytes() {
        _ if !figures => return phone.to_owned(),
        [_, b'2', ..] => (3, 4),
        [_, b'1', b'1', ..] | [_, b'1', _, b'1', ..] => (4, 3),
        _ => return spaced_at(phone, &[5]),
    };
    spaced_at(phone, &[area, area + local])
}

/// With a space before each of these figures.
fn spaced_at(phone: &str, places: &[usize]) -> String {
    let mut spaced = String::with_capacity(phone.len() + places.len());
    for (place, figure) in phone.char_indices() {
        if places.contains(&place) {
            spaced.push(' ');
        }
        spaced.push(figure);
    }
    spaced
}

/// A day as spreadsheets sort it.
fn day(at: DateTime<Utc>) -> String {
    at.with_timezone(&London).date_naive().to_string()
}

#[cfg(test)]
mod tests {
    use super::spaced;
    use rules::PhoneNumber;

    #[test]
    fn no_telephone_number_begins_with_a_0_that_a_spreadsheet_would_leave_out() {
        for (phone, written) in [
            ("07700900123", "07700 900123"),
            ("01174960123", "0117 496 0123"),
            ("01214960123", "0121 496 0123"),
            ("02079460123", "020 7946 0123"),
            ("01934123456", "01934 123456"),
            ("0169772000", "01697 72000"),
            ("0033123456789", "00331 23456789"),
            ("+447700900123", "+447700900123"),
            ("7700900123", "7700900123"),
        ] {
            assert_eq!(spaced(phone), written);
            let read = PhoneNumber::parse(written).ok();
            let read = read.as_ref().map(PhoneNumber::as_str);
            assert_eq!(read, Some(phone), "as an import reads it");
        }
    }
}
