//! Answers to choose from, in the forms that the server alone renders.

use leptos::prelude::*;

use super::form::error_line;

/// An answer that can be chosen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Choice {
    pub(crate) value: &'static str,
    pub(crate) label: &'static str,
    /// Empty for none.
    pub(crate) hint: &'static str,
}

/// The answers of a question to choose from, as radio buttons.
pub(crate) fn choices(
    name: &'static str,
    legend: &'static str,
    options: &[Choice],
    chosen: Option<&str>,
    error: Option<&str>,
) -> impl IntoView + use<> {
    let wrong = error.is_some();
    let option = |(at, option): (usize, &Choice)| {
        let Choice { value, label, hint } = *option;
        // The error summary leads to the first answer, so that one bears the field's name.
        let id = if at == 0 { name.to_owned() } else { format!("{name}-{value}") };
        let hint_id = format!("{id}-hint");
        let described = (!hint.is_empty()).then(|| hint_id.clone());
        view! {
            <div class="choice">
                <input
                    type="radio"
                    id=id.clone()
                    name=name
                    value=value
                    checked=chosen == Some(value)
                    aria-describedby=described
                />
                <label for=id>{label}</label>
                {(!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
            </div>
        }
    };
    let options: Vec<_> = options.iter().enumerate().map(option).collect();
    let described = wrong.then(|| format!("{name}-error"));
    view! {
        <fieldset class="field" class:has-error=wrong aria-describedby=described>
            <legend>{legend}</legend>
            <div>{error_line(name, error)}</div>
            <div class="choices">{options}</div>
        </fieldset>
    }
}

/// One of several values, from a list that opens; each with what it says.
pub(crate) fn select_field(
    name: &'static str,
    label: &'static str,
    options: &[(&str, &str)],
    chosen: &str,
    error: Option<&str>,
) -> impl IntoView + use<> {
    let wrong = error.is_some();
    let options: Vec<_> = options
        .iter()
        .map(|&(value, says)| {
            let (selected, value, says) = (value == chosen, value.to_owned(), says.to_owned());
            view! { <option value=value selected=selected>{says}</option> }
        })
        .collect();
    view! {
        <div class="field" class:has-error=wrong>
            <label for=name>{label}</label>
            {error_line(name, error)}
            <select
                id=name
                name=name
                aria-describedby=wrong.then(|| format!("{name}-error"))
                aria-invalid=wrong.then_some("true")
            >
                {options}
            </select>
        </div>
    }
}

/// Something to tick.
pub(crate) fn checkbox(
    id: &'static str,
    name: &'static str,
    value: &'static str,
    label: &'static str,
    ticked: bool,
) -> impl IntoView {
    view! {
        <div class="choice">
            <input type="checkbox" id=id name=name value=value checked=ticked/>
            <label for=id>{label}</label>
        </div>
    }
}
