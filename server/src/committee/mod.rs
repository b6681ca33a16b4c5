//! The pages of committees.

mod dashboard;
mod home;

use axum::Router;
use axum::routing::get;

use crate::live::live;
use crate::state::AppState;

/// The pages that somebody with a role may open.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/committee", get(home::home))
        .route("/committee/{branch}", get(dashboard::dashboard))
        .route("/committee/{branch}/live", get(live))
}
