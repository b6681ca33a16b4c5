//! What somebody agreed to, in the words that they agreed to, each with the way to take it back.

use leptos::prelude::*;
use register::{ConsentGiven, OwnAgreed};
use rules::{ConsentKind, ConsentText};

use super::super::committee::days::day;
use super::super::paths;
use crate::words::words;

/// The words of the change that a form asks for.
const STOP_NEWS: &str = "stop-news";
const GIVE_NEWS: &str = "give-news";
const STOP_HELP: &str = "stop-help";

/// Reads which change a form asks for.
#[must_use]
pub fn agreed_change(text: &str) -> Option<register::AgreedChange> {
    match text {
        STOP_NEWS => Some(register::AgreedChange::StopNews),
        GIVE_NEWS => Some(register::AgreedChange::GiveNews),
        STOP_HELP => Some(register::AgreedChange::StopHelp),
        _ => None,
    }
}

/// Their section of the first page, if there is anybody.
pub(super) fn agreed(all: &[OwnAgreed]) -> Option<impl IntoView + use<>> {
    let w = &words().agreed;
    let several = all.len() > 1;
    let each: Vec<_> = all.iter().map(|agreed| of_one(agreed, several)).collect();
    (!each.is_empty()).then(|| {
        view! {
            <section class="narrow" id="agreed">
                <h2>{w.title}</h2>
                <p>{w.lead}</p>
                {each}
            </section>
        }
    })
}

fn of_one(agreed: &OwnAgreed, several: bool) -> impl IntoView + use<> {
    let w = &words().agreed;
    let name = several.then(|| agreed.name.clone());
    let heading = name.clone().map(|name| view! { <h3>{name}</h3> });
    let consents: Vec<_> = agreed.consents.iter().map(consent).collect();
    let stands = |kind: ConsentKind| {
        agreed.consents.iter().any(|given| given.kind == kind && given.withdrawn.is_none())
    };
    let news = match (stands(ConsentKind::Newsletter), agreed.may_agree) {
        (true, _) => change(agreed, STOP_NEWS, (w.stop_news)(name.as_deref())),
        (false, true) => {
            let text = (words().join.consent)(ConsentKind::Newsletter.current());
            let button = change(agreed, GIVE_NEWS, (w.give_news)(name.as_deref()));
            view! { <p>{w.no_news} " " <q>{text}</q></p> {button} }.into_any()
        }
        (false, false) => view! { <p>{w.news_by_guardian}</p> }.into_any(),
    };
    let help = stands(ConsentKind::StartBranch)
        .then(|| change(agreed, STOP_HELP, (w.stop_help)(name.as_deref())));
    let rests = (!agreed.is_group).then(|| {
        view! { <p>{w.rests} " " <a href=paths::ME_LEAVE>{words().leave.way}</a></p> }
    });
    view! { {heading} <ul>{consents}</ul> {news} {help} {rests} }
}

fn consent(given: &ConsentGiven) -> impl IntoView + use<> {
    let w = &words().agreed;
    let text = match given.given_by.as_str() {
        "committee" => words().import.declaration,
        _ => (words().join.consent)(ConsentText { kind: given.kind, version: given.version }),
    };
    let by = (w.given)(&given.given_by, &day(given.given));
    let withdrawn = given.withdrawn.map(|at| (w.withdrawn)(&day(at)));
    view! { <li><q>{text}</q> " " {by} " " {withdrawn}</li> }
}

fn change(agreed: &OwnAgreed, change: &'static str, says: String) -> AnyView {
    view! {
        <form method="post" action=paths::ME_AGREED>
            <input type="hidden" name="number" value=agreed.number.clone()/>
            <input type="hidden" name="change" value=change/>
            <div class="actions"><button class="button-quiet" type="submit">{says}</button></div>
        </form>
    }
    .into_any()
}
