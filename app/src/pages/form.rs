//! The parts of forms that the server alone renders, in the conventions of the wizard's.

use leptos::prelude::*;

use crate::words::words;

/// A line to fill in.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct TextField<'a> {
    /// The name of the field, and its place in the page.
    pub(crate) name: &'static str,
    pub(crate) label: &'static str,
    /// Empty for none.
    pub(crate) hint: &'static str,
    /// The input's type; `numeric` for figures that are no amount.
    pub(crate) kind: &'static str,
    /// What a browser may fill in.
    pub(crate) autocomplete: &'static str,
    /// For an answer of a few characters.
    pub(crate) short: bool,
    /// What stands in it.
    pub(crate) value: &'a str,
    /// What is wrong with that.
    pub(crate) error: Option<&'a str>,
}

/// A line to fill in, with its label. Its type is erased: a page of several forms would nest deeper
/// than the compiler follows.
pub(crate) fn text_field(field: &TextField<'_>) -> AnyView {
    let TextField { name, label, hint, kind, autocomplete, short, .. } = *field;
    let numeric = kind == "numeric";
    let value = field.value.to_owned();
    let wrong = field.error.is_some();
    let described: Vec<_> = [
        wrong.then(|| format!("{name}-error")),
        (!hint.is_empty()).then(|| format!("{name}-hint")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    view! {
        <div class="field" class:field-short=short class:has-error=wrong>
            <label for=name>{label}</label>
            {(!hint.is_empty())
                .then(|| view! { <p class="hint" id=format!("{name}-hint")>{hint}</p> })}
            {error_line(name, field.error)}
            <input
                id=name
                name=name
                type=if numeric { "text" } else { kind }
                inputmode=numeric.then_some("numeric")
                autocomplete=autocomplete
                value=value
                spellcheck="false"
                aria-describedby=described
                aria-invalid=wrong.then_some("true")
            />
        </div>
    }
    .into_any()
}

/// Lines to fill in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TextArea<'a> {
    pub(crate) name: &'static str,
    pub(crate) label: &'static str,
    pub(crate) hint: &'static str,
    /// What stands in it.
    pub(crate) value: &'a str,
    /// What is wrong with that.
    pub(crate) error: Option<&'a str>,
}

/// Lines to fill in, with their label.
pub(crate) fn text_area(area: &TextArea<'_>) -> impl IntoView + use<> {
    let TextArea { name, label, hint, .. } = *area;
    let wrong = area.error.is_some();
    // Leptos writes what is in a textarea as it is. The first line break in one is dropped by
    // browsers: that one is not of the text.
    let value = format!("\n{}", area.value.replace('&', "&amp;").replace('<', "&lt;"));
    let described =
        if wrong { format!("{name}-error {name}-hint") } else { format!("{name}-hint") };
    view! {
        <div class="field" class:has-error=wrong>
            <label for=name>{label}</label>
            <p class="hint" id=format!("{name}-hint")>{hint}</p>
            {error_line(name, area.error)}
            <textarea
                id=name
                name=name
                rows="4"
                aria-describedby=described
                aria-invalid=wrong.then_some("true")
            >
                {value}
            </textarea>
        </div>
    }
}

/// What is wrong, beside its field.
pub(crate) fn error_line(name: &str, error: Option<&str>) -> impl IntoView + use<> {
    let error = error.map(str::to_owned);
    let id = format!("{name}-error");
    error.map(|error| {
        view! {
            <p class="error" id=id>
                <span class="visually-hidden">{words().join.phrase.error}" "</span>
                {error}
            </p>
        }
    })
}

/// All that is wrong, above the heading, each with the way to its field.
pub(crate) fn error_summary(errors: &[(&'static str, &str)]) -> impl IntoView + use<> {
    let lines: Vec<_> = errors
        .iter()
        .map(|&(name, error)| {
            let error = error.to_owned();
            view! { <li><a href=format!("#{name}")>{error}</a></li> }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <div
                class="error-summary"
                role="alert"
                tabindex="-1"
                autofocus
                aria-labelledby="problem"
            >
                <h2 id="problem">{words().join.phrase.there_is_a_problem}</h2>
                <ul>{lines}</ul>
            </div>
        }
    })
}
