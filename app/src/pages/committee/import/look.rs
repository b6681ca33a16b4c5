//! What an import would do, row by row, and the button that does it.

use leptos::prelude::*;
use register::{ListLook, LookedRow, RowComes};

use super::super::super::form::{error_line, error_summary};
use super::super::super::table::{Cell, Table};
use super::super::numbers::number;
use super::sheet::why;
use crate::words::words;

/// A look at what an import would do.
#[derive(Debug, Clone)]
pub struct ImportLook {
    /// The key of the list.
    pub key: String,
    /// What it would do.
    pub look: ListLook,
    /// What has to be said first.
    pub note: Option<LookNote>,
}

/// Why somebody looks again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LookNote {
    /// Nothing was declared.
    NotDeclared,
    /// It would not do any more what was looked at before.
    Meanwhile,
    /// It did not go through; nothing was imported.
    Failed,
}

/// So many rows of each kind are shown; all are in the table to download.
const SHOWN: usize = 100;

impl ImportLook {
    pub(crate) fn wrong(&self) -> AnyView {
        let undeclared = self.note == Some(LookNote::NotDeclared);
        let wrong = undeclared.then_some(("declared", words().import.not_declared));
        error_summary(wrong.as_slice()).into_any()
    }
}

/// `/committee/<branch>/import/<key>`. `path` is the address of the page for a file.
pub(crate) fn look(shown: &ImportLook, path: &str) -> impl IntoView + use<> {
    let w = &words().import;
    let ImportLook { key, look, note } = shown;
    let path = format!("{path}/{key}");
    let note = (w.note)(*note).map(|says| {
        view! { <p class="meanwhile" role="alert">{says}</p> }
    });
    let counts = &look.counts;
    let tile = |label, many: u32| {
        view! { <div><dt>{label}</dt><dd><strong>{number(many)}</strong></dd></div> }
    };
    let rows = |is_it: fn(&RowComes) -> bool| {
        look.rows.iter().filter(|row| is_it(&row.comes)).take(SHOWN).collect::<Vec<_>>()
    };
    let refused = rows(|comes| matches!(comes, RowComes::Refused(_)));
    let repeated = rows(|comes| matches!(comes, RowComes::Repeats(_)));
    let known = rows(|comes| matches!(comes, RowComes::Known));
    let new = rows(|comes| matches!(comes, RowComes::New(_)));
    view! {
        {note}
        <dl class="tiles">
            {tile(w.new, counts.new)} {tile(w.known, counts.known)}
            {tile(w.repeated, counts.repeated)} {tile(w.refused, counts.refused)}
        </dl>
        {import(shown, &path)}
        <p><a href=format!("{path}/rows.csv")>{w.all_rows}</a></p>
        {section(w.refused, w.refused_text, counts.refused, &refused)}
        {section(w.repeated, w.repeated_text, counts.repeated, &repeated)}
        {section(w.known, w.known_text, counts.known, &known)}
        {section(w.new, w.new_text, counts.new, &new)}
    }
}

/// What has to be declared, and the two buttons.
fn import(shown: &ImportLook, path: &str) -> impl IntoView + use<> {
    let w = &words().import;
    let many = shown.look.counts.new;
    let mark = shown.look.mark.to_string();
    let undeclared = shown.note == Some(LookNote::NotDeclared);
    let error = undeclared.then_some(w.not_declared);
    let form = (many > 0).then(|| {
        view! {
            <form method="post" action=path.to_owned() novalidate>
                <input type="hidden" name="mark" value=mark/>
                <div class="field" class:has-error=undeclared>
                    {error_line("declared", error)}
                    <div class="choice">
                        <input
                            type="checkbox"
                            id="declared"
                            name="declared"
                            value="yes"
                            aria-describedby=undeclared.then_some("declared-error")
                            aria-invalid=undeclared.then_some("true")
                        />
                        <label for="declared">{w.declaration}</label>
                    </div>
                </div>
                <div class="actions">
                    <button class="button" type="submit">{(w.import)(many)}</button>
                </div>
            </form>
        }
    });
    let says = if many > 0 { w.what_happens } else { w.nobody_new };
    view! {
        <div class="narrow">
            <p>{says}</p>
            {form}
            <form method="post" action=format!("{path}/discard")>
                <button class="button-quiet" type="submit">{w.discard}</button>
            </form>
        </div>
    }
}

fn section(
    heading: &'static str,
    text: &'static str,
    many: u32,
    rows: &[&LookedRow],
) -> Option<impl IntoView + use<>> {
    let w = &words().import;
    let cells = |row: &&LookedRow| {
        vec![
            Cell::from(row.line.to_string()),
            Cell::from(row.name.as_str()),
            Cell::from(row.email.as_str()),
            Cell::from(why(row)),
        ]
    };
    let says = (w.shown)(rows.len(), many);
    let rows: Vec<_> = rows.iter().map(cells).collect();
    let columns = vec![w.line, w.name, w.email, w.why];
    (many > 0).then(|| {
        view! {
            <section>
                <h2>{heading}</h2>
                <p>{text}</p>
                <Table caption=says columns=columns rows=rows/>
            </section>
        }
    })
}
