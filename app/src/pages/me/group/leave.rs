//! A group leaves: what goes and what stays, the question whether that is wanted, and that it is
//! done.

use leptos::prelude::*;
use register::OwnGroup;

use super::super::super::committee::{SignedInPage, Viewer};
use super::super::super::layout::{Page, site};
use super::super::super::paths;
use super::address;
use crate::words::words;

/// What leaving means for a group, and the question whether its contact wants that.
#[derive(Debug, Clone)]
pub struct GroupLeavePage {
    /// Who looks.
    pub viewer: Viewer,
    /// The group.
    pub group: OwnGroup,
    /// Whether it is asked for the last time.
    pub asks: bool,
}

/// What came of it.
#[derive(Debug, Clone)]
pub enum GroupLeaveEnd {
    /// It has left.
    Left,
    /// There is no group to leave: it has left before.
    NotThere(Viewer),
    /// Nobody is signed in; the group may have left before.
    SignedOut,
}

/// `/me/groups/<number>/leave`.
pub(in super::super) fn leave(page: GroupLeavePage) -> AnyView {
    let GroupLeavePage { viewer, group, asks } = page;
    if asks { question(viewer, &group).into_any() } else { meaning(viewer, &group).into_any() }
}

fn meaning(viewer: Viewer, group: &OwnGroup) -> impl IntoView + use<> {
    let w = &words().group_leave;
    let name = &group.group.name;
    let (heading, go_on, back) = ((w.heading)(name), (w.go_on)(name), address(group));
    let goes: Vec<_> = w.goes_points.iter().map(|point| view! { <li>{*point}</li> }).collect();
    let stays: Vec<_> =
        (w.stays_points)(&site()).into_iter().map(|point| view! { <li>{point}</li> }).collect();
    view! {
        <SignedInPage title=w.title viewer=viewer description=w.description>
            <div class="page-head"><h1>{heading}</h1><p class="lead">{w.lead}</p></div>
            <section class="narrow">
                <h2>{words().leave.goes}</h2>
                <ul>{goes}</ul>
                <p>{w.at_once}</p>
                <p>{(words().leave.backups)(&site())}</p>
            </section>
            <section class="narrow">
                <h2>{words().leave.stays}</h2>
                <ul>{stays}</ul>
            </section>
            <section class="narrow">
                <h2>{words().leave.before}</h2>
                <p><a href=paths::ME_EVERYTHING>{words().leave.copy_first}</a></p>
            </section>
            <form method="post">
                <div class="actions">
                    <button class="button" type="submit">{go_on}</button>
                    <a href=back>{w.stay}</a>
                </div>
            </form>
        </SignedInPage>
    }
}

/// The same address, once more.
fn question(viewer: Viewer, group: &OwnGroup) -> impl IntoView + use<> {
    let w = &words().group_leave;
    let check = words().leave.check;
    let back = address(group);
    let lines = (w.check_lines)(&group.group.name, &group.group.number);
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect();
    view! {
        <SignedInPage title=check viewer=viewer description=w.description>
            <div class="page-head"><h1>{check}</h1></div>
            <div class="question">
                {lines}
                <form method="post">
                    <input type="hidden" name="sure" value="yes"/>
                    <div class="actions">
                        <button class="button" type="submit">{w.button}</button>
                        <a href=back>{w.stay}</a>
                    </div>
                </form>
            </div>
        </SignedInPage>
    }
}

/// What is said when there is nothing to leave, or not any more.
pub(in super::super) fn end(end: GroupLeaveEnd) -> AnyView {
    let w = &words().group_leave;
    match end {
        GroupLeaveEnd::Left => view! {
            <Page title=w.left description=w.description>
                <div class="wizard">
                    <h1>{w.left}</h1>
                    {lines(w.left_lines)}
                    <p>{w.join_again} " " <a href=paths::JOIN>{words().leave.join}</a></p>
                    <p><a href=paths::ME>{words().own_group.back}</a></p>
                </div>
            </Page>
        }
        .into_any(),
        GroupLeaveEnd::NotThere(viewer) => view! {
            <SignedInPage title=w.not_there viewer=viewer description=w.description>
                <div class="page-head"><h1>{w.not_there}</h1></div>
                <div class="narrow">{lines(w.not_there_lines)}</div>
            </SignedInPage>
        }
        .into_any(),
        GroupLeaveEnd::SignedOut => view! {
            <Page title=w.signed_out description=w.description>
                <div class="wizard">
                    <h1>{w.signed_out}</h1>
                    {lines(w.signed_out_lines)}
                    <p><a class="button" href=paths::SIGN_IN>{words().leave.sign_in}</a></p>
                </div>
            </Page>
        }
        .into_any(),
    }
}

fn lines(lines: &'static [&'static str]) -> impl IntoView {
    lines.iter().map(|line| view! { <p>{*line}</p> }).collect_view()
}
