//! Putting one's own name right.

use leptos::prelude::*;
use rules::{Field, NameError, Problem};

use super::super::form::{TextField, error_summary, text_field};
use crate::words::words;

/// A name being put right.
#[derive(Debug, Clone)]
pub struct NameChange {
    /// The name that was seen.
    pub was: String,
    /// The name as it is typed.
    pub name: String,
    /// What is wrong with that.
    pub wrong: Option<WrongName>,
    /// Whether `was` is not what was seen, but what it was changed to meanwhile.
    pub changed: bool,
}

/// Why a name cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongName {
    /// It is not right.
    Name(NameError),
    /// Somebody else with the same address has it.
    SomebodyElse,
}

impl WrongName {
    fn says(self) -> &'static str {
        let w = &words().own_links;
        match self {
            Self::Name(NameError::Missing) => w.no_name,
            Self::Name(wrong) => (words().join.problem)(Field::Name, Problem::Name(wrong)),
            Self::SomebodyElse => w.same_name,
        }
    }
}

/// The title of the page with this form.
pub(super) fn title(form: &NameChange) -> String {
    let before = if form.wrong.is_some() { words().join.phrase.error_title } else { "" };
    format!("{before}{}", words().own_links.rename_heading)
}

/// `…/name`. `base` is the page that it belongs to.
pub(super) fn own_name(form: &NameChange, base: &str) -> AnyView {
    let w = &words().own_links;
    let error = form.wrong.map(WrongName::says);
    let said: Vec<_> = error.map(|error| ("name", error)).into_iter().collect();
    let name = text_field(&TextField {
        name: "name",
        label: w.rename_label,
        kind: "text",
        autocomplete: "name",
        value: &form.name,
        error,
        ..TextField::default()
    });
    let changed = form.changed.then(|| {
        view! {
            <section class="meanwhile" role="alert">
                <h2>{w.changed}</h2>
                <p>{(w.changed_text)(&form.was)}</p>
            </section>
        }
    });
    view! {
        <div class="wizard">
            {error_summary(&said)}
            <h1>{w.rename_heading}</h1>
            {changed}
            <form method="post" novalidate>
                <input type="hidden" name="was" value=form.was.clone()/>
                {name}
                <div class="actions">
                    <button class="button" type="submit">{w.rename_button}</button>
                    <a href=base.to_owned()>{w.back}</a>
                </div>
            </form>
        </div>
    }
    .into_any()
}

/// Says that it is done, at the top of the page.
pub(super) fn note(renamed: bool) -> impl IntoView {
    renamed.then(|| view! { <p class="done" role="status">{words().own_links.renamed}</p> })
}
