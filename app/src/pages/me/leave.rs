//! Leaving: what goes and what stays, the question whether that is wanted, and that it is done.

use leptos::prelude::*;
use register::{OwnGroup, OwnPerson, OwnPlace, OwnStanding, Role};

use super::super::committee::{SignedInPage, Viewer};
use super::super::layout::{Page, site};
use super::super::paths;
use crate::words::words;

/// What leaving means for everybody with an address.
#[derive(Debug, Clone)]
pub struct LeavePage {
    /// Who looks.
    pub viewer: Viewer,
    /// What is held under their address.
    pub place: OwnPlace,
    /// What the address may see of others.
    pub roles: Vec<Role>,
}

/// The question whether somebody wants to leave.
#[derive(Debug, Clone)]
pub struct LeaveQuestion {
    /// Who looks.
    pub viewer: Viewer,
    /// Who would leave.
    pub person: OwnPerson,
    /// The number of their membership.
    pub number: String,
}

/// What came of it.
#[derive(Debug, Clone)]
pub enum LeaveEnd {
    /// They have left.
    Left,
    /// There is nobody to leave: they have left before.
    NotThere(Viewer),
    /// Nobody is signed in; they may have left before.
    SignedOut,
}

/// `/me/leave`.
pub(super) fn leave(page: LeavePage) -> impl IntoView {
    let w = &words().leave;
    let LeavePage { viewer, place, roles } = page;
    let leavers: Vec<_> = place.people.iter().filter_map(leaver).collect();
    let inner = if leavers.is_empty() {
        view! { <section class="narrow"><p>{w.nobody}</p></section> }.into_any()
    } else {
        let several = place.people.len() > 1;
        let leavers: Vec<_> = leavers.iter().map(|who| each(who, several)).collect();
        view! { {meaning(&place.groups, &roles)} {leavers} }.into_any()
    };
    view! {
        <SignedInPage title=w.title viewer=viewer description=w.description>
            <div class="page-head"><h1>{w.title}</h1><p class="lead">{w.lead}</p></div>
            {inner}
            <p class="actions"><a href=paths::ME>{w.stay}</a></p>
        </SignedInPage>
    }
}

/// Somebody who can leave, and the number by which.
fn leaver(person: &OwnPerson) -> Option<(&OwnPerson, &str)> {
    match &person.standing {
        OwnStanding::Member(member) => Some((person, &member.number)),
        OwnStanding::Waiting(waiting) => Some((person, &waiting.number)),
        OwnStanding::Elsewhere | OwnStanding::NoMember => None,
    }
}

fn meaning(groups: &[OwnGroup], roles: &[Role]) -> impl IntoView + use<> {
    let w = &words().leave;
    let goes: Vec<_> = w.goes_points.iter().map(|point| view! { <li>{*point}</li> }).collect();
    let stays: Vec<_> =
        (w.stays_points)(&site()).into_iter().map(|point| view! { <li>{point}</li> }).collect();
    let of_groups = groups.iter().flat_map(|group| {
        let name = &group.group.name;
        let contact = group.contact.as_ref().map(|_| (w.contact_of)(name));
        let seat = group.seats.iter().any(|seat| seat.is_own).then(|| (w.represents)(name));
        contact.into_iter().chain(seat)
    });
    let goes_on: Vec<_> = of_groups
        .chain(roles.iter().map(w.role))
        .map(|line| view! { <li>{line} "."</li> })
        .collect();
    let goes_on = (!goes_on.is_empty()).then(|| {
        view! { <section class="narrow"><h2>{w.goes_on}</h2><ul>{goes_on}</ul></section> }
    });
    view! {
        <section class="narrow">
            <h2>{w.goes}</h2>
            <ul>{goes}</ul>
            <p>{w.at_once}</p>
            <p>{(w.backups)(&site())}</p>
        </section>
        <section class="narrow"><h2>{w.stays}</h2><ul>{stays}</ul></section>
        {goes_on}
        <section class="narrow">
            <h2>{w.before}</h2>
            <p><a href=paths::ME_EVERYTHING>{w.copy_first}</a></p>
        </section>
    }
}

fn each((person, number): &(&OwnPerson, &str), several: bool) -> impl IntoView + use<> {
    let w = &words().leave;
    let name = person.name.clone();
    let others = several.then(|| view! { <p>{(w.others)(&name)}</p> });
    view! {
        <section class="narrow">
            <h2>{(w.who)(&name, &person.standing)}</h2>
            {others}
            <form method="post" action=paths::ME_LEAVE>
                <input type="hidden" name="number" value=(*number).to_owned()/>
                <div class="actions">
                    <button class="button" type="submit">{(w.go_on)(&name)}</button>
                </div>
            </form>
        </section>
    }
}

/// The same address, once it is known who.
pub(super) fn question(page: LeaveQuestion) -> impl IntoView {
    let w = &words().leave;
    let LeaveQuestion { viewer, person, number } = page;
    let lines: Vec<_> = (w.check_lines)(&person.name, &person.standing)
        .into_iter()
        .map(|line| view! { <p>{line}</p> })
        .collect();
    view! {
        <SignedInPage title=w.check viewer=viewer description=w.description>
            <div class="page-head"><h1>{w.check}</h1></div>
            <div class="question">
                {lines}
                <form method="post" action=paths::ME_LEAVE>
                    <input type="hidden" name="number" value=number/>
                    <input type="hidden" name="sure" value="yes"/>
                    <div class="actions">
                        <button class="button" type="submit">{w.button}</button>
                        <a href=paths::ME>{w.stay}</a>
                    </div>
                </form>
            </div>
        </SignedInPage>
    }
}

/// `/left`, and what is said instead of it.
pub(super) fn end(end: LeaveEnd) -> AnyView {
    let w = &words().leave;
    match end {
        LeaveEnd::Left => view! {
            <Page title=w.left description=w.description>
                <div class="wizard">
                    <h1>{w.left}</h1>
                    {lines(w.left_lines)}
                    <p>{w.join_again} " " <a href=paths::JOIN>{w.join}</a></p>
                </div>
            </Page>
        }
        .into_any(),
        LeaveEnd::NotThere(viewer) => view! {
            <SignedInPage title=w.not_there viewer=viewer description=w.description>
                <div class="page-head"><h1>{w.not_there}</h1></div>
                <div class="narrow">{lines(w.not_there_lines)}</div>
            </SignedInPage>
        }
        .into_any(),
        LeaveEnd::SignedOut => view! {
            <Page title=w.signed_out description=w.description>
                <div class="wizard">
                    <h1>{w.signed_out}</h1>
                    {lines(w.signed_out_lines)}
                    <p><a class="button" href=paths::SIGN_IN>{w.sign_in}</a></p>
                </div>
            </Page>
        }
        .into_any(),
    }
}

fn lines(lines: &'static [&'static str]) -> impl IntoView {
    lines.iter().map(|line| view! { <p>{*line}</p> }).collect_view()
}
