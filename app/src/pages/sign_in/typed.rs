//! After a form that was sent when the session had ended: what was typed, to be sent again.

use leptos::prelude::*;

use super::super::evidence::evidence_form;
use super::super::layout::Page;
use super::super::paths;
use crate::words::words;

/// The page. `to` is where the form goes, in its own address.
pub(super) fn typed(to: String, fields: Vec<(String, String)>) -> impl IntoView {
    let w = &words().sign_in;
    let fields: Vec<_> = fields
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect();
    let form = view! {
        <form method="post" action=to>
            {fields}
            <div class="actions">
                <button class="button-quiet" type="submit">{w.send_again}</button>
            </div>
        </form>
    };
    page(form.into_any())
}

/// The same for evidence: a file is chosen again.
pub(super) fn evidence(to: String, text: &str) -> impl IntoView + use<> {
    let form = evidence_form(to, text, &[], words().sign_in.send_again);
    let again = words().evidence.choose_again;
    page(view! { <p>{again}</p> {form} }.into_any())
}

fn page(form: AnyView) -> impl IntoView {
    let w = &words().sign_in;
    view! {
        <Page title=w.typed description=w.description>
            <div class="wizard">
                <h1>{w.typed}</h1>
                {w.typed_lines.iter().map(|line| view! { <p>{*line}</p> }).collect_view()}
                <p><a class="button" href=paths::SIGN_IN target="_blank">{w.sign_in_beside}</a></p>
                {form}
            </div>
        </Page>
    }
}
