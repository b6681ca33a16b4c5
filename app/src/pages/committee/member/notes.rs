//! The notes about a member, and the form to add one.

use leptos::prelude::*;
use register::{Note, TextError};

use super::super::super::form::{TextArea, text_area};
use super::super::days::day;
use super::page::TypedNote;
use crate::words::words;

/// The name of the field, and what is wrong with what is in it.
pub(super) fn says(wrong: TextError) -> (&'static str, &'static str) {
    let w = &words().member;
    let says = match wrong {
        TextError::Missing => w.note_missing,
        TextError::TooLong => w.note_too_long,
    };
    ("text", says)
}

/// The notes, the newest first. `path` is the address of the member.
pub(super) fn notes(notes: &[Note], typed: &TypedNote, path: &str) -> impl IntoView + use<> {
    let w = &words().member;
    let area = text_area(&TextArea {
        name: "text",
        label: w.add_note,
        hint: w.note_hint,
        value: &typed.text,
        error: typed.wrong.map(|wrong| says(wrong).1),
    });
    let none = notes.is_empty().then(|| view! { <p>{w.no_note}</p> });
    let list: Vec<_> = notes.iter().map(|note| one(note, Some(path))).collect();
    view! {
        <section class="narrow" id="notes">
            <h2>{w.notes}</h2>
            <form method="post" action=path.to_owned() novalidate>
                {area}
                <div class="actions"><button class="button" type="submit">{w.keep_note}</button></div>
            </form>
            {none}
            {list}
        </section>
    }
}

/// A note, with the way to change it where its author looks at it.
pub(super) fn one(note: &Note, path: Option<&str>) -> impl IntoView + use<> {
    let w = &words().member;
    let author = note.author.as_deref().unwrap_or(w.somebody);
    let head = (w.noted)(author, &day(note.written), note.edited.map(day).as_deref());
    let change = path.filter(|_| note.mine).map(|path| {
        view! { <p><a href=format!("{path}/notes/{}", note.id)>{w.change_note}</a></p> }
    });
    view! {
        <article class="note">
            <p class="hint">{head}</p>
            <p class="written">{note.text.clone()}</p>
            {change}
        </article>
    }
}
