//! The pages that are only read.

use app::{Page, Trouble, trouble_of};
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::Response;

use crate::answer::Answer;
use crate::state::AppState;

/// Nothing on these pages is about anybody; a browser may keep them while it goes back and forth.
const REVALIDATE: HeaderValue = HeaderValue::from_static("no-cache");

/// Answers with `page`.
pub(crate) async fn read(page: Page, state: AppState, uri: Uri) -> Response {
    Answer::page(page).with(header::CACHE_CONTROL, REVALIDATE).render(&state, &uri).await
}

/// `GET /branches`.
pub(crate) async fn branches(State(state): State<AppState>, uri: Uri) -> Response {
    let register = &state.desk.register;
    let found = async { Ok((register.branches().await?, register.postcode_edition().await?)) };
    match found.await {
        Ok((branches, edition)) => read(Page::Branches(branches, edition), state, uri).await,
        Err(error) => Answer::trouble(trouble_of(&error)).render(&state, &uri).await,
    }
}

/// A page that takes no form, or a form that is no page.
pub(crate) async fn no_such_form(State(state): State<AppState>, uri: Uri) -> Response {
    let mut response = Answer::trouble(Trouble::NotFound).render(&state, &uri).await;
    *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
    response
}

/// Any other address.
pub(crate) async fn not_found(State(state): State<AppState>, uri: Uri) -> Response {
    Answer::trouble(Trouble::NotFound).render(&state, &uri).await
}
