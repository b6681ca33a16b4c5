//! Parts, as sections of the page: what there is one of or a few as names and values, what there
//! are many of as a table.

use leptos::prelude::*;
use register::{FactName, FactValue, HeldKind, HeldPart};

use super::super::super::table::{Cell, Table};
use super::facts::shown;
use crate::words::words;

/// So many rows of a table are shown, the newest; the file has all.
const MOST: usize = 200;

/// A section of its own.
pub(super) fn section(part: &HeldPart) -> impl IntoView + use<> {
    let heading = match name(part) {
        Some(name) => name,
        None => (words().everything.kind)(part.kind).to_owned(),
    };
    view! {
        <section class="place">
            <h2>{heading}</h2>
            {facts(part)}
            {held(part, 3)}
        </section>
    }
}

/// What people and groups are called.
fn name(part: &HeldPart) -> Option<String> {
    if !matches!(part.kind, HeldKind::Person | HeldKind::Group) {
        return None;
    }
    part.facts.iter().find_map(|(name, value)| match (name, value) {
        (FactName::Name, FactValue::Text(text)) => Some(text.clone()),
        _ => None,
    })
}

fn facts(part: &HeldPart) -> impl IntoView + use<> {
    let fact = |(name, text): (FactName, String)| {
        let name = (words().everything.fact)(name);
        view! { <div><dt>{name}</dt><dd class="written">{text}</dd></div> }
    };
    let facts: Vec<_> = shown(part).into_iter().map(fact).collect();
    view! { <dl class="terms">{facts}</dl> }
}

/// What belongs to a part, each kind under a heading; a table has its caption. The type is erased:
/// parts are in parts.
fn held(part: &HeldPart, level: u8) -> AnyView {
    let mut kinds: Vec<(HeldKind, Vec<&HeldPart>)> = Vec::new();
    for part in &part.parts {
        match kinds.iter_mut().find(|(kind, _)| *kind == part.kind) {
            Some((_, parts)) => parts.push(part),
            None => kinds.push((part.kind, vec![part])),
        }
    }
    let kinds: Vec<_> = kinds
        .into_iter()
        .map(|(kind, parts)| {
            if is_table(kind) {
                return table(kind, &parts);
            }
            let heading = heading(level, (words().everything.kind)(kind));
            view! { {heading} {each(&parts, level + 1)} }.into_any()
        })
        .collect();
    kinds.into_any()
}

fn each(parts: &[&HeldPart], level: u8) -> AnyView {
    let parts: Vec<_> =
        parts.iter().map(|part| view! { {facts(part)} {held(part, level)} }).collect();
    parts.into_any()
}

const fn is_table(kind: HeldKind) -> bool {
    matches!(
        kind,
        HeldKind::Session
            | HeldKind::Link
            | HeldKind::NewsLink
            | HeldKind::RecoveryCode
            | HeldKind::Deed
            | HeldKind::Look
            | HeldKind::Export
            | HeldKind::Letter
            | HeldKind::ClassChange
    )
}

fn table(kind: HeldKind, parts: &[&HeldPart]) -> AnyView {
    let w = &words().everything;
    let rows: Vec<_> = parts.iter().take(MOST).map(|part| shown(part)).collect();
    let mut names: Vec<FactName> = Vec::new();
    for (name, _) in rows.iter().flatten() {
        if !names.contains(name) {
            names.push(*name);
        }
    }
    let cells = |row: Vec<(FactName, String)>| -> Vec<Cell> {
        let cell = |name: &FactName| {
            let fact = row.iter().find(|(fact, _)| fact == name);
            Cell::from(fact.map_or("–", |(_, text)| text.as_str()))
        };
        names.iter().map(cell).collect()
    };
    let rows: Vec<_> = rows.into_iter().map(cells).collect();
    let columns = names.iter().map(|name| (w.fact)(*name)).collect();
    let newest = (parts.len() > MOST).then(|| {
        view! { <p class="hint">{(w.newest)(MOST, parts.len())}</p> }
    });
    let caption = (w.kind)(kind);
    view! { {newest} <Table caption=caption columns=columns rows=rows/> }.into_any()
}

fn heading(level: u8, text: &'static str) -> AnyView {
    match level {
        3 => view! { <h3>{text}</h3> }.into_any(),
        4 => view! { <h4>{text}</h4> }.into_any(),
        5 => view! { <h5>{text}</h5> }.into_any(),
        _ => view! { <h6>{text}</h6> }.into_any(),
    }
}
