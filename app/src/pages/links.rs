//! The pages behind the links in letters: a parent or guardian who confirms, a representative who
//! confirms, and what concerns them from then on. A look at them changes nothing: programs that
//! check mail follow links.

mod guardian;
mod own_name;
mod seat;

use leptos::prelude::*;
use register::{Everything, NewEmail, OfGroup, OldEmail};
use rules::ConsentKind;

use super::committee::days::moment;
use super::committee::{SignedInPage, Viewer};
use super::layout::{Page, site};
use super::{me, paths};
use crate::page::LinkPage;
use crate::words::{LinkWords, words};

pub(crate) use guardian::guardian;
pub use guardian::{GuardianPage, ShowsGuardian};
pub use own_name::{NameChange, WrongName};
pub(crate) use seat::seat;
pub use seat::{SeatPage, SeatPlaces, ShowsSeat};

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
        asked.group.as_ref().filter(|group| group.hands_over).map(|OfGroup { name, .. }| {
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
        Some(group) => (w.old_contact_question)(&old.name, &group.name, &old.email),
        None => (w.old_email_question)(&old.name, &old.email),
    };
    let of_group =
        matches!(&page, LinkPage::Asks(old) | LinkPage::Confirmed(old) if old.group.is_some());
    // What is taken back with it, if somebody else had become the contact.
    let yes = |old: &OldEmail| {
        let group = old.group.as_ref();
        let yes =
            group.map(|it| if it.hands_over { w.old_contact_again } else { w.old_contact_same });
        let until = (w.old_email_until)(&moment(old.until));
        view! { {yes.map(lines)} <p>{until}</p> }
    };
    link_page(if of_group { &w.old_contact } else { &w.old_email }, page, question, yes)
}

fn link_page<R, V: IntoView>(
    w: &'static LinkWords,
    page: LinkPage<R>,
    question: impl Fn(&R) -> String,
    agreed: impl Fn(&R) -> V,
) -> impl IntoView {
    let inner = inner(w, page, question, agreed, |_| ());
    framed(w.title, None, view! { <div class="wizard">{inner}</div> }.into_any())
}

/// The question, or what became of it. `held` is what is shown after it for as long as the link
/// leads somewhere.
fn inner<R, V: IntoView, H: IntoView>(
    w: &'static LinkWords,
    page: LinkPage<R>,
    question: impl Fn(&R) -> String,
    agreed: impl Fn(&R) -> V,
    held: impl Fn(&R) -> H,
) -> AnyView {
    match page {
        LinkPage::Asks(request) => view! {
            <h1>{w.heading}</h1>
            <p>{question(&request)}</p>
            {lines(w.about)}
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
            {held(&request)}
        }
        .into_any(),
        LinkPage::Confirmed(request) => {
            let next = w.next.map(|(says, to)| view! { <p><a href=to>{says}</a></p> });
            let said = said(w.confirmed, w.confirmed_text.to_owned());
            view! { {said} {next} {held(&request)} }.into_any()
        }
        LinkPage::Declined => said(w.declined, w.declined_text.to_owned()).into_any(),
        LinkPage::Gone => said(w.gone, (w.gone_text)(&site().retention)).into_any(),
    }
}

fn said(heading: &'static str, text: String) -> impl IntoView {
    view! {
        <h1>{heading}</h1>
        <p>{text}</p>
        <p><a href=paths::CONTACT>{words().links.contact}</a></p>
    }
}

fn lines(lines: &'static [&'static str]) -> impl IntoView {
    lines.iter().map(|line| view! { <p>{*line}</p> }).collect_view()
}

/// The page around it: the one of whoever signed in, for them.
pub(super) fn framed(title: &str, viewer: Option<Viewer>, inner: AnyView) -> AnyView {
    let title = title.to_owned();
    match viewer {
        Some(viewer) => {
            view! { <SignedInPage title=title viewer=viewer>{inner}</SignedInPage> }.into_any()
        }
        None => {
            let description = title.clone();
            view! { <Page title=title description=description>{inner}</Page> }.into_any()
        }
    }
}

/// Names and values.
fn terms(lines: Vec<(&'static str, String)>) -> impl IntoView {
    let lines: Vec<_> = lines
        .into_iter()
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
        .collect();
    view! { <dl class="terms">{lines}</dl> }
}

/// What can be done, as links.
fn ways(ways: Vec<(&'static str, String)>) -> impl IntoView {
    let ways: Vec<_> =
        ways.into_iter().map(|(says, to)| view! { <li><a href=to>{says}</a></li> }).collect();
    view! { <h2>{words().own_links.ways}</h2> <ul>{ways}</ul> }
}

/// A question before something is done that cannot be undone.
fn sure(
    heading: &str,
    lines: Vec<String>,
    button: &'static str,
    (leave, back): (&'static str, &str),
) -> AnyView {
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect();
    let backups = (words().leave.backups)(&site());
    view! {
        <div class="wizard">
            <h1>{heading.to_owned()}</h1>
            {lines}
            <p>{backups}</p>
            <form method="post">
                <input type="hidden" name="sure" value="yes"/>
                <div class="actions">
                    <button class="button" type="submit">{button}</button>
                    <a href=back.to_owned()>{leave}</a>
                </div>
            </form>
        </div>
    }
    .into_any()
}

/// Everything that is held, with the way to its file. `base` is the page that it belongs to.
fn everything(everything: &Everything, about: &'static str, base: &str) -> AnyView {
    let (w, own) = (&words().everything, &words().own_links);
    let put_together = (w.put_together)(&moment(everything.at));
    view! {
        <div class="page-head">
            <h1>{w.title}</h1>
            <p class="lead">{about} " " {put_together}</p>
        </div>
        <section class="narrow">
            <p class="actions">
                <a class="button" href=format!("{base}/everything.json") download>{w.file}</a>
                <a href=base.to_owned()>{own.back}</a>
            </p>
            <p class="hint">{w.file_hint}</p>
        </section>
        {me::everything_parts(everything)}
    }
    .into_any()
}
