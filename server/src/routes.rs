//! Which address answers with what, and what every request goes through.

use std::time::Duration;

use app::join::{FIND_POSTCODE, KeepAnswers, SubmitJoin};
use app::{Page, Trouble};
use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::{HeaderValue, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use leptos::server_fn::ServerFn;
use register::{NewEmail, OldEmail};
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;

use crate::answer::Answer;
use crate::state::AppState;
use crate::{
    PKG_FOLDER, committee, demo, evidence, find_postcode, headers, health, join, links, me, origin,
    pages, sign_in,
};

/// The largest form that is read: far more than all answers together, so that an answer that is
/// too long is told so beside its field.
const LARGEST_FORM: usize = 2 * 1024 * 1024;
/// How long a form may pause while it arrives.
const SLOWEST_FORM: Duration = Duration::from_secs(30);

const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const FOR_AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// All of the site.
pub(crate) fn routes(state: AppState) -> Router {
    let mut forms = Router::new()
        .route("/join", get(join::resume))
        .route("/join/done", get(join::done))
        .route("/join/clear", post(join::clear))
        .route("/join/{step}", get(join::show).post(join::answer))
        .route("/email/confirm/{token}", link::<NewEmail>())
        .route("/email/back/{token}", link::<OldEmail>())
        .route(KeepAnswers::PATH, post(server_function))
        .route(FIND_POSTCODE, post(find_postcode::find))
        .route(SubmitJoin::PATH, post(server_function))
        .merge(links::routes())
        .merge(evidence::routes())
        .merge(sign_in::routes())
        .merge(me::routes(&state))
        .merge(committee::routes(&state));
    if let Some(demo) = &state.demo {
        forms = forms.merge(demo::routes(demo, &state));
    }
    let forms = forms
        .layer(RequestBodyTimeoutLayer::new(SLOWEST_FORM))
        .layer(DefaultBodyLimit::max(LARGEST_FORM));
    Router::new()
        .route("/", read(Page::Home))
        .route("/membership", read(Page::Membership))
        .route("/branches", get(pages::branches))
        .route("/rules", read(Page::Rules))
        .route("/privacy", read(Page::Privacy))
        .route("/accessibility", read(Page::Accessibility))
        .route("/contact", read(Page::Contact))
        .route("/healthz", get(health::healthz))
        .merge(forms)
        .nest_service(&format!("/{PKG_FOLDER}"), built(&state))
        .fallback_service(other_files(&state))
        .method_not_allowed_fallback(pages::no_such_form)
        .layer(
            ServiceBuilder::new()
                .layer(CompressionLayer::new())
                .layer(middleware::from_fn(log_refusals))
                .layer(middleware::from_fn(headers::secure))
                .layer(CatchPanicLayer::new())
                .layer(middleware::from_fn_with_state(state.clone(), admit)),
        )
        .with_state(state)
}

fn link<R: links::Request + 'static>() -> MethodRouter<AppState> {
    get(links::show::<R>).post(links::answer::<R>)
}

fn read(page: Page) -> MethodRouter<AppState> {
    get(move |State(state): State<AppState>, uri: Uri| pages::read(page, state, uri))
}

/// What the build made, under names that change with what is in it, compressed when it was built.
fn built(state: &AppState) -> Router {
    let folder = format!("{}/{PKG_FOLDER}", state.leptos.site_root);
    let files = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip()
        .fallback(get(pages::not_found).with_state(state.clone()));
    Router::new().fallback_service(
        ServiceBuilder::new()
            .layer(SetResponseHeaderLayer::if_not_present(header::CACHE_CONTROL, found(FOR_EVER)))
            .service(files),
    )
}

/// Icons, the manifest, robots.txt; and, for whatever is not there either, the page that says so.
fn other_files(state: &AppState) -> Router {
    let files = ServeDir::new(state.leptos.site_root.as_ref())
        .precompressed_br()
        .precompressed_gzip()
        .append_index_html_on_directories(false)
        .call_fallback_on_method_not_allowed(true)
        .fallback(get(pages::not_found).fallback(pages::not_found).with_state(state.clone()));
    Router::new().fallback_service(
        ServiceBuilder::new()
            .layer(SetResponseHeaderLayer::if_not_present(
                header::CACHE_CONTROL,
                found(FOR_AN_HOUR),
            ))
            .service(files),
    )
}

/// The header for what is found; what is not may be there tomorrow.
fn found<B>(value: HeaderValue) -> impl Fn(&Response<B>) -> Option<HeaderValue> + Clone {
    move |response: &Response<B>| {
        let found = response.status().is_success() || response.status().as_u16() == 304;
        found.then(|| value.clone())
    }
}

/// The server functions of the wizard.
async fn server_function(State(state): State<AppState>, request: Request) -> Response {
    let desk = state.desk;
    let context = move || leptos::context::provide_context(desk.clone());
    leptos_axum::handle_server_fns_with_context(context, request).await.into_response()
}

/// Lets in what may write, and what is within its limits.
async fn admit(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let path = percent_encoding::percent_decode_str(request.uri().path());
    // Control characters name nothing here, and PostgreSQL takes no NUL in any text.
    let names_something =
        path.decode_utf8().is_ok_and(|path| !path.contains(|letter: char| letter.is_control()));
    let trouble = if !names_something {
        Trouble::NotFound
    } else if !origin::may_write(&request, &state.site.url) {
        Trouble::OtherSite
    } else if !state.limits.allow(&request) {
        Trouble::TooMany
    } else {
        return next.run(request).await;
    };
    Answer::trouble(trouble).render(&state, request.uri()).await
}

/// A line for what is refused: which kind of page and how, never whose or with what answers.
/// Faults of ours are logged where they are noticed.
async fn log_refusals(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().cloned();
    let method = request.method().clone();
    let response = next.run(request).await;
    let status = response.status();
    if status.is_client_error() {
        let route = route.as_ref().map_or("no page of ours", MatchedPath::as_str);
        tracing::info!("{method} {route}: {status}");
    }
    response
}
