//! The pages of committees.

mod administrators;
mod at_branch;
mod at_network;
mod dashboard;
mod doubles;
mod groups;
mod home;
mod import;
mod member;
mod members;
mod network;
mod reply;
mod roles;
mod roll;
mod sheet;

pub(crate) use groups::representative;
pub(crate) use import::Imports;

use axum::routing::get;
use axum::{Router, middleware};

use crate::live::live;
use crate::sign_in::keep_what_was_typed;
use crate::state::AppState;

/// The pages that somebody with a role may open.
pub(crate) fn routes(state: &AppState) -> Router<AppState> {
    Router::new()
        .merge(member::routes())
        .merge(groups::routes())
        .merge(network::routes())
        .merge(import::routes())
        .route("/committee", get(home::home))
        .route("/committee/{branch}", get(dashboard::dashboard))
        .route("/committee/{branch}/live", get(live))
        .route("/committee/{branch}/members", get(members::list).post(members::search))
        .route("/committee/{branch}/members.csv", get(members::export).post(members::export_found))
        .route("/committee/{branch}/doubles", get(doubles::list))
        .route("/committee/{branch}/doubles/{keep}/{other}", get(doubles::ask).post(doubles::merge))
        .route("/committee/{branch}/roll", get(roll::show).post(roll::freeze))
        .route("/committee/{branch}/roll.csv", get(roll::export))
        .route("/committee/{branch}/roll/{roll}", get(roll::frozen))
        .route("/committee/{branch}/roll/{roll}/roll.csv", get(roll::export_frozen))
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
        .layer(middleware::from_fn_with_state(state.clone(), keep_what_was_typed))
}
