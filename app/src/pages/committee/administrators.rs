//! The administrators of the network.

use leptos::prelude::*;
use register::HeldRole;

use super::frame::{SignedInPage, Viewer};
use super::roles::{self, RolesShown};
use super::{Done, done::done_note};
use crate::pages::paths;
use crate::words::words;

/// What is shown of the administrators.
#[derive(Debug, Clone)]
pub enum AdministratorsPage {
    /// Who they are.
    List {
        /// All of them, and the form to make somebody one.
        roles: RolesShown,
        /// What has just been done.
        done: Option<Done>,
    },
    /// The question before the role is withdrawn.
    Withdraw(HeldRole),
    /// Nobody could give roles any more: it stays.
    LastOne,
}

/// `/network/administrators` and what is below it.
pub(crate) fn administrators(viewer: Viewer, page: AdministratorsPage) -> impl IntoView {
    let w = &words().roles;
    let base = paths::ADMINISTRATORS;
    let mut before = "";
    let (heading, summary, inner) = match page {
        AdministratorsPage::List { roles: shown, done } => {
            if shown.is_refused() {
                before = words().join.phrase.error_title;
            }
            let summary = view! { {roles::wrong(&shown)} {done_note(done)} }.into_any();
            (w.administrators, summary, roles::roles(shown, base).into_any())
        }
        AdministratorsPage::Withdraw(held) => {
            let inner = roles::withdraw(&held, base.to_owned()).into_any();
            (w.withdraw_heading, ().into_any(), inner)
        }
        AdministratorsPage::LastOne => (
            w.last_one,
            ().into_any(),
            view! {
                <p>{w.last_one_text}</p>
                <p><a href=base>{w.administrators}</a></p>
            }
            .into_any(),
        ),
    };
    view! {
        <SignedInPage title=format!("{before}{heading}") viewer=viewer>
            {summary}
            <div class="page-head"><h1>{heading}</h1></div>
            {inner}
        </SignedInPage>
    }
}
