//! The page of one's own group: for its contact all of it, for a representative their own seat.

mod change;
mod contact;
mod details;
mod done;
mod house;
mod leave;
mod name;
mod seats;

use leptos::prelude::*;
use register::{OwnBranch, OwnGroup, OwnGroupDetails, OwnGroupShown, Placed};

use super::super::committee::days::day;
use super::super::committee::{SignedInPage, Viewer};
use super::super::paths;
use crate::words::words;

pub(super) use change::change as group_change;
pub use change::{GroupChangePage, GroupNow, ShowsGroupChange};
pub(super) use contact::waits_for;
pub use contact::{GroupContactForm, WrongContact};
pub use details::{GroupDetailsForm, WrongGroup};
pub use done::GroupChanged;
pub use house::{GroupMoveCheck, GroupMoveForm, WrongPostcode};
pub use leave::{GroupLeaveEnd, GroupLeavePage};
pub(super) use leave::{end as group_leave_end, leave as group_leave};
pub use name::{GroupNameForm, GroupRemoveForm, WrongNamed};
pub(super) use seats::{seat_lines, vacant};

/// The page of a group, with who looks.
#[derive(Debug, Clone)]
pub struct OwnGroupPage {
    /// Who looks.
    pub viewer: Viewer,
    /// The group.
    pub shown: OwnGroupShown,
    /// What they have just changed.
    pub changed: Option<GroupChanged>,
}

/// Where the page of a group is.
pub(super) fn address(group: &OwnGroup) -> String {
    format!("{}/{}", paths::ME_GROUPS, group.group.number)
}

/// `/me/groups/<number>`.
pub(super) fn group_page(page: OwnGroupPage) -> impl IntoView {
    let w = &words().own_group;
    let OwnGroupPage { viewer, shown, changed } = page;
    let OwnGroupShown { group, details } = shown;
    let name = group.group.name.clone();
    let (about, contact) = match &details {
        Some(details) => (about(&group, details).into_any(), contact(&group, details).into_any()),
        None => (about_seat(&group).into_any(), ().into_any()),
    };
    let leave = details.is_some().then(|| leave_way(&group));
    view! {
        <SignedInPage title=name.clone() viewer=viewer description=w.description>
            {done::note(changed)}
            <div class="page-head"><h1>{name}</h1></div>
            {about}
            {contact}
            {seats::seats(&group)}
            {branch(&group)}
            {leave}
            {super::write_to_us(())}
            <p><a href=paths::ME>{w.back}</a></p>
        </SignedInPage>
    }
}

/// What its contact sees of it.
fn about(group: &OwnGroup, details: &OwnGroupDetails) -> impl IntoView + use<> {
    let w = &words().own_group;
    let website = details.website.clone();
    let website = website.unwrap_or_else(|| words().change.not_given.to_owned());
    let lines = [
        (w.kind, (words().groups.kind_of)(group.kind).to_owned()),
        (w.number, group.group.number.clone()),
        (w.since, day(group.since)),
        (w.website, website),
        (words().change.postcode, details.postcode.clone()),
    ];
    view! {
        <section class="narrow">
            <h2>{w.about}</h2>
            {terms(lines)}
            <ul>{way(group, "details", w.to_details)} {way(group, "postcode", w.to_move)}</ul>
        </section>
    }
}

/// What a representative sees of it: what their own first page says.
fn about_seat(group: &OwnGroup) -> impl IntoView + use<> {
    let kind = (words().groups.kind_of)(group.kind);
    let about = (words().me.group)(kind, &group.group.number, &day(group.since));
    view! { <section class="narrow"><h2>{words().own_group.about}</h2><p>{about}</p></section> }
}

fn contact(group: &OwnGroup, details: &OwnGroupDetails) -> impl IntoView + use<> {
    let (w, change) = (&words().own_group, &words().change);
    let phone = details.contact_phone.clone();
    let lines = [
        (words().groups.name, details.contact_name.clone()),
        (change.email, details.contact_email.clone()),
        (change.phone, phone.unwrap_or_else(|| change.not_given.to_owned())),
    ];
    let waits = group.contact_waits.as_ref().map(waits_for);
    let waits = waits.map(|says| view! { <p class="notice">{says} " " {w.contact_next}</p> });
    view! {
        <section class="narrow">
            <h2>{w.contact}</h2>
            <p>{w.contact_text}</p>
            {terms(lines)}
            {waits}
            <ul>
                {way(group, "details", w.to_contact)} {way(group, "contact", w.to_hand_over)}
            </ul>
        </section>
    }
}

/// The way to a page that changes something of it.
fn way(group: &OwnGroup, page: &str, says: &'static str) -> impl IntoView + use<> {
    view! { <li><a href=format!("{}/{page}", address(group))>{says}</a></li> }
}

fn leave_way(group: &OwnGroup) -> impl IntoView + use<> {
    let w = &words().group_leave;
    view! {
        <section class="narrow">
            <h2>{w.title}</h2>
            <p>{w.to_page}</p>
            <ul>{way(group, "leave", w.way)}</ul>
        </section>
    }
}

/// Names and values.
fn terms<const N: usize>(lines: [(&'static str, String); N]) -> impl IntoView {
    let lines: Vec<_> = lines
        .into_iter()
        .map(|(what, it)| view! { <div><dt>{what}</dt><dd>{it}</dd></div> })
        .collect();
    view! { <dl class="terms">{lines}</dl> }
}

fn branch(group: &OwnGroup) -> impl IntoView + use<> {
    let (w, me) = (&words().own_group, &words().me);
    let inner = match &group.branch {
        Some(OwnBranch { branch, placed, has_committee }) => {
            let name = &branch.name;
            let says = match placed {
                Some(Placed::ByPostcode) => (w.covered)(name),
                Some(Placed::ByHand) => (w.chosen)(name),
                None => (me.group_in)(name),
            };
            let reach = if *has_committee { me.committee } else { me.no_committee };
            view! { <p>{says}</p> <p>{reach}</p> }.into_any()
        }
        None => view! { <p>{me.group_without}</p> }.into_any(),
    };
    view! { <section class="narrow"><h2>{w.branch}</h2>{inner}</section> }
}
