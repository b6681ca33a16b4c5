//! A member's own place: what somebody who signed in sees of what is held under their address.

mod agreed;
mod change;
mod everything;
mod group;
mod home;
mod leave;
mod news;
mod own;

use axum::routing::{get, post};
use axum::{Router, middleware};

use crate::links::{own_answers, own_routes};
use crate::sign_in::keep_what_was_typed;
use crate::state::AppState;

/// The pages that everybody has who signs in.
pub(crate) fn routes(state: &AppState) -> Router<AppState> {
    Router::new()
        .route("/me", get(home::home))
        .merge(change::routes())
        .merge(own_routes())
        .merge(group::routes())
        .route("/me/everything", get(everything::page))
        .route("/me/everything.json", get(everything::file))
        .route("/me/agreed", post(agreed::change))
        .layer(middleware::from_fn_with_state(state.clone(), keep_what_was_typed))
        // Not kept to be sent again: whoever has left, or has stopped, cannot sign in.
        .route("/me/leave", get(leave::page).post(leave::leave))
        .merge(group::leaving())
        .merge(own_answers())
        // Whoever has the letter may, signed in or not.
        .route("/news/{token}", get(news::show).post(news::stop))
}
