//! The second step, for whoever can see other people's data: a code from an app.

use leptos::prelude::*;

use super::super::form::{TextField, error_summary, text_field};
use super::super::layout::Page;
use super::super::paths;
use super::{RefusedStep, question};
use crate::words::words;

/// `/sign-in/set-up`.
pub(super) fn set_up(picture: String, secret: String, refused: bool) -> impl IntoView {
    let w = &words().sign_in;
    let error = refused.then_some(w.wrong_step);
    let summary =
        error_summary(&error.map(|error| ("code", error)).into_iter().collect::<Vec<_>>());
    let title = if refused { words().join.phrase.error_title } else { "" };
    view! {
        <Page title=format!("{title}{}", w.set_up) description=w.description>
            <div class="wizard">
                {summary}
                <h1>{w.set_up}</h1>
                {w.set_up_lines.iter().map(|line| view! { <p>{*line}</p> }).collect_view()}
                <ol>
                    <li>{w.set_up_app}</li>
                    <li>
                        {w.set_up_scan}
                        <div class="qr" role="img" aria-label=w.picture inner_html=picture></div>
                        <p>{w.set_up_type}</p>
                        <p><code class="secret">{secret}</code></p>
                    </li>
                    <li>{w.set_up_code}</li>
                </ol>
                <form method="post" novalidate>
                    {text_field(&six_figures(error))}
                    <div class="actions">
                        <button class="button" type="submit">{w.go_on}</button>
                    </div>
                </form>
                {to_own()}
            </div>
        </Page>
    }
}

/// After the app was added: shown once, and never again.
pub(super) fn recovery_codes(codes: Vec<String>) -> impl IntoView {
    let w = &words().sign_in;
    let codes = codes.into_iter().map(|code| view! { <li><code>{code}</code></li> });
    view! {
        <Page title=w.recovery description=w.description>
            <div class="wizard">
                <h1>{w.recovery}</h1>
                {w.recovery_lines.iter().map(|line| view! { <p>{*line}</p> }).collect_view()}
                <ul class="codes">{codes.collect_view()}</ul>
                <p class="actions">
                    <a class="button" href=paths::COMMITTEES>{w.kept}</a>
                </p>
            </div>
        </Page>
    }
}

/// `/sign-in/second-step`.
pub(super) fn code(refused: Option<RefusedStep>) -> impl IntoView {
    let w = &words().sign_in;
    let error = refused.map(|refused| match refused {
        RefusedStep::Wrong => w.wrong_step,
        RefusedStep::Locked => w.locked,
    });
    let after = view! {
        <p><a href=paths::RECOVERY_CODE>{w.use_recovery_code}</a></p>
        {to_own()}
    };
    question(w.step, w.step_lines, &six_figures(error), w.sign_in, after)
}

/// `/sign-in/recovery-code`.
pub(super) fn recovery_code(refused: Option<RefusedStep>) -> impl IntoView {
    let w = &words().sign_in;
    let error = refused.map(|refused| match refused {
        RefusedStep::Wrong => w.wrong_recovery_code,
        RefusedStep::Locked => w.locked,
    });
    let field = TextField {
        name: "code",
        label: w.recovery_label,
        hint: w.recovery_hint,
        kind: "text",
        autocomplete: "off",
        short: true,
        error,
        ..TextField::default()
    };
    let after = view! { <p><a href=paths::SECOND_STEP>{w.use_app}</a></p> };
    question(w.use_recovery_code, w.recovery_code_lines, &field, w.sign_in, after)
}

/// What is one's own takes no second step.
fn to_own() -> impl IntoView {
    view! { <p><a href=paths::ME>{words().me.to_own}</a></p> }
}

fn six_figures(error: Option<&'static str>) -> TextField<'static> {
    let w = &words().sign_in;
    TextField {
        name: "code",
        label: w.step_label,
        hint: w.step_hint,
        kind: "numeric",
        autocomplete: "one-time-code",
        short: true,
        error,
        ..TextField::default()
    }
}
