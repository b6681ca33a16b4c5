//! Full, associate and group membership in a table.

use leptos::prelude::*;
use rules::{Class, Rights};

use super::table::{Cell, Table};
use crate::words::{GroupRow, Row, words};

/// The three memberships side by side. What individual members may do comes from the rules.
#[component]
pub(crate) fn Comparison() -> impl IntoView {
    let words = &words().membership;
    let right = |row: &'static GroupRow, has: fn(Rights) -> bool| {
        let answer = |class: Class| if has(class.rights()) { words.yes } else { words.no };
        vec![
            Cell::from(row.heading),
            Cell::from(answer(Class::Full)),
            Cell::from(answer(Class::Associate)),
            Cell::from(row.group),
        ]
    };
    let row = |row: &'static Row| {
        [row.heading, row.full, row.associate, row.group].map(Cell::from).to_vec()
    };
    let mut rows: Vec<_> = words.rows.iter().map(row).collect();
    rows.push(right(&words.speak, |rights| rights.speak));
    rows.push(right(&words.vote, |rights| rights.vote));
    rows.push(right(&words.stand, |rights| rights.stand));
    let columns = vec![words.question, words.full, words.associate, words.group];
    view! { <div class="compare"><Table caption=words.table_caption columns rows/></div> }
}
