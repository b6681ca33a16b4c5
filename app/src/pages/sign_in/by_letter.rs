//! The address, the letter, the code and the link.

use leptos::prelude::*;
use register::SignInLink;
use rules::Field;

use super::super::form::TextField;
use super::super::layout::Page;
use super::super::paths;
use super::{RefusedAddress, RefusedCode, question};
use crate::words::words;

/// `/sign-in`.
pub(super) fn address(refused: Option<&RefusedAddress>, signed_out: bool) -> impl IntoView + use<> {
    let w = &words().sign_in;
    let (value, error) = match refused {
        None => ("", None),
        Some(RefusedAddress::Wrong { given, problem }) => {
            (given.as_str(), Some((words().join.problem)(Field::Email, *problem)))
        }
        Some(RefusedAddress::TooOften { given }) => (given.as_str(), Some(w.too_often)),
    };
    let field = TextField {
        name: "email",
        label: (words().join.label)(Field::Email),
        hint: w.address_hint,
        kind: "email",
        autocomplete: "email",
        short: false,
        value,
        error,
    };
    let after = view! {
        <p class="hint">{w.not_a_member} " " <a href=paths::JOIN>{w.join}</a></p>
    };
    let lines = if signed_out { w.signed_out_lines } else { w.address_lines };
    question(w.address, lines, &field, w.go_on, after)
}

/// `/sign-in/code`: the same whether a letter is on its way or not.
pub(super) fn code(refused: Option<RefusedCode>) -> impl IntoView + use<> {
    let w = &words().sign_in;
    let error = refused.map(|refused| match refused {
        RefusedCode::Wrong { left } => (w.wrong_code)(left),
        RefusedCode::Gone => w.code_gone.to_owned(),
    });
    let field = TextField {
        name: "code",
        label: w.code_label,
        hint: w.code_hint,
        kind: "text",
        autocomplete: "one-time-code",
        short: true,
        error: error.as_deref(),
        ..TextField::default()
    };
    let after = view! {
        <h2>{w.no_letter}</h2>
        <p>{w.no_letter_text}</p>
        <p><a href=paths::SIGN_IN>{w.ask_again}</a></p>
    };
    question(w.code, w.code_lines, &field, w.sign_in, after)
}

/// `/sign-in/link/<token>`. Looking at it signs nobody in: programs that check mail look, too.
pub(super) fn link(link: SignInLink) -> impl IntoView {
    let w = &words().sign_in;
    let (heading, inner) = match link {
        SignInLink::Ready { email } => (
            w.link,
            view! {
                <p>{(w.link_text)(&email)}</p>
                <form method="post">
                    <div class="actions">
                        <button class="button" type="submit">{w.sign_in}</button>
                    </div>
                </form>
            }
            .into_any(),
        ),
        SignInLink::OtherBrowser => (
            w.other_browser,
            w.other_browser_lines
                .iter()
                .map(|line| view! { <p>{*line}</p> })
                .collect_view()
                .into_any(),
        ),
        SignInLink::Gone => (
            w.link_gone,
            view! {
                <p>{w.link_gone_text}</p>
                <p class="actions"><a class="button" href=paths::SIGN_IN>{w.ask_again}</a></p>
            }
            .into_any(),
        ),
    };
    view! {
        <Page title=heading description=w.description>
            <div class="wizard"><h1>{heading}</h1>{inner}</div>
        </Page>
    }
}
