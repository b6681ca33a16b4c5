//! A request to one of our pages: who asks, and how they are answered.

use std::convert::Infallible;

use app::{Page, Trouble, trouble_of};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use chrono::{DateTime, Utc};
use register::{Permitted, Register, Session, Token};

use crate::answer::{Answer, redirect};
use crate::state::AppState;

/// A request, with what it takes to answer it.
pub(crate) struct Visit {
    pub(crate) state: AppState,
    pub(crate) uri: Uri,
    pub(crate) headers: HeaderMap,
}

impl FromRequestParts<AppState> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        let (uri, headers) = (parts.uri.clone(), parts.headers.clone());
        Ok(Self { state: state.clone(), uri, headers })
    }
}

impl Visit {
    pub(crate) const fn register(&self) -> &Register {
        &self.state.desk.register
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.state.desk.clock.now()
    }

    /// Answers with a page.
    pub(crate) async fn show(&self, page: Page) -> Response {
        self.answer(Answer::page(page)).await
    }

    /// Answers with what is wrong.
    pub(crate) async fn trouble(&self, trouble: Trouble) -> Response {
        self.answer(Answer::trouble(trouble)).await
    }

    /// Answers with what a fault of the register means.
    pub(crate) async fn fault(&self, error: &register::Error) -> Response {
        self.trouble(trouble_of(error)).await
    }

    pub(crate) async fn answer(&self, answer: Answer) -> Response {
        answer.render(&self.state, &self.uri).await
    }

    /// The token of the session, if the request brings one.
    pub(crate) fn session_token(&self) -> Option<Token> {
        self.state.keys.session(&self.headers)
    }

    /// Whether somebody is signed in. Asking does not keep the session from ending.
    ///
    /// # Errors
    /// The response to give instead.
    pub(crate) async fn is_signed_in(&self) -> Result<bool, Response> {
        let Some(token) = self.session_token() else { return Ok(false) };
        match self.register().look_at_session(&token, self.now()).await {
            Ok(session) => Ok(session.is_some()),
            Err(error) => Err(self.fault(&error).await),
        }
    }

    /// The session, or the way to sign in.
    ///
    /// # Errors
    /// The response to give instead.
    pub(crate) async fn session(&self) -> Result<(Token, Session), Response> {
        let Some(token) = self.session_token() else { return Err(self.to_sign_in()) };
        match self.register().session(&token, self.now()).await {
            Ok(Some(session)) => Ok((token, session)),
            Ok(None) => Err(self.to_sign_in()),
            Err(error) => Err(self.fault(&error).await),
        }
    }

    /// What a permit is given for, or the response to give instead: what is out of somebody's
    /// reach is not there.
    pub(crate) async fn permitted<P>(
        &self,
        asked: Result<Permitted<P>, register::Error>,
    ) -> Result<P, Response> {
        match asked {
            Ok(Permitted::Yes(permit)) => Ok(permit),
            Ok(Permitted::SignIn) => Err(self.to_sign_in()),
            Ok(Permitted::No) => Err(self.trouble(Trouble::NotFound).await),
            Err(error) => Err(self.fault(&error).await),
        }
    }

    /// The way to sign in.
    pub(crate) fn to_sign_in(&self) -> Response {
        redirect("/sign-in", [])
    }
}
