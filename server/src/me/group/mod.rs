//! The pages of one's own group.

mod at_group;
mod home;

use axum::Router;
use axum::routing::get;

use crate::state::AppState;

/// They are for whoever signed in with the address of a group's contact; the first one shows a
/// representative their own seat.
pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/me/groups/{number}", get(home::home))
}
