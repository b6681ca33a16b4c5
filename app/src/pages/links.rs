//! The pages behind the links in letters: a parent or guardian who confirms, a representative who
//! confirms. A look at them changes nothing: programs that check mail follow links.

use leptos::prelude::*;
use register::{GuardianRequest, NewEmail, OfGroup, OldEmail, SeatRequest};
use rules::ConsentKind;

use super::committee::days::moment;
use super::layout::{Page, site};
use super::paths;
use crate::page::LinkPage;
use crate::words::{LinkWords, words};

/// `/guardian/<token>`.
#[component]
pub(crate) fn GuardianPage(page: LinkPage<GuardianRequest>) -> impl IntoView {
    let w = &words().links;
    let question = |request: &GuardianRequest| {
        (w.guardian_question)(&request.guardian_name, &request.child_name)
    };
    link_page(&w.guardian, page, question, consents)
}

/// What a yes agrees to in the child's name: the very texts that are then recorded.
fn consents(request: &GuardianRequest) -> impl IntoView + use<> {
    let kinds = [
        Some(ConsentKind::Membership),
        request.newsletter.then_some(ConsentKind::Newsletter),
        request.start_branch.then_some(ConsentKind::StartBranch),
    ];
    let quoted = |kind: ConsentKind| {
        view! { <li><q>{(words().join.consent)(kind.current())}</q></li> }
    };
    view! {
        <p>{(words().links.guardian_agrees)(&request.child_name)}</p>
        <ul>{kinds.into_iter().flatten().map(quoted).collect_view()}</ul>
    }
}

/// `/representative/<token>`.
#[component]
pub(crate) fn RepresentativePage(page: LinkPage<SeatRequest>) -> impl IntoView {
    let w = &words().links;
    let question = |request: &SeatRequest| (w.seat_question)(&request.name, &request.group);
    link_page(&w.representative, page, question, |_| ())
}

/// `/email/confirm/<token>`.
#[component]
pub(crate) fn NewEmailPage(page: LinkPage<NewEmail>) -> impl IntoView {
    let w = &words().links;
    let question = |asked: &NewEmail| match &asked.group {
        Some(group) => (w.new_contact_question)(&group.name, &asked.email),
        None => (w.new_email_question)(&asked.email),
    };
    let of_group = matches!(
        &page,
        LinkPage::Asks(asked) | LinkPage::Confirmed(asked) if asked.group.is_some()
    );
    link_page(if of_group { &w.new_contact } else { &w.new_email }, page, question, agrees)
}

/// What a yes means besides: that others have the address, and what somebody who becomes the
/// contact of a group agrees to, in the very text that is then recorded.
fn agrees(asked: &NewEmail) -> impl IntoView + use<> {
    let w = &words().links;
    let shared = asked.shared.then(|| view! { <p>{w.new_email_shared}</p> });
    let agrees =
        asked.group.as_ref().filter(|group| group.agrees).map(|OfGroup { name, .. }| {
            let text = (words().join.consent)(ConsentKind::Membership.current());
            view! {
                <p>{(w.new_contact_agrees)(name)}</p>
                <ul><li><q>{text}</q></li></ul>
                <p>{w.new_contact_news}</p>
            }
        });
    view! { {shared} {agrees} }
}

/// `/email/back/<token>`.
#[component]
pub(crate) fn OldEmailPage(page: LinkPage<OldEmail>) -> impl IntoView {
    let w = &words().links;
    let question = |old: &OldEmail| match &old.group {
        Some(group) => (w.old_contact_question)(&old.name, group, &old.email),
        None => (w.old_email_question)(&old.name, &old.email),
    };
    let of_group =
        matches!(&page, LinkPage::Asks(old) | LinkPage::Confirmed(old) if old.group.is_some());
    let until = |old: &OldEmail| {
        let says = (w.old_email_until)(&moment(old.until));
        view! { <p>{says}</p> }
    };
    link_page(if of_group { &w.old_contact } else { &w.old_email }, page, question, until)
}

fn link_page<R, V: IntoView>(
    w: &'static LinkWords,
    page: LinkPage<R>,
    question: impl Fn(&R) -> String,
    agreed: impl Fn(&R) -> V,
) -> impl IntoView {
    let inner = match page {
        LinkPage::Asks(request) => view! {
            <h1>{w.heading}</h1>
            <p>{question(&request)}</p>
            {w.about.iter().map(|line| view! { <p>{*line}</p> }).collect_view()}
            {agreed(&request)}
            <form method="post">
                <div class="actions">
                    <button class="button" type="submit" name="answer" value="confirm">
                        {w.confirm}
                    </button>
                    <button class="button-quiet" type="submit" name="answer" value="decline">
                        {w.decline}
                    </button>
                </div>
            </form>
        }
        .into_any(),
        LinkPage::Confirmed(_) => {
            let next = w.next.map(|(says, to)| view! { <p><a href=to>{says}</a></p> });
            let said = said(w.confirmed, w.confirmed_text.to_owned());
            view! { {said} {next} }.into_any()
        }
        LinkPage::Declined => said(w.declined, w.declined_text.to_owned()).into_any(),
        LinkPage::Gone => said(w.gone, (w.gone_text)(&site().retention)).into_any(),
    };
    view! {
        <Page title=w.title description=w.title>
            <div class="wizard">{inner}</div>
        </Page>
    }
}

fn said(heading: &'static str, text: String) -> impl IntoView {
    view! {
        <h1>{heading}</h1>
        <p>{text}</p>
        <p><a href=paths::CONTACT>{words().links.contact}</a></p>
    }
}
