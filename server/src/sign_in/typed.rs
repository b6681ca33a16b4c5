//! A form that was sent when its session had ended: what was typed is kept in the page that asks
//! to sign in again, and nowhere else.

use app::Page;
use app::sign_in::SignInPage;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::answer::Answer;
use crate::form::Posted;
use crate::visit::Visit;

/// A file is not kept: it is chosen again after signing in.
fn is_typed(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_none_or(|kind| !kind.starts_with("multipart/"))
}

/// What every form of a committee goes through.
pub(crate) async fn keep_what_was_typed(visit: Visit, request: Request, next: Next) -> Response {
    if request.method() != Method::POST || !is_typed(&visit.headers) {
        return next.run(request).await;
    }
    // Signing out in another tab takes the key away.
    if let Some(token) = visit.session_token() {
        match visit.register().look_at_session(&token, visit.now()).await {
            Ok(None) => {}
            Ok(Some(_)) | Err(_) => return next.run(request).await,
        }
    }
    let Ok(Posted(form)) = Posted::from_request(request, &()).await;
    let fields = match form {
        Ok(form) => form.into_fields().collect(),
        Err(trouble) => return visit.trouble(trouble).await,
    };
    let to = visit.uri.path_and_query().map(ToString::to_string).unwrap_or_default();
    let page = Page::SignIn(SignInPage::Typed { to, fields });
    visit.answer(Answer::page(page).status(StatusCode::FORBIDDEN)).await
}
