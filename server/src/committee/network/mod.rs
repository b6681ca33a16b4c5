//! The branches of the network: seeing, starting and changing them.

mod branches;
mod change;
mod offers;

use app::Page;
use app::committee::{Done, NetworkPage};
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};

use super::at_network::AtNetwork;
use crate::answer::{Answer, redirect};
use crate::state::AppState;

/// The pages of branches that administrators may open.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/network/branches", get(branches::all).post(branches::found))
        .route("/network/branches/{branch}", get(branches::one))
        .route("/network/branches/{branch}/name", post(branches::rename))
        .route("/network/branches/{branch}/areas", post(branches::add_area))
        .route("/network/branches/{branch}/authorities", post(branches::add_authority))
        .route(
            "/network/branches/{branch}/areas/{area}/{change}",
            get(change::ask_area).post(change::make_area),
        )
        .route("/network/branches/{branch}/activate", get(change::ask).post(change::make))
        .route("/network/branches/{branch}/close", get(change::ask).post(change::make))
        .route("/network/offers/{area}", get(offers::offers))
}

impl AtNetwork {
    async fn show(self, shows: NetworkPage) -> Response {
        self.show_as(shows, StatusCode::OK).await
    }

    async fn show_as(self, shows: NetworkPage, status: StatusCode) -> Response {
        let Self { visit, viewer, .. } = self;
        let page = Page::Network { viewer, shows: Box::new(shows) };
        visit.answer(Answer::page(page).status(status)).await
    }
}

/// To the page of a branch, which says what was done.
fn lead_to(slug: &str, done: Done) -> Response {
    redirect(&format!("/network/branches/{slug}?done={}", done.as_str()), [])
}
