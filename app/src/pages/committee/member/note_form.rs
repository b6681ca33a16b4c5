//! Changing a note of one's own.

use leptos::prelude::*;
use register::{Note, TextError, Version};

use super::super::super::form::{TextArea, text_area};
use super::{notes, path, summary, version};
use crate::words::words;

/// A note being changed.
#[derive(Debug, Clone)]
pub struct NoteForm {
    /// Whom it is about.
    pub number: String,
    /// The note as it was seen.
    pub seen: Version,
    /// What was typed.
    pub text: String,
    /// What is wrong with that.
    pub wrong: Option<TextError>,
    /// What the note says now, if it was changed meanwhile.
    pub now: Option<Note>,
}

impl NoteForm {
    pub(crate) fn wrong(&self) -> AnyView {
        summary(self.wrong.map(notes::says).into_iter())
    }
}

/// `/committee/<branch>/members/<number>/notes/<note>`.
pub(crate) fn note_form(form: &NoteForm, base: &str) -> impl IntoView + use<> {
    let (w, forms) = (&words().member, &words().member_forms);
    let now = form.now.as_ref().map(|now| {
        view! {
            <section class="meanwhile narrow" role="alert">
                <h2>{forms.note_meanwhile}</h2>
                <p>{forms.meanwhile_text}</p>
                {notes::one(now, None)}
            </section>
        }
    });
    let area = text_area(&TextArea {
        name: "text",
        label: w.note_label,
        hint: w.note_hint,
        value: &form.text,
        error: form.wrong.map(|wrong| notes::says(wrong).1),
    });
    view! {
        {now}
        <form class="narrow" method="post" novalidate>
            {version(form.seen)}
            {area}
            <div class="actions">
                <button class="button" type="submit">{w.keep_note}</button>
                <a href=path(base, &form.number)>{forms.leave}</a>
            </div>
        </form>
    }
}
