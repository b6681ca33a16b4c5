//! Name and telephone number.

use leptos::prelude::*;
use register::{OwnContact, Version};
use rules::{Field, NameError, Problem};

use super::super::super::form::{TextField, text_field};
use super::{actions, changed_meanwhile, version};
use crate::words::words;

/// Name and telephone number being changed.
#[derive(Debug, Clone)]
pub struct DetailsChange {
    /// Which state of them was seen.
    pub seen: Version,
    /// The name as it is typed.
    pub name: String,
    /// The number as it is typed.
    pub phone: String,
    /// What is wrong with that.
    pub wrong: Vec<WrongOwn>,
    /// The name and the rest as they are now, if they were changed meanwhile.
    pub now: Option<(String, OwnContact)>,
}

/// Why they cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongOwn {
    /// One of them is not right.
    Field(Field, Problem),
    /// Somebody else of this address has this name.
    SameName,
}

impl WrongOwn {
    pub(super) fn says(self) -> (&'static str, &'static str) {
        match self {
            Self::Field(Field::Name, Problem::Name(NameError::Missing)) => {
                ("name", words().change.no_name)
            }
            Self::Field(field, problem) => (field.as_str(), (words().join.problem)(field, problem)),
            Self::SameName => ("name", words().change.same_name),
        }
    }
}

/// `/me/<number>/details`.
pub(super) fn details(form: DetailsChange) -> impl IntoView {
    let w = &words().change;
    let error = |name| {
        form.wrong.iter().map(|wrong| wrong.says()).find(|said| said.0 == name).map(|said| said.1)
    };
    let name = text_field(&TextField {
        name: "name",
        label: w.name,
        kind: "text",
        autocomplete: "name",
        value: &form.name,
        error: error("name"),
        ..TextField::default()
    });
    let phone = text_field(&TextField {
        name: "phone",
        label: w.phone,
        hint: w.phone_hint,
        kind: "tel",
        autocomplete: "tel",
        value: &form.phone,
        error: error("phone"),
        ..TextField::default()
    });
    view! {
        {changed_meanwhile(form.now)}
        <form method="post" novalidate>
            {version(form.seen)}
            {name}
            {phone}
            {actions(w.save)}
        </form>
    }
}
