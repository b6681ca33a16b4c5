//! The seats of a group: all of them for its contact, for a representative their own.

use leptos::prelude::*;
use register::OwnGroup;
use rules::SEATS;

use super::super::super::committee::days::date;
use crate::words::words;

/// Their section of the page of the group.
pub(super) fn seats(group: &OwnGroup) -> impl IntoView + use<> {
    view! {
        <section class="narrow">
            <h2>{words().me.seats}</h2>
            {seat_lines(group)}
            {vacant(group)}
        </section>
    }
}

/// Who is in them and how far each has come, if anybody is.
pub(in super::super) fn seat_lines(group: &OwnGroup) -> Option<impl IntoView + use<>> {
    let lines: Vec<_> = group
        .seats
        .iter()
        .map(|seat| {
            view! { <li>{(words().me.seat)(seat, seat.due.map(date).as_deref())}</li> }
        })
        .collect();
    (!lines.is_empty()).then(|| view! { <ul>{lines}</ul> })
}

/// That there is room for somebody: only a contact sees all of the seats.
pub(in super::super) fn vacant(group: &OwnGroup) -> Option<impl IntoView + use<>> {
    group.contact.as_ref()?;
    (words().me.vacant)(SEATS.saturating_sub(group.seats.len())).map(|says| view! { <p>{says}</p> })
}
