//! The inputs that questions are made of, each with its label, hint and error.

use maud::{Markup, html};
use rules::Field;

use super::shown::Shown;
use crate::words::words;

/// A text field: what the browser offers to fill in, and which keyboard it shows.
pub(crate) struct Text {
    pub(crate) field: Field,
    kind: &'static str,
    autocomplete: &'static str,
    optional: bool,
    class: &'static str,
}

impl Text {
    pub(crate) const fn new(field: Field, kind: &'static str, autocomplete: &'static str) -> Self {
        Self { field, kind, autocomplete, optional: false, class: "field" }
    }

    /// A question that may be left.
    pub(crate) const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// For an answer of a few characters.
    pub(crate) const fn short(mut self) -> Self {
        self.class = "field field-short";
        self
    }
}

/// A text field with its label.
pub(crate) fn text(shown: &Shown, text: &Text) -> Markup {
    let w = &words().join;
    let Text { field, kind, autocomplete, optional, class } = *text;
    let id = field.as_str();
    let error = shown.error(field);
    let hint = (w.hint)(field);
    let numeric = kind == "numeric";
    html! {
        div class={ (class) (has_error(error)) } {
            label for=(id) {
                ((w.label)(field))
                @if optional { " " (w.phrase.optional) }
            }
            (hint_line(id, hint))
            (error_line(id, error))
            input id=(id) name=(id)
                type=(if numeric { "text" } else { kind })
                inputmode=[numeric.then_some("numeric")]
                autocomplete=(autocomplete)
                value=(shown.value(field))
                spellcheck="false"
                aria-describedby=[described_by(id, hint, error)]
                aria-invalid=[error.map(|_| "true")];
        }
    }
}

/// The answers of a question to choose from, as radio buttons; nothing is chosen beforehand.
pub(crate) fn choices(shown: &Shown, field: Field, options: &[Choice]) -> Markup {
    let chosen = shown.value(field);
    html! {
        div class="choices" {
            @for (at, option) in options.iter().enumerate() {
                // The error summary leads to the first answer, so that one bears the field's name.
                @let id = if at == 0 { field.to_string() } else { format!("{field}-{}", option.value) };
                (choice("radio", &id, field, option, chosen == option.value, None))
            }
        }
    }
}

/// An answer that can be chosen.
pub(crate) struct Choice<'a> {
    pub(crate) value: &'a str,
    pub(crate) label: &'a str,
    pub(crate) hint: &'static str,
}

impl Choice<'_> {
    /// One of a closed set, in the words for it.
    pub(crate) fn of(field: Field, value: &'static str) -> Self {
        let (label, hint) = (words().join.option)(field, value);
        Self { value, label, hint }
    }
}

/// A box to tick.
pub(crate) fn tick(shown: &Shown, field: Field, label: &str) -> Markup {
    let error = shown.error(field);
    let option = Choice { value: "yes", label, hint: (words().join.hint)(field) };
    let id = field.as_str();
    html! {
        div class={ "field" (has_error(error)) } {
            (error_line(id, error))
            (choice("checkbox", id, field, &option, shown.value(field) == "yes", error))
        }
    }
}

fn choice(
    kind: &str,
    id: &str,
    field: Field,
    option: &Choice<'_>,
    checked: bool,
    error: Option<&str>,
) -> Markup {
    html! {
        div class="choice" {
            input id=(id) name=(field.as_str()) type=(kind) value=(option.value) checked[checked]
                aria-describedby=[described_by(id, option.hint, error)]
                aria-invalid=[error.map(|_| "true")];
            label for=(id) { (option.label) }
            (hint_line(id, option.hint))
        }
    }
}

/// What marks a field or a question that was refused.
pub(crate) fn has_error(error: Option<&str>) -> &'static str {
    if error.is_some() { " has-error" } else { "" }
}

/// The error of a question, above its answers.
pub(crate) fn error_line(id: &str, error: Option<&str>) -> Markup {
    html! {
        @if let Some(error) = error {
            p class="error" id={ (id) "-error" } {
                span class="visually-hidden" { (words().join.phrase.error) " " }
                (error)
            }
        }
    }
}

fn hint_line(id: &str, hint: &str) -> Markup {
    html! {
        @if !hint.is_empty() { p class="hint" id={ (id) "-hint" } { (hint) } }
    }
}

fn described_by(id: &str, hint: &str, error: Option<&str>) -> Option<String> {
    match (hint.is_empty(), error) {
        (true, None) => None,
        (true, Some(_)) => Some(format!("{id}-error")),
        (false, None) => Some(format!("{id}-hint")),
        (false, Some(_)) => Some(format!("{id}-error {id}-hint")),
    }
}
