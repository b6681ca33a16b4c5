//! What the contact of a group changes of it: a page for each, which says what it means before it
//! is done.

use leptos::prelude::*;
use register::{OwnGroup, OwnGroupDetails, Version};

use super::super::super::committee::{SignedInPage, Viewer};
use super::super::super::form::error_summary;
use super::contact::{self, GroupContactForm};
use super::details::{self, GroupDetailsForm};
use super::house::{self, GroupMoveCheck, GroupMoveForm};
use super::name::{self, GroupNameForm, GroupRemoveForm};
use super::terms;
use crate::words::words;

/// A page that changes something of a group.
#[derive(Debug, Clone)]
pub struct GroupChangePage {
    /// Who looks.
    pub viewer: Viewer,
    /// The group.
    pub group: OwnGroup,
    /// What is shown.
    pub shows: ShowsGroupChange,
}

/// What such a page shows.
#[derive(Debug, Clone)]
pub enum ShowsGroupChange {
    /// The form for what is known of the group and its contact.
    Details(GroupDetailsForm),
    /// The form for another contact.
    Contact(GroupContactForm),
    /// The form for another postcode.
    Move(GroupMoveForm),
    /// What that would change, before it is done.
    MoveCheck(Box<GroupMoveCheck>),
    /// The form for a representative.
    Name(GroupNameForm),
    /// Whether one is to be removed.
    Remove(GroupRemoveForm),
}

/// A group as it is by now, where it was changed while somebody filled in a form.
#[derive(Debug, Clone)]
pub struct GroupNow {
    /// Its name.
    pub name: String,
    /// The rest.
    pub details: OwnGroupDetails,
}

impl ShowsGroupChange {
    fn title(&self) -> &'static str {
        let w = &words().own_group;
        match self {
            Self::Details(_) => w.details_title,
            Self::Contact(_) => w.contact_title,
            Self::Move(_) => w.move_title,
            Self::MoveCheck(_) => words().change.house_check,
            Self::Name(_) => words().own_seats.name_title,
            Self::Remove(_) => words().own_seats.remove_title,
        }
    }

    /// What is wrong with the form, each with its field.
    fn wrong(&self) -> Vec<(&'static str, &'static str)> {
        match self {
            Self::Details(form) => form.wrong.iter().map(|wrong| wrong.says()).collect(),
            Self::Contact(form) => form.wrong.iter().map(|wrong| wrong.says()).collect(),
            Self::Move(form) => form.wrong.map(house::says).into_iter().collect(),
            Self::Name(form) => form.wrong.iter().map(|wrong| wrong.says()).collect(),
            Self::MoveCheck(_) | Self::Remove(_) => Vec::new(),
        }
    }

    fn into_view(self, group: &OwnGroup, back: &str) -> AnyView {
        match self {
            Self::Details(form) => details::details(form, back).into_any(),
            Self::Contact(form) => contact::contact(form, back).into_any(),
            Self::Move(form) => house::house(form, back).into_any(),
            Self::MoveCheck(check) => house::check(*check, back).into_any(),
            Self::Name(form) => name::name(&form, group, back),
            Self::Remove(form) => name::remove(&form, group, back),
        }
    }

    /// Whether something was changed meanwhile, and nothing was done.
    const fn is_conflict(&self) -> bool {
        match self {
            Self::Details(form) => form.now.is_some(),
            Self::Contact(form) => form.now.is_some(),
            Self::Move(form) => form.now.is_some(),
            Self::Name(form) => form.changed,
            Self::Remove(form) => form.changed,
            Self::MoveCheck(_) => false,
        }
    }
}

/// `/me/groups/<number>/...`.
pub(in super::super) fn change(page: GroupChangePage) -> impl IntoView {
    let GroupChangePage { viewer, group, shows } = page;
    let (heading, wrong) = (shows.title(), shows.wrong());
    let is_well = wrong.is_empty() && !shows.is_conflict();
    let before = if is_well { "" } else { words().join.phrase.error_title };
    let whose = (words().change.of)(&group.group.name, &group.group.number);
    let inner = shows.into_view(&group, &super::address(&group));
    view! {
        <SignedInPage
            title=format!("{before}{heading}")
            viewer=viewer
            description=words().own_group.description
        >
            <div class="wizard">
                {error_summary(&wrong)}
                <h1>{heading}</h1>
                {inner}
                <p class="hint">{whose}</p>
            </div>
        </SignedInPage>
    }
}

/// The version of what was seen, which goes with a form.
pub(super) fn version(seen: Version) -> impl IntoView {
    view! { <input type="hidden" name="version" value=seen.to_string()/> }
}

/// The button of a form, and the way out of it, back to the group.
pub(super) fn actions(button: &'static str, back: &str) -> impl IntoView + use<> {
    view! {
        <div class="actions">
            <button class="button" type="submit">{button}</button>
            <a href=back.to_owned()>{words().change.leave}</a>
        </div>
    }
}

/// Says that it was changed meanwhile, on another device perhaps, and shows what is there now.
pub(super) fn changed_meanwhile(now: Option<GroupNow>) -> impl IntoView {
    let (w, change) = (&words().own_group, &words().change);
    now.map(|GroupNow { name, details }| {
        let or_none = |value: Option<String>| value.unwrap_or_else(|| change.not_given.to_owned());
        let lines = [
            (w.name, name),
            (w.website, or_none(details.website)),
            (change.postcode, details.postcode),
            (w.contact, details.contact_name),
            (change.email, details.contact_email),
            (change.phone, or_none(details.contact_phone)),
        ];
        view! {
            <section class="meanwhile" role="alert">
                <h2>{change.meanwhile}</h2>
                <p>{change.meanwhile_text}</p>
                {terms(lines)}
            </section>
        }
    })
}
