//! Signing out.

use app::Trouble;
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;

use crate::answer::redirect;
use crate::form::Posted;
use crate::visit::Visit;

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");
/// Nothing that was seen stays behind; other cookies may hold the answers of a join.
const WHAT: HeaderValue = HeaderValue::from_static("\"cache\", \"storage\"");

/// `POST /sign-out`.
pub(crate) async fn here(visit: Visit, Posted(form): Posted) -> Response {
    leave(visit, form.and_then(|form| form.exactly([])).is_ok(), false).await
}

/// `POST /sign-out/everywhere`.
pub(crate) async fn everywhere(visit: Visit, Posted(form): Posted) -> Response {
    leave(visit, form.and_then(|form| form.exactly([])).is_ok(), true).await
}

async fn leave(visit: Visit, readable: bool, everywhere: bool) -> Response {
    if !readable {
        return visit.trouble(Trouble::Unreadable).await;
    }
    if let Some(session) = visit.session_token() {
        let (register, now) = (visit.register(), visit.now());
        let left = if everywhere {
            register.sign_out_everywhere(&session, now).await
        } else {
            register.sign_out(&session, now).await
        };
        if let Err(error) = left {
            return visit.fault(&error).await;
        }
    }
    clears(redirect("/sign-in?signed-out", [visit.state.keys.forget_session()]))
}

/// A response after which nothing that was seen stays behind.
pub(crate) fn clears(mut response: Response) -> Response {
    response.headers_mut().insert(CLEAR_SITE_DATA, WHAT);
    response
}
