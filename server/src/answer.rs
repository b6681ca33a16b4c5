//! Pages as responses: rendered by Leptos, with their status and headers.

use app::demo::InADemo;
use app::sign_in::SignInPage;
use app::{LinkPage, Page, Trouble};
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use register::SignInLink;

use crate::headers;
use crate::state::AppState;

/// A page on its way out.
pub(crate) struct Answer {
    page: Page,
    status: StatusCode,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Answer {
    /// A page that is found.
    pub(crate) fn page(page: Page) -> Self {
        let status = match &page {
            Page::Trouble(trouble) => status_of(*trouble),
            Page::Join(join) if join.is_refused() => StatusCode::UNPROCESSABLE_ENTITY,
            Page::Join(join) if join.changed_elsewhere => StatusCode::CONFLICT,
            Page::SignIn(page) if page.is_refused() => StatusCode::UNPROCESSABLE_ENTITY,
            Page::SignIn(SignInPage::Link(SignInLink::Gone)) => StatusCode::NOT_FOUND,
            Page::Guardian(page) if page.is_gone() => StatusCode::NOT_FOUND,
            Page::Representative(page) if page.is_gone() => StatusCode::NOT_FOUND,
            Page::NewEmail(LinkPage::Gone) | Page::OldEmail(LinkPage::Gone) => {
                StatusCode::NOT_FOUND
            }
            _ => StatusCode::OK,
        };
        Self { page, status, headers: Vec::new() }
    }

    /// The page that says what is wrong.
    pub(crate) fn trouble(trouble: Trouble) -> Self {
        let answer = Self::page(Page::Trouble(trouble));
        match trouble {
            Trouble::Unavailable => {
                answer.with(header::RETRY_AFTER, HeaderValue::from_static("10"))
            }
            Trouble::TooMany => answer.with(header::RETRY_AFTER, HeaderValue::from_static("60")),
            _ => answer,
        }
    }

    /// With another status than the usual one of its page.
    pub(crate) const fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// With a header more.
    pub(crate) fn with(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    /// With a cookie, if there is one.
    pub(crate) fn with_cookie(self, cookie: Option<HeaderValue>) -> Self {
        match cookie {
            Some(cookie) => self.with(header::SET_COOKIE, cookie),
            None => self,
        }
    }

    /// The response, for the page at `uri`.
    pub(crate) async fn render(self, state: &AppState, uri: &Uri) -> Response {
        let Self { page, status, headers } = self;
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = uri.clone();
        let (leptos, site) = (state.leptos.clone(), state.site.clone());
        let in_a_demo = state.demo.is_some();
        let render = leptos_axum::render_app_async_with_context(
            move || {
                if let (Some(nonce), Some(response)) =
                    (use_nonce(), use_context::<ResponseOptions>())
                {
                    response.insert_header(
                        header::CONTENT_SECURITY_POLICY,
                        headers::content_security_policy(&nonce),
                    );
                }
                if in_a_demo {
                    provide_context(InADemo);
                }
            },
            move || app::shell(leptos.clone(), site.clone(), page.clone()),
        );
        let mut response = render(request).await;
        *response.status_mut() = status;
        for (name, value) in headers {
            response.headers_mut().append(name, value);
        }
        response
    }
}

fn status_of(trouble: Trouble) -> StatusCode {
    match trouble {
        Trouble::NotFound | Trouble::NoMember => StatusCode::NOT_FOUND,
        Trouble::Unreadable => StatusCode::BAD_REQUEST,
        Trouble::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Trouble::OutOfOrder => StatusCode::CONFLICT,
        Trouble::AnswersGone => StatusCode::GONE,
        Trouble::OtherSite => StatusCode::FORBIDDEN,
        Trouble::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Trouble::Fault => StatusCode::INTERNAL_SERVER_ERROR,
        Trouble::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// To another page, after a form (303).
pub(crate) fn redirect(
    to: &str,
    cookies: impl IntoIterator<Item = Option<HeaderValue>>,
) -> Response {
    let mut response = axum::response::Redirect::to(to).into_response();
    for cookie in cookies.into_iter().flatten() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
