//! The pages of one's own group.

mod at_group;
mod details;
mod home;
mod house;
mod leave;
mod name;

use axum::Router;
use axum::routing::get;

use crate::state::AppState;

/// They are for whoever signed in with the address of a group's contact; the first one shows a
/// representative their own seat.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/me/groups/{number}", get(home::home))
        .route("/me/groups/{number}/details", get(details::form).post(details::change))
        .route("/me/groups/{number}/postcode", get(house::form).post(house::change))
        .route("/me/groups/{number}/seats/{place}/name", get(name::form).post(name::name))
        .route("/me/groups/{number}/seats/{place}/remove", get(name::question).post(name::remove))
}

/// The page on which a group leaves: whoever has sent it may not be able to sign in again.
pub(super) fn leaving() -> Router<AppState> {
    Router::new().route("/me/groups/{number}/leave", get(leave::page).post(leave::leave))
}

/// Either way a response. The second one is for what could not go on.
type Reply = Result<axum::response::Response, axum::response::Response>;
