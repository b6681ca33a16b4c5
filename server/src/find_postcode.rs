//! What the postcode directory says of a postcode, for the wizard in the browser: whether it is
//! there, and in which local authority. The postcode comes in the body, so that no address and no
//! log has it, and nothing is kept of it.

use app::{Trouble, trouble_of};
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rules::{Directory, Postcode};

use crate::form::Posted;
use crate::state::AppState;

/// `POST /api/find-postcode`.
pub(crate) async fn find(State(state): State<AppState>, Posted(form): Posted) -> Response {
    let postcode = form.and_then(|form| form.exactly(["postcode"])).ok();
    let Some(postcode) = postcode.and_then(|[text]| Postcode::parse(&text).ok()) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let line = match state.desk.register.directory(Some(&postcode)).await {
        Ok(Directory::Loaded(Some(listing))) => listing.to_line(),
        Ok(_) => String::new(),
        Err(error) => {
            return match trouble_of(&error) {
                Trouble::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
                _ => StatusCode::INTERNAL_SERVER_ERROR,
            }
            .into_response();
        }
    };
    ([(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))], line).into_response()
}
