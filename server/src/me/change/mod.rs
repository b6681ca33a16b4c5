//! What members change of their own.

mod at_own;
mod branch;
mod class;
mod details;
mod email;
mod house;

use axum::Router;
use axum::routing::get;

use crate::state::AppState;

/// The pages that change something of somebody who signed in.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/me/{number}/branch", get(branch::form).post(branch::change))
        .route("/me/{number}/class", get(class::form).post(class::change))
        .route("/me/{number}/details", get(details::form).post(details::change))
        .route("/me/{number}/email", get(email::form).post(email::change))
        .route("/me/{number}/postcode", get(house::form).post(house::change))
}

/// Either way a response. The second one is for what could not go on.
type Reply = Result<axum::response::Response, axum::response::Response>;
