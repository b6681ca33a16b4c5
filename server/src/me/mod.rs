//! A member's own place: what somebody who signed in sees of what is held under their address.

mod change;
mod home;

use axum::routing::get;
use axum::{Router, middleware};

use crate::sign_in::keep_what_was_typed;
use crate::state::AppState;

/// The pages that everybody has who signs in.
pub(crate) fn routes(state: &AppState) -> Router<AppState> {
    Router::new()
        .route("/me", get(home::home))
        .merge(change::routes())
        .layer(middleware::from_fn_with_state(state.clone(), keep_what_was_typed))
}
