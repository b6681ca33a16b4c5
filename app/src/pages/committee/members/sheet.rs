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
        or_empty(phone),
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

/// A day as spreadsheets sort it.
fn day(at: DateTime<Utc>) -> String {
    at.with_timezone(&London).date_naive().to_string()
}
