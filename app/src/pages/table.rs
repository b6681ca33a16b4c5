//! Tables that can be read on a narrow phone: there, each row becomes a small list under its
//! heading, every cell with the name of its column. The roles are written out because some
//! browsers take a table that is displayed as blocks for no table.

use leptos::prelude::*;

/// What is in a cell: paragraphs.
#[derive(Debug, Clone)]
pub(crate) struct Cell(Vec<String>);

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self(vec![text.to_owned()])
    }
}

impl From<Vec<String>> for Cell {
    fn from(texts: Vec<String>) -> Self {
        Self(texts)
    }
}

/// A table whose first column names its rows.
#[component]
pub(crate) fn Table(
    caption: &'static str,
    columns: Vec<&'static str>,
    rows: Vec<Vec<Cell>>,
) -> impl IntoView {
    let heads = columns.iter().map(|column| {
        view! { <th role="columnheader" scope="col">{*column}</th> }
    });
    let heads = heads.collect_view();
    let paragraphs =
        |cell: Cell| cell.0.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
    let cells = move |row: Vec<Cell>| {
        let cell = |(column, cell): (&&'static str, Cell)| {
            view! {
                <td role="cell">
                    <span class="column" aria-hidden="true">{*column}</span>
                    <div>{paragraphs(cell)}</div>
                </td>
            }
        };
        let mut row = row.into_iter();
        let head = row.next().map(paragraphs);
        let rest = columns.iter().skip(1).zip(row).map(cell).collect_view();
        view! { <tr role="row"><th role="rowheader" scope="row">{head}</th>{rest}</tr> }
    };
    view! {
        <table class="stacks" role="table">
            <caption>{caption}</caption>
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            <tbody role="rowgroup">{rows.into_iter().map(cells).collect_view()}</tbody>
        </table>
    }
}
