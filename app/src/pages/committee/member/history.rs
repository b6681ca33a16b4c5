//! Where a membership has been, and what was agreed to.

use leptos::prelude::*;
use register::{ClassHistory, ConsentGiven, ImportHistory, PlacingHistory};
use rules::ConsentText;

use super::super::days::day;
use crate::words::words;

/// A branch that somebody was in for a time.
pub(super) fn placing(placing: &PlacingHistory) -> impl IntoView + use<> {
    let w = &words().member;
    let branch = placing.branch.as_ref().map_or(w.no_branch, |branch| branch.name.as_str());
    let (from, until) = (day(placing.from), placing.until.map(day));
    let how = placing.placed.map(w.placed);
    let says = (w.placing)(branch, how, &from, until.as_deref());
    let why = placing.why.clone().map(|why| {
        let by = placing.by.as_deref().unwrap_or(w.somebody);
        view! { <p class="written">{(w.moved_by)(by)} " " <q>{why}</q></p> }
    });
    view! { <li>{says} {why}</li> }
}

/// A class that was changed to another.
pub(super) fn class(change: &ClassHistory) -> impl IntoView + use<> {
    let class = words().join.class;
    let says = (words().member.class_change)(class(change.from), class(change.to), &day(change.at));
    view! { <li>{says}</li> }
}

/// From whose list somebody came.
pub(super) fn imported(import: &ImportHistory) -> String {
    let w = &words().member;
    let branch = import.branch.as_ref().map_or(w.no_branch, |branch| branch.name.as_str());
    (words().import.came)(branch, &day(import.at), import.by.as_deref().unwrap_or(w.somebody))
}

/// The very text that was agreed to, and by whom.
pub(super) fn consent(consent: &ConsentGiven) -> impl IntoView + use<> {
    let w = &words().member;
    let text = ConsentText { kind: consent.kind, version: consent.version };
    let declared = consent.given_by == "committee";
    let (text, given) = if declared {
        (words().import.declaration, (words().import.declared)(&day(consent.given)))
    } else {
        let by_guardian = consent.given_by == "guardian";
        ((words().join.consent)(text), (w.consent_given)(&day(consent.given), by_guardian))
    };
    let withdrawn = consent.withdrawn.map(|at| (w.consent_withdrawn)(&day(at)));
    view! { <li><q>{text}</q> " " {given} " " {withdrawn}</li> }
}
