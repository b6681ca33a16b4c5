//! The groups that somebody is the contact of, or represents.

use leptos::prelude::*;
use register::OwnGroup;
use rules::SEATS;

use super::super::committee::days::{date, day};
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
    let seats: Vec<_> = group
        .seats
        .iter()
        .map(|seat| view! { <li>{(w.seat)(seat, seat.due.map(date).as_deref())}</li> })
        .collect();
    let seats = (!seats.is_empty()).then(|| view! { <h4>{w.seats}</h4> <ul>{seats}</ul> });
    // Only a contact sees all of the seats.
    let vacant = group.contact.as_ref().and_then(|_| {
        (w.vacant)(SEATS.saturating_sub(group.seats.len())).map(|says| view! { <p>{says}</p> })
    });
    view! {
        <h3>{group.group.name.clone()}</h3>
        <p>{about} " " {branch}</p>
        {contact}
        {seats}
        {vacant}
    }
}
