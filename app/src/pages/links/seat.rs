//! What a representative is asked, and what concerns them for as long as they are in their seat.

use chrono::NaiveDate;
use leptos::prelude::*;
use register::{Everything, SeatRequest, SeatState};

use super::super::committee::Viewer;
use super::super::committee::days::{date, day};
use super::super::paths;
use super::own_name::{self, NameChange, own_name};
use super::{everything, framed, inner, lines, sure, terms, ways};
use crate::page::LinkPage;
use crate::words::words;

/// A page of a representative, by the link in a letter or signed in.
#[derive(Debug, Clone)]
pub struct SeatPage {
    /// Where their pages are.
    pub places: SeatPlaces,
    /// Who looks, if they have signed in.
    pub viewer: Option<Viewer>,
    /// What is shown.
    pub shows: ShowsSeat,
}

/// Where the pages of a representative are.
#[derive(Debug, Clone)]
pub struct SeatPlaces {
    /// The first one.
    pub seat: String,
    /// The one about evidence.
    pub evidence: String,
}

/// What a page of a representative shows.
#[derive(Debug, Clone)]
pub enum ShowsSeat {
    /// The question, or how it stands with the seat.
    Seat {
        /// Which of them.
        page: LinkPage<SeatRequest>,
        /// The day on which they look.
        today: NaiveDate,
        /// Whether they have just put their name right.
        renamed: bool,
    },
    /// Their name being put right.
    Name(NameChange),
    /// Whether they want to stop.
    Stop(SeatRequest),
    /// Everything that is held.
    Everything(Everything),
    /// The seat is not theirs, or not any more.
    NotThere,
    /// Nobody is signed in; they may have stopped before.
    SignedOut,
}

impl SeatPage {
    /// That nobody is signed in. It leads to nobody's seat.
    #[must_use]
    pub fn signed_out() -> Self {
        let places = SeatPlaces { seat: paths::ME.to_owned(), evidence: paths::ME.to_owned() };
        Self { places, viewer: None, shows: ShowsSeat::SignedOut }
    }

    /// Whether the way leads nowhere.
    #[must_use]
    pub const fn is_gone(&self) -> bool {
        matches!(self.shows, ShowsSeat::Seat { page: LinkPage::Gone, .. })
    }
}

/// `/representative/<token>` and what is below it.
pub(crate) fn seat(page: SeatPage) -> AnyView {
    let SeatPage { places, viewer, shows } = page;
    let base = places.seat.as_str();
    let w = &words().own_links;
    match shows {
        ShowsSeat::Seat { page, today, renamed } => {
            let links = &words().links;
            let question =
                |request: &SeatRequest| (links.seat_question)(&request.name, &request.group);
            let held = |request: &SeatRequest| held(request, &places, today);
            let inner = inner(&links.representative, page, question, |_| (), held);
            let inner = view! { <div class="wizard">{own_name::note(renamed)} {inner}</div> };
            framed(links.representative.title, viewer, inner.into_any())
        }
        ShowsSeat::Name(form) => framed(&own_name::title(&form), viewer, own_name(&form, base)),
        ShowsSeat::Stop(request) => {
            let heading = (w.stop_heading)(&request.group);
            let lines = (w.stop_lines)(&request.group);
            framed(&heading, viewer, sure(&heading, lines, w.stop_button, (w.stop_not, base)))
        }
        ShowsSeat::Everything(held) => {
            let inner = everything(&held, w.seat_everything, base);
            framed(words().everything.title, viewer, inner)
        }
        ShowsSeat::NotThere => {
            let back = view! { <p><a href=paths::ME>{words().own_group.back}</a></p> };
            framed(w.not_there, viewer, end(w.not_there, w.not_there_lines, back))
        }
        ShowsSeat::SignedOut => {
            let sign_in = words().leave.sign_in;
            let sign_in = view! { <p><a class="button" href=paths::SIGN_IN>{sign_in}</a></p> };
            framed(w.signed_out, viewer, end(w.signed_out, w.signed_out_lines, sign_in))
        }
    }
}

/// What is said instead of doing it.
fn end(
    heading: &'static str,
    says: &'static [&'static str],
    way: impl IntoView + 'static,
) -> AnyView {
    view! { <div class="wizard"><h1>{heading}</h1> {lines(says)} {way.into_any()}</div> }.into_any()
}

/// Who we have them as, how it stands, and what they can do.
fn held(request: &SeatRequest, places: &SeatPlaces, today: NaiveDate) -> impl IntoView + use<> {
    let w = &words().own_links;
    let group = match &request.branch {
        Some(branch) => (w.group_in)(&request.group, &branch.name),
        None => request.group.clone(),
    };
    let said_yes = request.confirmed.map_or_else(|| w.not_yet.to_owned(), day);
    let late = request.due.is_some_and(|due| due < today);
    let lines = vec![
        (w.name, request.name.clone()),
        (w.email, request.email.clone()),
        (w.group, group),
        (w.named, day(request.declared)),
        (w.said_yes, said_yes),
        (w.chosen, (w.state)(request.state, request.due.map(date).as_deref(), late)),
    ];
    let base = &places.seat;
    let evidence = match request.state {
        SeatState::Requested => Some(w.tell),
        SeatState::Supplied | SeatState::Accepted => Some(w.see),
        SeatState::Vacant | SeatState::Declared | SeatState::Confirmed => None,
    };
    let mut links: Vec<_> =
        evidence.map(|says| (says, places.evidence.clone())).into_iter().collect();
    links.push((w.rename, format!("{base}/rename")));
    links.push((w.everything, format!("{base}/everything")));
    // Whoever has not said yes can say no above.
    links.extend(request.confirmed.map(|_| (w.stop, format!("{base}/stop"))));
    view! { <h2>{w.held}</h2> {terms(lines)} {ways(links)} }
}
