//! Naming a representative, in the place of another or in a seat that is vacant.

use leptos::prelude::*;
use register::GroupShown;
use rules::{Field, NameError, Problem};

use super::super::super::form::{TextField, text_field};
use super::{changed, seat, summary, version};
use crate::words::words;

/// A representative being named.
#[derive(Debug, Clone)]
pub struct NameForm {
    /// The group.
    pub group: GroupShown,
    /// For the first or the second seat.
    pub place: u8,
    /// Their name, as it was typed.
    pub name: String,
    /// Their address, as it was typed.
    pub email: String,
    /// What is wrong.
    pub wrong: Vec<WrongRepresentative>,
    /// Whether somebody else changed the group meanwhile.
    pub changed: bool,
}

/// Why somebody cannot be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongRepresentative {
    /// The name is not right.
    Name(Problem),
    /// The address is not right.
    Email(Problem),
    /// They represent the group already.
    Already,
    /// The group's contact had somebody named too often today.
    TooOften,
}

impl WrongRepresentative {
    pub(crate) fn says(self) -> (&'static str, &'static str) {
        let w = &words().groups;
        match self {
            Self::Name(Problem::Name(NameError::Missing)) => ("name", w.no_name),
            Self::Name(problem) => ("name", (words().join.problem)(Field::Name, problem)),
            Self::Email(problem) => ("email", (words().join.problem)(Field::Email, problem)),
            Self::Already => ("name", w.named_already),
            Self::TooOften => ("email", words().own_seats.named_too_often),
        }
    }
}

impl NameForm {
    pub(super) fn wrong(&self) -> AnyView {
        summary(self.wrong.iter().map(|wrong| wrong.says()))
    }
}

/// `…/seats/<place>/name`.
pub(super) fn name(form: &NameForm, base: &str) -> impl IntoView + use<> {
    let w = &words().groups;
    let now = seat(&form.group, form.place).holder.as_ref().map(|holder| holder.name.as_str());
    let lines: Vec<_> =
        (w.name_text)(now).into_iter().map(|line| view! { <p>{line}</p> }).collect();
    view! {
        {changed(form.changed, &form.group)}
        <form class="narrow" method="post" novalidate>
            {lines}
            {version(form.group.version)}
            {fields(&form.name, &form.email, &form.wrong)}
            <div class="actions">
                <button class="button" type="submit">{w.name_button}</button>
                <a href=base.to_owned()>{w.leave}</a>
            </div>
        </form>
    }
}

/// The two lines of the form, wherever somebody is named.
pub(crate) fn fields(name: &str, email: &str, wrong: &[WrongRepresentative]) -> AnyView {
    let w = &words().groups;
    let error = |name| {
        wrong.iter().map(|wrong| wrong.says()).find(|said| said.0 == name).map(|said| said.1)
    };
    let line = |name, label, hint, kind, value| {
        text_field(&TextField {
            name,
            label,
            hint,
            kind,
            autocomplete: "off",
            value,
            error: error(name),
            ..TextField::default()
        })
    };
    view! {
        {line("name", w.name_label, "", "text", name)}
        {line("email", w.email_label, w.email_hint, "email", email)}
    }
    .into_any()
}
