//! Asking a representative for evidence.

use leptos::prelude::*;
use register::GroupShown;

use super::super::super::form::{TextField, text_field};
use super::{changed, seat, summary, version};
use crate::words::words;

/// Evidence being asked for.
#[derive(Debug, Clone)]
pub struct AskForm {
    /// The group.
    pub group: GroupShown,
    /// Whom: the first or the second representative.
    pub place: u8,
    /// Until when, as it was typed.
    pub due: String,
    /// What is wrong with that.
    pub wrong: Option<WrongDue>,
    /// Whether somebody else changed the group meanwhile.
    pub changed: bool,
}

/// Why nothing can be due on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongDue {
    /// It is no day.
    NoDay,
    /// It has passed.
    Past,
}

impl WrongDue {
    pub(super) fn says(self) -> (&'static str, &'static str) {
        let w = &words().groups;
        match self {
            Self::NoDay => ("due", w.wrong_due),
            Self::Past => ("due", w.past_due),
        }
    }
}

impl AskForm {
    pub(super) fn wrong(&self) -> AnyView {
        summary(self.wrong.map(WrongDue::says).into_iter())
    }
}

/// The day that something is due.
pub(super) fn due_field(value: &str, error: Option<&str>) -> AnyView {
    let w = &words().groups;
    text_field(&TextField {
        name: "due",
        label: w.due,
        hint: w.due_hint,
        kind: "date",
        autocomplete: "off",
        short: true,
        value,
        error,
    })
}

/// `…/seats/<place>/ask`.
pub(super) fn ask(form: &AskForm, base: &str) -> impl IntoView + use<> {
    let w = &words().groups;
    let holder = &seat(&form.group, form.place).holder;
    let name = holder.as_ref().map_or("", |holder| holder.name.as_str());
    let lines: Vec<_> =
        (w.ask_text)(name).into_iter().map(|line| view! { <p>{line}</p> }).collect();
    view! {
        {changed(form.changed, &form.group)}
        <form class="narrow" method="post" novalidate>
            {lines}
            {version(form.group.version)}
            {due_field(&form.due, form.wrong.map(|wrong| wrong.says().1))}
            <div class="actions">
                <button class="button" type="submit">{w.ask}</button>
                <a href=base.to_owned()>{w.leave}</a>
            </div>
        </form>
    }
}
