//! What is around every page that somebody has to sign in for.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Europe::London;
use http::request::Parts;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use register::Session;

use super::super::layout::Page;
use super::super::paths;
use crate::words::words;

/// Who looks at a page, and until when without doing anything.
#[derive(Debug, Clone)]
pub struct Viewer {
    /// The address that signed in.
    pub email: String,
    /// When the session ends by itself.
    pub ends_at: DateTime<Utc>,
    /// How long that is.
    pub left: TimeDelta,
    /// Which session it is: another one has another mark. It opens nothing.
    pub of: String,
}

impl Viewer {
    /// Whoever has this session now.
    #[must_use]
    pub fn of(session: &Session, now: DateTime<Utc>) -> Self {
        let ends_at = session.ends_at;
        let of = session.latest_end.timestamp_micros().to_string();
        Self { email: session.email.clone(), ends_at, left: ends_at - now, of }
    }
}

/// A page that somebody has to sign in for, with the way out.
#[component]
pub(crate) fn SignedInPage(
    #[prop(into)] title: String,
    viewer: Viewer,
    #[prop(default = words().committee.description)] description: &'static str,
    children: Children,
) -> impl IntoView {
    let w = &words().sign_in;
    let here = use_context::<Parts>();
    // Who has none is led back from there.
    let is_own = |path: &str| path == paths::ME || path.starts_with("/me/");
    let path = here.map(|request| request.uri.path().to_owned());
    let roles = path.filter(|path| !is_own(path)).map(|path| {
        let current = (path == paths::COMMITTEES).then_some("page");
        view! { " " <a href=paths::COMMITTEES aria-current=current>{words().committee.home}</a> }
    });
    let time = viewer.ends_at.with_timezone(&London).format("%H:%M").to_string();
    view! {
        <Page title=title description=description>
            {children()}
            <div
                class="stay"
                id="stay"
                role="alert"
                data-left=viewer.left.num_seconds()
                data-of=viewer.of
            >
                <p id="stay-soon" hidden>{w.stay_soon}</p>
                <p id="stay-on" hidden>{w.stay_on}</p>
                <p id="stay-last" hidden>{w.stay_last}</p>
                <p id="stay-over" hidden>
                    {w.stay_over} " "
                    <a href=paths::SIGN_IN target="_blank">{w.sign_in_beside}</a>
                </p>
                <button class="button" id="stay-button" type="button" hidden>{w.stay}</button>
            </div>
            <script type="module" src="/signed-in.js" nonce=use_nonce()></script>
            <aside class="session" aria-label=w.session>
                <p>{(w.signed_in_as)(&viewer.email)} " " {(w.ends_at)(&time)} {roles}</p>
                <form method="post" action=paths::SIGN_OUT>
                    <button class="button-quiet" type="submit">{w.sign_out}</button>
                </form>
                <form method="post" action=paths::SIGN_OUT_EVERYWHERE>
                    <button class="button-quiet" type="submit">{w.sign_out_everywhere}</button>
                </form>
            </aside>
        </Page>
    }
}
