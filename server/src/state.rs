//! What every request is answered with.

use std::sync::Arc;

use app::Site;
use app::join::Desk;
use axum::extract::FromRef;
use leptos::config::LeptosOptions;

use crate::limits::Limits;

/// Shared by all requests.
#[derive(Clone)]
pub(crate) struct AppState {
    pub(crate) leptos: LeptosOptions,
    pub(crate) site: Site,
    pub(crate) desk: Desk,
    pub(crate) limits: Arc<Limits>,
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.leptos.clone()
    }
}
