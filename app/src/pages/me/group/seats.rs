//! The seats of a group: all of them for its contact, for a representative their own.

use leptos::prelude::*;
use register::{OwnGroup, OwnSeat, SeatState};
use rules::SEATS;

use super::super::super::committee::days::date;
use super::address;
use crate::words::words;

/// Their section of the page of the group: both seats for its contact, with what they can do.
pub(super) fn seats(group: &OwnGroup) -> impl IntoView + use<> {
    let inner = if group.contact.is_some() {
        [1, 2].into_iter().map(|place| for_contact(group, place)).collect_view().into_any()
    } else {
        let ways: Vec<_> = group.seats.iter().map(|seat| own_way(group, seat)).collect();
        view! { {seat_lines(group)} <ul>{ways}</ul> }.into_any()
    };
    view! { <section class="narrow"><h2>{words().me.seats}</h2>{inner}</section> }
}

/// A seat, with what its contact can do about it.
fn for_contact(group: &OwnGroup, place: u8) -> AnyView {
    let w = &words().own_seats;
    let base = format!("{}/seats/{place}", address(group));
    let way = |to: &str, says: &'static str| {
        view! { <li><a href=format!("{base}/{to}")>{says}</a></li> }
    };
    let heading = (w.which)(place);
    let Some(seat) = group.seats.iter().find(|seat| seat.place == place) else {
        return view! {
            <h3>{heading}</h3>
            <p>{w.vacant}</p>
            <ul>{way("name", w.to_name)}</ul>
        }
        .into_any();
    };
    let says = (words().me.seat)(seat, seat.due.map(date).as_deref());
    let evidence = match seat.stands.state {
        SeatState::Requested => Some(way("evidence", w.to_supply)),
        SeatState::Supplied | SeatState::Accepted => Some(way("evidence", w.to_sent)),
        SeatState::Vacant | SeatState::Declared | SeatState::Confirmed => None,
    };
    let own = seat.is_own.then(|| own_way(group, seat));
    view! {
        <h3>{heading}</h3>
        <p>{says} "."</p>
        <ul>{evidence} {own} {way("name", w.to_replace)} {way("remove", w.to_remove)}</ul>
    }
    .into_any()
}

/// The way to one's own seat.
fn own_way(group: &OwnGroup, seat: &OwnSeat) -> impl IntoView + use<> {
    let to = format!("{}/seats/{}", address(group), seat.place);
    view! { <li><a href=to>{words().own_seats.to_own}</a></li> }
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
