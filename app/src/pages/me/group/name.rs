//! The contact of a group names a representative, or removes one.

use leptos::prelude::*;
use register::{OwnGroup, OwnSeat, Version};
use rules::Field;

use super::super::super::choices::checkbox;
use super::super::super::committee::{WrongRepresentative, name_fields};
use super::super::super::form::error_line;
use super::change::{actions, version};
use super::seat_lines;
use crate::words::words;

/// A representative being named.
#[derive(Debug, Clone)]
pub struct GroupNameForm {
    /// Which state of the group was seen.
    pub seen: Version,
    /// For the first or the second seat.
    pub place: u8,
    /// Their name, as it is typed.
    pub name: String,
    /// Their address, as it is typed.
    pub email: String,
    /// Whether it is said that the group chose them through a democratic process (R9).
    pub chosen: bool,
    /// What is wrong.
    pub wrong: Vec<WrongNamed>,
    /// Whether the group was changed meanwhile.
    pub changed: bool,
}

/// Why somebody cannot be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongNamed {
    /// They themselves, or how they are written.
    Representative(WrongRepresentative),
    /// It is not said that the group chose them.
    NotChosen,
}

impl WrongNamed {
    pub(super) fn says(self) -> (&'static str, &'static str) {
        match self {
            Self::Representative(wrong) => wrong.says(),
            Self::NotChosen => ("chosen", words().own_seats.not_chosen),
        }
    }
}

/// A representative being removed.
#[derive(Debug, Clone)]
pub struct GroupRemoveForm {
    /// Which state of the group was seen.
    pub seen: Version,
    /// Who is in the seat.
    pub seat: OwnSeat,
    /// Whether the group was changed meanwhile.
    pub changed: bool,
}

/// `/me/groups/<number>/seats/<place>/name`.
pub(super) fn name(form: &GroupNameForm, group: &OwnGroup, back: &str) -> AnyView {
    let now = group.seats.iter().find(|seat| seat.place == form.place);
    let lines = (words().groups.name_text)(now.map(|seat| seat.name.as_str()));
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect();
    let wrong: Vec<_> = form
        .wrong
        .iter()
        .filter_map(|wrong| match wrong {
            WrongNamed::Representative(wrong) => Some(*wrong),
            WrongNamed::NotChosen => None,
        })
        .collect();
    let error = form.wrong.contains(&WrongNamed::NotChosen).then(|| words().own_seats.not_chosen);
    let label = (words().join.label)(Field::FirstChosen);
    view! {
        {meanwhile(form.changed, group)}
        {lines}
        <form method="post" novalidate>
            {version(form.seen)}
            {name_fields(&form.name, &form.email, &wrong)}
            <div class="field" class:has-error=error.is_some()>
                {error_line("chosen", error)}
                {checkbox("chosen", "chosen", "yes", label, form.chosen)}
            </div>
            {actions(words().groups.name_button, back)}
        </form>
    }
    .into_any()
}

/// `/me/groups/<number>/seats/<place>/remove`.
pub(super) fn remove(form: &GroupRemoveForm, group: &OwnGroup, back: &str) -> AnyView {
    let w = &words().own_seats;
    let lines: Vec<_> =
        (w.remove_lines)(&form.seat).into_iter().map(|line| view! { <p>{line}</p> }).collect();
    view! {
        {meanwhile(form.changed, group)}
        {lines}
        <form method="post" novalidate>
            {version(form.seen)}
            {actions(w.remove_button, back)}
        </form>
    }
    .into_any()
}

/// Says that the group was changed meanwhile, and how its seats are now.
fn meanwhile(changed: bool, group: &OwnGroup) -> impl IntoView + use<> {
    changed.then(|| {
        view! {
            <section class="meanwhile" role="alert">
                <h2>{words().change.meanwhile}</h2>
                <p>{words().own_seats.meanwhile_text}</p>
                {seat_lines(group)}
            </section>
        }
    })
}
