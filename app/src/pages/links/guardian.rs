//! What a parent or guardian is asked, and what concerns them once they have agreed.

use leptos::prelude::*;
use register::{Everything, GuardianRequest};
use rules::{ConsentKind, ConsentText};

use super::super::committee::days::day;
use super::super::paths;
use super::own_name::{self, NameChange, own_name};
use super::{everything, framed, inner, lines, sure, terms, ways};
use crate::page::LinkPage;
use crate::words::words;

/// A page of a parent or guardian, by the link in a letter.
#[derive(Debug, Clone)]
pub struct GuardianPage {
    /// Where the first of their pages is.
    pub base: String,
    /// What is shown.
    pub shows: ShowsGuardian,
}

/// What a page of a parent or guardian shows.
#[derive(Debug, Clone)]
pub enum ShowsGuardian {
    /// The question, or what they agreed to.
    Guardian {
        /// Which of them.
        page: LinkPage<GuardianRequest>,
        /// Whether they have just put their name right.
        renamed: bool,
    },
    /// Their name being put right.
    Name(NameChange),
    /// Whether they want to take their agreement back.
    Withdraw(GuardianRequest),
    /// They have.
    Withdrawn,
    /// Everything that is held of them.
    Everything(Everything),
}

impl GuardianPage {
    /// Whether the link leads nowhere.
    #[must_use]
    pub const fn is_gone(&self) -> bool {
        matches!(self.shows, ShowsGuardian::Guardian { page: LinkPage::Gone, .. })
    }
}

/// `/guardian/<token>` and what is below it.
pub(crate) fn guardian(page: GuardianPage) -> AnyView {
    let GuardianPage { base, shows } = page;
    let w = &words().own_links;
    match shows {
        ShowsGuardian::Guardian { page, renamed } => {
            let links = &words().links;
            let question = |request: &GuardianRequest| {
                (links.guardian_question)(&request.guardian_name, &request.child_name)
            };
            let held = |request: &GuardianRequest| held(request, &base);
            let inner = inner(&links.guardian, page, question, asked, held);
            let inner = view! { <div class="wizard">{own_name::note(renamed)} {inner}</div> };
            framed(links.guardian.title, None, inner.into_any())
        }
        ShowsGuardian::Name(form) => framed(&own_name::title(&form), None, own_name(&form, &base)),
        ShowsGuardian::Withdraw(request) => {
            let heading = (w.withdraw_heading)(&request.child_name);
            let lines = (w.withdraw_lines)(&request.child_name);
            let back = (w.withdraw_not, base.as_str());
            framed(&heading, None, sure(&heading, lines, w.withdraw_button, back))
        }
        ShowsGuardian::Withdrawn => {
            let inner = view! {
                <div class="wizard">
                    <h1>{w.withdrawn}</h1>
                    {lines(w.withdrawn_lines)}
                    <p><a href=paths::CONTACT>{words().links.contact}</a></p>
                </div>
            };
            framed(w.withdrawn, None, inner.into_any())
        }
        ShowsGuardian::Everything(held) => {
            let inner = everything(&held, w.guardian_everything, &base);
            framed(words().everything.title, None, inner)
        }
    }
}

/// What a yes agrees to in the child's name: the very texts that are then recorded.
fn asked(request: &GuardianRequest) -> impl IntoView + use<> {
    let kinds = [
        Some(ConsentKind::Membership),
        request.newsletter.then_some(ConsentKind::Newsletter),
        request.start_branch.then_some(ConsentKind::StartBranch),
    ];
    let texts: Vec<_> = kinds.into_iter().flatten().map(ConsentKind::current).collect();
    let says = (words().links.guardian_agrees)(&request.child_name);
    view! { <p>{says}</p> {quoted(&texts)} }
}

fn quoted(texts: &[ConsentText]) -> impl IntoView + use<> {
    let quoted = |text: &ConsentText| {
        view! { <li><q>{(words().join.consent)(*text)}</q></li> }
    };
    let texts: Vec<_> = texts.iter().map(quoted).collect();
    view! { <ul>{texts}</ul> }
}

/// What they agreed to, who we have them as, and what they can do; nothing before they have agreed.
fn held(request: &GuardianRequest, base: &str) -> Option<impl IntoView + use<>> {
    let w = &words().own_links;
    request.confirmed.map(|at| {
        let agreed = (w.agreed_on)(&day(at), &request.child_name);
        let lines = vec![
            (w.name, request.guardian_name.clone()),
            (w.email, request.guardian_email.clone()),
            (w.child, request.child_name.clone()),
        ];
        let links = vec![
            (w.rename, format!("{base}/name")),
            (w.everything, format!("{base}/everything")),
            (w.withdraw, format!("{base}/withdraw")),
        ];
        view! {
            <h2>{w.agreed}</h2>
            <p>{agreed}</p>
            {quoted(&request.agreed)}
            <h2>{w.held}</h2>
            {terms(lines)}
            {ways(links)}
        }
    })
}
