//! The groups of a branch, their seats, and the evidence of how representatives were chosen.

mod ask;
mod judge;
mod list;
mod name;
mod page;
mod view;

pub use ask::{AskForm, WrongDue};
pub use judge::{Decision, JudgeForm, WrongJudgement};
pub use list::GroupList;
pub(crate) use name::fields as name_fields;
pub use name::{NameForm, WrongRepresentative};
pub use page::{GroupPage, NomineeForm};
pub use view::{GroupView, ShowsGroup};

pub(super) use list::list;
pub(crate) use view::group_view;

use leptos::prelude::*;
use register::{GroupShown, SeatShown, SeatStands, Version};

use super::super::form::error_summary;
use super::days::date;
use crate::words::words;

/// The version of what was seen, which goes with a form.
fn version(version: Version) -> impl IntoView {
    let version = version.to_string();
    view! { <input type="hidden" name="version" value=version/> }
}

/// Says that somebody else has changed the group meanwhile, and how it is now.
fn changed(changed: bool, group: &GroupShown) -> AnyView {
    let w = &words().groups;
    if !changed {
        return ().into_any();
    }
    let seats: Vec<_> =
        group.seats.iter().map(|seat| view! { <li>{standing(seat)}</li> }).collect();
    view! {
        <section class="meanwhile narrow" role="alert">
            <h2>{w.changed}</h2>
            <p>{w.changed_text}</p>
            <ul>{seats}</ul>
        </section>
    }
    .into_any()
}

/// A seat in one line: which one, who is in it, how far it has come.
fn standing(seat: &SeatShown) -> String {
    let state = stands(seat.stands);
    match &seat.holder {
        Some(holder) => format!("{}: {}. {state}.", which(seat.place), holder.name),
        None => format!("{}: {state}.", which(seat.place)),
    }
}

/// How it stands with a seat, in words.
fn stands(seat: SeatStands) -> String {
    let w = &words().groups;
    match seat.overdue {
        Some(due) => (w.overdue)(&date(due)),
        None => (w.state)(seat.state).to_owned(),
    }
}

/// What a seat is called.
fn which(place: u8) -> &'static str {
    let w = &words().groups;
    if place == 1 { w.first_seat } else { w.second_seat }
}

/// The seat of this number.
fn seat(group: &GroupShown, place: u8) -> &SeatShown {
    let [first, second] = &group.seats;
    if place == 1 { first } else { second }
}

/// All that is wrong with a form.
fn summary(said: impl Iterator<Item = (&'static str, &'static str)>) -> AnyView {
    error_summary(&said.collect::<Vec<_>>()).into_any()
}
