//! How long a session has left, for the page that warns before it ends.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::form::Posted;
use crate::visit::Visit;

/// `POST /sign-in/session`: how many seconds the session has left; nothing when it has ended.
/// Asking does not keep it, unless the form says so.
pub(crate) async fn left(visit: Visit, Posted(form): Posted) -> Response {
    let [keep] = match form.and_then(|form| form.exactly(["keep"])) {
        Ok(fields) => fields,
        Err(trouble) => return visit.trouble(trouble).await,
    };
    let Some(token) = visit.session_token() else { return over() };
    let (register, now) = (visit.register(), visit.now());
    let session = if keep == "yes" {
        register.session(&token, now).await
    } else {
        register.look_at_session(&token, now).await
    };
    match session {
        Ok(Some(session)) => {
            let left = (session.ends_at - now).num_seconds();
            ([(header::CONTENT_TYPE, "text/plain")], left.to_string()).into_response()
        }
        Ok(None) => over(),
        Err(error) => visit.fault(&error).await,
    }
}

/// No error, which the browser would complain about.
fn over() -> Response {
    StatusCode::NO_CONTENT.into_response()
}
