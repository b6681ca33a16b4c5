//! A request to somebody's own place: who asks, and for what is theirs.

use app::committee::Viewer;
use axum::http::header;
use axum::response::Response;
use register::{OwnPermit, Session, Token};

use crate::sign_in::clears;
use crate::visit::Visit;

/// Somebody who has signed in, at their own place.
pub(super) struct Own {
    pub(super) visit: Visit,
    token: Token,
    pub(super) session: Session,
    pub(super) permit: OwnPermit,
}

impl Own {
    /// Whoever asks, if they have signed in.
    ///
    /// # Errors
    /// The response to give instead.
    pub(super) async fn of(visit: Visit) -> Result<Self, Response> {
        let (token, session) = visit.session().await?;
        let permit = visit.register().own_permit(&token, visit.now()).await;
        let permit = visit.permitted(permit).await?;
        Ok(Self { visit, token, session, permit })
    }

    pub(super) fn viewer(&self) -> Viewer {
        Viewer::of(&self.session, self.visit.now())
    }

    /// What an operation on their own gave; nothing means that the session has ended since.
    ///
    /// # Errors
    /// The response to give instead.
    pub(super) async fn found<T>(
        &self,
        found: Result<Option<T>, register::Error>,
    ) -> Result<T, Response> {
        match found {
            Ok(Some(found)) => Ok(found),
            Ok(None) => Err(self.visit.to_sign_in()),
            Err(error) => Err(self.visit.fault(&error).await),
        }
    }

    /// The response after something that may have been the last of the address: what the browser
    /// holds for signing in goes then.
    pub(super) async fn forgotten(&self, response: Response) -> Response {
        let session = self.visit.register().look_at_session(&self.token, self.visit.now()).await;
        if !matches!(session, Ok(None)) {
            return response;
        }
        let keys = self.visit.state.keys;
        let mut response = clears(response);
        for cookie in [keys.forget_session(), keys.forget_known()].into_iter().flatten() {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}
