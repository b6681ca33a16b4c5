//! A request to a page of the network, by an administrator. A handler that takes one cannot be
//! reached without the permit.

use app::committee::Viewer;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Response;
use register::NetworkPermit;

use crate::state::AppState;
use crate::visit::Visit;

/// A request by an administrator.
pub(super) struct AtNetwork {
    pub(super) visit: Visit,
    pub(super) permit: NetworkPermit,
    pub(super) viewer: Viewer,
}

impl FromRequestParts<AppState> for AtNetwork {
    type Rejection = Response;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &AppState,
    ) -> Result<Self, Self::Rejection> {
        let Ok(visit) = Visit::from_request_parts(parts, state).await;
        let (token, session) = visit.session().await?;
        let permit = visit.register().network_permit(&token, visit.now()).await;
        let permit = visit.permitted(permit).await?;
        Ok(Self { viewer: Viewer::of(&session, visit.now()), visit, permit })
    }
}
