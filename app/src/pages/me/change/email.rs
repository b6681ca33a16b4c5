//! Another e-mail address: asked for here, confirmed at the new one.

use leptos::prelude::*;
use register::{EmailWaits, OwnContact, Version};
use rules::{EmailError, Field, Problem};

use super::super::super::committee::days::moment;
use super::super::super::form::{TextField, text_field};
use super::super::super::layout::site;
use super::{actions, changed_meanwhile, version};
use crate::words::words;

/// Another address being given.
#[derive(Debug, Clone)]
pub struct EmailForm {
    /// Which state of the member was seen.
    pub seen: Version,
    /// What was typed.
    pub email: String,
    /// What is wrong with that.
    pub wrong: Option<WrongEmail>,
    /// What waits to be confirmed.
    pub waits: Option<EmailWaits>,
    /// The name and the rest as they are now, if they were changed meanwhile.
    pub now: Option<(String, OwnContact)>,
}

/// Why an address is not written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongEmail {
    /// None was given.
    Missing,
    /// It is none.
    Not(EmailError),
    /// It is the one that they have.
    Same,
    /// They asked too often.
    TooOften,
}

impl WrongEmail {
    pub(super) fn says(self) -> (&'static str, &'static str) {
        let w = &words().change;
        let says = match self {
            Self::Missing => w.no_email,
            Self::Not(wrong) => (words().join.problem)(Field::Email, Problem::Email(wrong)),
            Self::Same => w.same_email,
            Self::TooOften => w.too_often,
        };
        (Field::Email.as_str(), says)
    }
}

/// `/me/<number>/email`.
pub(super) fn email(form: EmailForm) -> impl IntoView {
    let w = &words().change;
    let lines = (w.email_text)(site().retention.email);
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect();
    let waits = form.waits.as_ref().map(|waits| {
        let says = (w.email_waits)(&waits.email, &moment(waits.until));
        view! {
            <section class="notice">
                <p>{says} " " {w.email_replaced}</p>
                <form method="post">
                    {version(form.seen)}
                    <input type="hidden" name="email" value=""/>
                    <button class="button-quiet" type="submit" name="withdraw" value="yes">
                        {w.email_withdraw}
                    </button>
                </form>
            </section>
        }
    });
    let field = text_field(&TextField {
        name: Field::Email.as_str(),
        label: w.new_email,
        kind: "email",
        autocomplete: "email",
        value: &form.email,
        error: form.wrong.map(|wrong| wrong.says().1),
        ..TextField::default()
    });
    view! {
        {changed_meanwhile(form.now)}
        {waits}
        {lines}
        <form method="post" novalidate>
            {version(form.seen)}
            {field}
            {actions(w.email_button)}
        </form>
    }
}
