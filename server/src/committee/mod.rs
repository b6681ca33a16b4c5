//! The pages of committees.

mod administrators;
mod at_branch;
mod home;
mod reply;
mod roles;

use axum::Router;
use axum::routing::get;

use crate::state::AppState;

/// The pages that somebody with a role may open.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/committee", get(home::home))
        .route("/committee/{branch}/committee", get(roles::list).post(roles::give))
        .route(
            "/committee/{branch}/committee/{role}/withdraw",
            get(roles::ask).post(roles::withdraw),
        )
        .route("/network/administrators", get(administrators::list).post(administrators::give))
        .route(
            "/network/administrators/{role}/withdraw",
            get(administrators::ask).post(administrators::withdraw),
        )
}
