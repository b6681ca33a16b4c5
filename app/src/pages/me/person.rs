//! Somebody with the address: their card, their rights and their branch.

use leptos::prelude::*;
use register::{OwnBranch, OwnMembership, OwnPerson, OwnStanding, OwnWaiting};
use rules::{AgeNow, Class};

use super::super::committee::days::{date, day, moment};
use super::super::layout::site;
use super::super::{paths, rights};
use super::change::terms;
use crate::words::{Card, words};

/// Their section of a page with so many cards.
pub(super) fn person(person: OwnPerson, cards: usize) -> AnyView {
    let w = &words().me;
    let OwnPerson { name, standing } = person;
    match standing {
        OwnStanding::Member(membership) => member(&name, &membership, cards).into_any(),
        OwnStanding::Waiting(waiting) => waits(name, &waiting).into_any(),
        OwnStanding::Elsewhere => view! {
            <section>
                <h2>{name}</h2>
                <p>{w.elsewhere} " " <a href=paths::SIGN_IN>{w.sign_in_there}</a></p>
            </section>
        }
        .into_any(),
        OwnStanding::NoMember => view! {
            <section>
                <h2>{name}</h2>
                <p>{w.no_member} " " <a href=paths::JOIN>{w.join}</a></p>
            </section>
        }
        .into_any(),
    }
}

/// Of all this, paper gets the card alone.
fn member(name: &str, membership: &OwnMembership, cards: usize) -> impl IntoView + use<> {
    let w = &words().me;
    let may: Vec<_> =
        rights::may(membership.class).into_iter().map(|right| view! { <li>{right}</li> }).collect();
    let full_opens =
        membership.full_opens.map(|opens| view! { <p>{(w.full_opens)(&date(opens))}</p> });
    view! {
        <section class="place own">
            <h2>{name.to_owned()}</h2>
            {card(name, membership)}
            <p class="hint">{(w.print_hint)(cards)}</p>
            <p class="actions">
                <button class="button-quiet print" type="button" hidden>{(w.print)(cards)}</button>
            </p>
            {how_to_reach(name, membership)}
            <h3>{w.rights}</h3>
            <ul>{may}</ul>
            {full_opens}
            {to_other_class(name, membership)}
            <p><a href=paths::MEMBERSHIP>{w.explained}</a></p>
            <h3>{w.branch}</h3>
            {branch(membership)}
            {to_branch(name, membership)}
        </section>
    }
}

/// The way to the other class, where it may be open.
fn to_other_class(name: &str, membership: &OwnMembership) -> Option<impl IntoView + use<>> {
    let says = match (membership.class, membership.age) {
        (Class::Full, _) => words().change.to_associate,
        (Class::Associate, AgeNow::UnderEighteen(_)) => return None,
        (Class::Associate, AgeNow::Adult | AgeNow::Unsaid) => words().change.to_full,
    };
    let to = format!("{}/{}/class", paths::ME, membership.number);
    let of = format!(" ({name})");
    Some(view! { <p><a href=to>{says} <span class="visually-hidden">{of}</span></a></p> })
}

/// The way to another branch.
fn to_branch(name: &str, membership: &OwnMembership) -> impl IntoView + use<> {
    let (to, of) = (format!("{}/{}/branch", paths::ME, membership.number), format!(" ({name})"));
    let says = words().change.to_branch;
    view! { <p><a href=to>{says} <span class="visually-hidden">{of}</span></a></p> }
}

fn card(name: &str, membership: &OwnMembership) -> impl IntoView + use<> {
    let card = Card {
        name,
        class: membership.class,
        number: &membership.number,
        since: membership.since,
        branch: membership.branch.as_ref().map(|own| own.branch.name.as_str()),
    };
    let rows: Vec<_> = (words().card.rows)(&card)
        .into_iter()
        .map(|(what, it)| view! { <div><dt>{what}</dt><dd>{it}</dd></div> })
        .collect();
    view! {
        <div class="card">
            <p class="of">{site().name}</p>
            <dl>{rows}</dl>
        </div>
    }
}

/// How to reach them, and the ways to change it. Where several people have a place on the page,
/// whoever hears a link alone hears whose it is.
fn how_to_reach(name: &str, membership: &OwnMembership) -> impl IntoView + use<> {
    let w = &words().change;
    let base = format!("{}/{}", paths::ME, membership.number);
    let ways: Vec<_> = [(w.to_details, "details"), (w.to_email, "email"), (w.to_house, "postcode")]
        .into_iter()
        .map(|(says, page)| {
            let of = format!(" ({name})");
            view! {
                <li>
                    <a href=format!("{base}/{page}")>
                        {says} <span class="visually-hidden">{of}</span>
                    </a>
                </li>
            }
        })
        .collect();
    view! {
        <h3>{w.details}</h3>
        {terms(None, &membership.contact)}
        <ul>{ways}</ul>
    }
}

fn branch(membership: &OwnMembership) -> AnyView {
    let w = &words().me;
    match &membership.branch {
        Some(OwnBranch { branch, placed, has_committee }) => {
            let reach = if *has_committee { w.committee } else { w.no_committee };
            view! { <p>{(w.in_branch)(&branch.name, *placed)}</p> <p>{reach}</p> }.into_any()
        }
        None if membership.help_offered => view! { <p>{w.helps}</p> }.into_any(),
        None => view! { <p>{w.no_branch}</p> }.into_any(),
    }
}

fn waits(name: String, waiting: &OwnWaiting) -> impl IntoView + use<> {
    let w = &words().me;
    let (asked, until) = (day(waiting.asked), moment(waiting.until));
    let says = (w.will_be)(waiting.class, &waiting.guardian, &asked, &until);
    let branch =
        waiting.branch.as_ref().map(|own| view! { <p>{(w.will_be_in)(&own.branch.name)}</p> });
    view! {
        <section>
            <h2>{name}</h2>
            <p>{says}</p>
            {branch}
        </section>
    }
}
