//! Another contact for a group, or another address of the same: asked for here, confirmed at the new
//! address.

use leptos::prelude::*;
use register::{EmailWaits, Version};
use rules::{Field, Problem};

use super::super::super::committee::days::moment;
use super::super::super::form::{TextField, text_field};
use super::super::super::layout::site;
use super::change::{GroupNow, actions, changed_meanwhile, version};
use crate::words::words;

/// Another contact being given.
#[derive(Debug, Clone)]
pub struct GroupContactForm {
    /// Which state of the group was seen.
    pub seen: Version,
    /// What is typed: the name and the address.
    pub typed: [String; 2],
    /// What is wrong with that.
    pub wrong: Vec<WrongContact>,
    /// What waits to be confirmed.
    pub waits: Option<EmailWaits>,
    /// The group as it is now, if it was changed meanwhile.
    pub now: Option<GroupNow>,
}

/// Why an address is not written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongContact {
    /// The name or the address is not right.
    Field(Field, Problem),
    /// It is the address that we have.
    Same,
    /// They asked too often.
    TooOften,
}

impl GroupContactForm {
    /// The fields of the form, in their order.
    pub const FIELDS: [Field; 2] = [Field::ContactName, Field::ContactEmail];
}

impl WrongContact {
    pub(super) fn says(self) -> (&'static str, &'static str) {
        let email = Field::ContactEmail.as_str();
        match self {
            Self::Field(field, problem) => (field.as_str(), (words().join.problem)(field, problem)),
            Self::Same => (email, words().own_group.same_contact),
            Self::TooOften => (email, words().change.too_often),
        }
    }
}

/// `/me/groups/<number>/contact`.
pub(super) fn contact(form: GroupContactForm, back: &str) -> impl IntoView + use<> {
    let (w, join) = (&words().own_group, &words().join);
    let lines = (w.contact_lines)(site().retention.email);
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect();
    let waits = form.waits.as_ref().map(|waits| {
        let says = waits_for(waits);
        view! {
            <section class="notice">
                <p>{says} " " {words().change.email_replaced}</p>
                <form method="post">
                    {version(form.seen)}
                    <button class="button-quiet" type="submit" name="withdraw" value="yes">
                        {w.contact_withdraw}
                    </button>
                </form>
            </section>
        }
    });
    let error = |name| {
        form.wrong.iter().map(|wrong| wrong.says()).find(|said| said.0 == name).map(|said| said.1)
    };
    let kinds = [("text", "name"), ("email", "email")];
    let fields: Vec<_> = GroupContactForm::FIELDS
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
        {waits}
        {lines}
        <form method="post" novalidate>
            {version(form.seen)}
            {fields}
            {actions(words().change.email_button, back)}
        </form>
    }
}

/// Who is asked, and until when they can say yes.
pub(in super::super) fn waits_for(waits: &EmailWaits) -> String {
    let name = waits.name.as_deref().unwrap_or_default();
    (words().own_group.contact_waits)(name, &waits.email, &moment(waits.until))
}
