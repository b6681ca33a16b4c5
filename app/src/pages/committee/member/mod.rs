//! One member: what the register holds of them, notes, and what a committee can change.

mod correct;
mod ending;
mod history;
mod moving;
mod note_form;
mod notes;
mod page;

pub use correct::{DetailsForm, TypedDetails, WrongDetail};
pub use ending::{EndForm, WrongEnd};
pub use moving::{MoveForm, WrongMove};
pub use note_form::NoteForm;
pub use page::{MemberPage, TypedNote};

pub(super) use {
    correct::correct, ending::check, ending::end, moving::moving, note_form::note_form, page::page,
};

use leptos::prelude::*;
use register::Member;

use super::super::form::error_summary;
use crate::words::words;

/// The address of a member within the address of the branch.
pub(super) fn path(base: &str, number: &str) -> String {
    format!("{base}/members/{number}")
}

/// The version of what was seen, which goes with a form.
fn version(version: register::Version) -> impl IntoView {
    let version = version.to_string();
    view! { <input type="hidden" name="version" value=version/> }
}

/// Says that somebody else has changed the member meanwhile, and shows what is there now.
fn changed_meanwhile(now: Option<&Member>) -> impl IntoView + use<> {
    now.map(|now| {
        view! {
            <section class="meanwhile narrow" role="alert">
                <h2>{words().member_forms.meanwhile}</h2>
                <p>{words().member_forms.meanwhile_text}</p>
                {page::details(now)}
                <p>{now.memberships.iter().map(page::standing).collect::<Vec<_>>().join(" ")}</p>
            </section>
        }
    })
}

/// All that is wrong with a form.
fn summary(said: impl Iterator<Item = (&'static str, &'static str)>) -> AnyView {
    error_summary(&said.collect::<Vec<_>>()).into_any()
}
