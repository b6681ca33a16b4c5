//! The pages that only a demo has, for requests from this machine alone.

use app::demo::DemoPage;
use app::{Page, Trouble, trouble_of};
use axum::extract::{Path, Request, State};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Extension, Router};
use register::{InBranch, Token};

use super::Demo;
use super::loopback;
use super::sign_in::NotSignedIn;
use crate::answer::redirect;
use crate::form::Posted;
use crate::pages::not_found;
use crate::state::AppState;
use crate::visit::Visit;

/// The pages of a demo.
pub(crate) fn routes(demo: &Demo, state: &AppState) -> Router<AppState> {
    Router::new()
        .route("/demo", get(start))
        .route("/demo/chair/{branch}", post(chair))
        .route("/demo/administrator", post(administrator))
        .route("/demo/member", post(member))
        .route("/demo/representative", post(representative))
        .route("/demo/contact", post(contact))
        .route("/demo/guardian", post(guardian))
        .route("/demo/letters", get(letters))
        .route("/demo/letters/{number}", get(letter))
        .layer(Extension(demo.clone()))
        .layer(middleware::from_fn_with_state(state.clone(), from_here))
}

/// For anybody else there is nothing here.
async fn from_here(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if loopback::is_from_here(&request) {
        next.run(request).await
    } else {
        not_found(State(state), request.uri().clone()).await
    }
}

/// `GET /demo`.
async fn start(visit: Visit) -> Response {
    match visit.register().branches().await {
        Ok(branches) => {
            let branches = branches
                .iter()
                .map(|branch| InBranch { slug: branch.slug.clone(), name: branch.name.clone() })
                .collect();
            visit.show(Page::Demo(DemoPage::Start { branches })).await
        }
        Err(error) => visit.fault(&error).await,
    }
}

/// `POST /demo/chair/<branch>`.
async fn chair(
    visit: Visit,
    Extension(demo): Extension<Demo>,
    Path(branch): Path<String>,
    form: Posted,
) -> Response {
    let signing_in = demo.chair(&visit.state, &branch);
    enter(&visit, form, signing_in, &format!("/committee/{branch}")).await
}

/// `POST /demo/administrator`.
async fn administrator(visit: Visit, Extension(demo): Extension<Demo>, form: Posted) -> Response {
    enter(&visit, form, demo.administrator(&visit.state), "/committee").await
}

/// `POST /demo/member`.
async fn member(visit: Visit, Extension(demo): Extension<Demo>, form: Posted) -> Response {
    enter(&visit, form, demo.member(&visit.state), "/me").await
}

/// `POST /demo/representative`.
async fn representative(visit: Visit, Extension(demo): Extension<Demo>, form: Posted) -> Response {
    enter(&visit, form, demo.representative(&visit.state), "/me").await
}

/// `POST /demo/contact`.
async fn contact(visit: Visit, Extension(demo): Extension<Demo>, form: Posted) -> Response {
    enter(&visit, form, demo.contact(&visit.state), "/me").await
}

/// `POST /demo/guardian`: nobody is signed in, a guardian has no account.
async fn guardian(visit: Visit, Extension(demo): Extension<Demo>, form: Posted) -> Response {
    match pressed(&visit, form, demo.guardian(&visit.state)).await {
        Ok(link) => redirect(&format!("/guardian/{}", link.as_str()), []),
        Err(response) => response,
    }
}

/// Signs in by a button, and leads to where that is of use.
async fn enter(
    visit: &Visit,
    form: Posted,
    signing_in: impl Future<Output = Result<Token, NotSignedIn>>,
    to: &str,
) -> Response {
    match pressed(visit, form, signing_in).await {
        Ok(session) => redirect(to, [visit.state.keys.keep_session(&session)]),
        Err(response) => response,
    }
}

/// Does what a button is for, if nothing but the button was sent.
async fn pressed(
    visit: &Visit,
    Posted(form): Posted,
    what: impl Future<Output = Result<Token, NotSignedIn>>,
) -> Result<Token, Response> {
    if form.and_then(|form| form.exactly([])).is_err() {
        return Err(visit.trouble(Trouble::Unreadable).await);
    }
    match what.await {
        Ok(key) => Ok(key),
        Err(NotSignedIn::NoBranch) => Err(visit.trouble(Trouble::NotFound).await),
        Err(NotSignedIn::Register(error)) => Err(visit.trouble(trouble_of(&error)).await),
        Err(error) => {
            tracing::error!("Nobody could be signed in to the demo: {error}");
            Err(visit.trouble(Trouble::Fault).await)
        }
    }
}

/// `GET /demo/letters`.
async fn letters(visit: Visit, Extension(demo): Extension<Demo>) -> Response {
    visit.show(Page::Demo(DemoPage::Letters(demo.mailbox().newest()))).await
}

/// `GET /demo/letters/<number>`.
async fn letter(
    visit: Visit,
    Extension(demo): Extension<Demo>,
    Path(number): Path<String>,
) -> Response {
    match number.parse().ok().and_then(|number| demo.mailbox().letter(number)) {
        Some(letter) => visit.show(Page::Demo(DemoPage::Letter(letter))).await,
        None => visit.trouble(Trouble::NotFound).await,
    }
}
