//! The groups that somebody is the contact of, or represents.

use leptos::prelude::*;
use register::OwnGroup;

use super::super::committee::days::day;
use super::group::{address, seat_lines, vacant};
use crate::words::words;

/// Their section of the page, if there are any.
pub(super) fn groups(groups: &[OwnGroup]) -> Option<impl IntoView + use<>> {
    let shown: Vec<_> = groups.iter().map(group).collect();
    (!shown.is_empty()).then(|| {
        view! { <section class="place"><h2>{words().me.groups}</h2>{shown}</section> }
    })
}

fn group(group: &OwnGroup) -> impl IntoView + use<> {
    let w = &words().me;
    let kind = (words().groups.kind_of)(group.kind);
    let about = (w.group)(kind, &group.group.number, &day(group.since));
    let branch = group
        .branch
        .as_ref()
        .map_or_else(|| w.group_without.to_owned(), |own| (w.group_in)(&own.branch.name));
    let contact = group.contact.as_ref().map(|name| view! { <p>{(w.contact)(name)}</p> });
    let seats = seat_lines(group).map(|lines| view! { <h4>{w.seats}</h4> {lines} });
    let own = &words().own_group;
    let way = if group.contact.is_some() { own.to_page } else { own.to_page_seat };
    // Whoever hears a link alone hears of which group it is.
    let of = format!(" ({})", group.group.name);
    view! {
        <h3>{group.group.name.clone()}</h3>
        <p>{about} " " {branch}</p>
        {contact}
        {seats}
        {vacant(group)}
        <p><a href=address(group)>{way} <span class="visually-hidden">{of}</span></a></p>
    }
}
