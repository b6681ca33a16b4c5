//! What is waiting for somebody, each with what to do next.

use leptos::prelude::*;
use register::{OwnGroup, OwnPlace, OwnSeat, OwnStanding, SeatState};

use super::super::committee::days::{date, moment};
use super::group::waits_for;
use crate::words::words;

/// Something that waits: what it is, and what to do.
type Waits = (String, &'static str);

/// Its section of the page, if anything waits.
pub(super) fn waiting(place: &OwnPlace) -> Option<impl IntoView + use<>> {
    let w = &words().me;
    let guardians = place.people.iter().filter_map(|person| match &person.standing {
        OwnStanding::Waiting(waiting) => {
            let says = (w.guardian_waits)(&person.name, &waiting.guardian, &moment(waiting.until));
            Some((says, w.guardian_next))
        }
        _ => None,
    });
    let emails = place.people.iter().filter_map(|person| match &person.standing {
        OwnStanding::Member(membership) => membership.email_waits.as_ref().map(|waits| {
            let says = (words().change.email_waits)(&waits.email, &moment(waits.until));
            (says, words().change.email_next)
        }),
        _ => None,
    });
    let contacts = place.groups.iter().filter_map(|group| {
        let says = waits_for(group.contact_waits.as_ref()?);
        let of = format!("{}: {says}", group.group.name);
        Some((of, w.contact_next))
    });
    let seats = place.groups.iter().flat_map(|group| {
        group.seats.iter().filter(|seat| seat.is_own).filter_map(move |own| seat(group, own))
    });
    let waits: Vec<_> = guardians
        .chain(emails)
        .chain(contacts)
        .chain(seats)
        .map(|(says, next)| view! { <li><strong>{says}</strong> " " {next}</li> })
        .collect();
    (!waits.is_empty()).then(|| {
        view! {
            <section class="narrow">
                <h2>{w.waiting}</h2>
                <ul>{waits}</ul>
                <p>{w.letter_lost}</p>
            </section>
        }
    })
}

fn seat(group: &OwnGroup, seat: &OwnSeat) -> Option<Waits> {
    let w = &words().me;
    let (name, of) = (&seat.name, &group.group.name);
    match (seat.stands.state, seat.due) {
        (SeatState::Declared, _) => Some(((w.seat_waits)(name, of), w.seat_next)),
        (SeatState::Requested, Some(due)) => {
            let says =
                if seat.stands.overdue.is_some() { w.evidence_late } else { w.evidence_waits };
            Some((says(name, of, &date(due)), w.evidence_next))
        }
        _ => None,
    }
}
