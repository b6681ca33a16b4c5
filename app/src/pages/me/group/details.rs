//! What a group is called, its website, and who its contact is.

use leptos::prelude::*;
use register::Version;
use rules::{Field, Problem};

use super::super::super::form::{TextField, text_field};
use super::change::{GroupNow, actions, changed_meanwhile, version};
use crate::words::words;

/// The details of a group being changed.
#[derive(Debug, Clone)]
pub struct GroupDetailsForm {
    /// Which state of the group was seen.
    pub seen: Version,
    /// What is typed: the name, the website, the contact's name and their number.
    pub typed: [String; 4],
    /// What is wrong with that.
    pub wrong: Vec<WrongGroup>,
    /// The group as it is now, if it was changed meanwhile.
    pub now: Option<GroupNow>,
}

/// Why they cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongGroup {
    /// One of them is not right.
    Field(Field, Problem),
    /// Another group with the same contact has this name.
    SameName,
}

impl GroupDetailsForm {
    /// The fields of the form, in their order.
    pub const FIELDS: [Field; 4] =
        [Field::GroupName, Field::GroupWebsite, Field::ContactName, Field::ContactPhone];
}

impl WrongGroup {
    pub(super) fn says(self) -> (&'static str, &'static str) {
        match self {
            Self::Field(field, problem) => (field.as_str(), (words().join.problem)(field, problem)),
            Self::SameName => (Field::GroupName.as_str(), words().own_group.same_name),
        }
    }
}

/// `/me/groups/<number>/details`.
pub(super) fn details(form: GroupDetailsForm, back: &str) -> impl IntoView + use<> {
    let join = &words().join;
    let error = |name| {
        form.wrong.iter().map(|wrong| wrong.says()).find(|said| said.0 == name).map(|said| said.1)
    };
    let kinds = [("text", "organization"), ("text", "url"), ("text", "name"), ("tel", "tel")];
    let fields: Vec<_> = GroupDetailsForm::FIELDS
        .into_iter()
        .zip(kinds)
        .zip(&form.typed)
        .map(|((field, (kind, autocomplete)), value)| {
            text_field(&TextField {
                name: field.as_str(),
                label: (join.label)(field),
                hint: (join.hint)(field),
                kind,
                autocomplete,
                value,
                error: error(field.as_str()),
                ..TextField::default()
            })
        })
        .collect();
    view! {
        {changed_meanwhile(form.now)}
        <form method="post" novalidate>
            {version(form.seen)}
            {fields}
            {actions(words().change.save, back)}
        </form>
    }
}
