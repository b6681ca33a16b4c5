//! Tables that can be read on a narrow phone: there, each row becomes a small list under its
//! heading, every cell with the name of its column. The roles are written out because some
//! browsers take a table that is displayed as blocks for no table.

use leptos::prelude::*;

/// What is in a cell.
#[derive(Debug, Clone)]
pub(crate) enum Cell {
    /// Paragraphs.
    Text(Vec<String>),
    /// A link, and what is said beside it.
    Link {
        /// What the link says.
        says: String,
        /// Where it leads.
        to: String,
        /// Empty for nothing.
        beside: &'static str,
    },
}

impl Cell {
    /// A link with nothing beside it.
    pub(crate) fn link(says: impl Into<String>, to: String) -> Self {
        Self::Link { says: says.into(), to, beside: "" }
    }

    fn into_view(self) -> AnyView {
        match self {
            Self::Text(texts) => {
                texts.into_iter().map(|text| view! { <p>{text}</p> }).collect_view().into_any()
            }
            Self::Link { says, to, beside: "" } => view! { <a href=to>{says}</a> }.into_any(),
            Self::Link { says, to, beside } => view! {
                <a href=to>{says}</a>
                " "
                <span class="more">{beside}</span>
            }
            .into_any(),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(vec![text])
    }
}

impl From<Vec<String>> for Cell {
    fn from(texts: Vec<String>) -> Self {
        Self::Text(texts)
    }
}

/// A table whose first column names its rows.
#[component]
pub(crate) fn Table(
    #[prop(into)] caption: String,
    columns: Vec<&'static str>,
    rows: Vec<Vec<Cell>>,
) -> impl IntoView {
    let heads = columns.iter().map(|column| {
        view! { <th role="columnheader" scope="col">{*column}</th> }
    });
    let heads = heads.collect_view();
    let cells = move |row: Vec<Cell>| {
        let cell = |(column, cell): (&&'static str, Cell)| {
            view! {
                <td role="cell">
                    <span class="column" aria-hidden="true">{*column}</span>
                    <div>{cell.into_view()}</div>
                </td>
            }
        };
        let mut row = row.into_iter();
        let head = row.next().map(Cell::into_view);
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
