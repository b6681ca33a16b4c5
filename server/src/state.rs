//! What every request is answered with.

use std::sync::Arc;

use app::Site;
use app::join::Desk;
use axum::extract::FromRef;
use leptos::config::LeptosOptions;

use crate::committee::Imports;
use crate::demo::Demo;
use crate::evidence::Uploads;
use crate::keys::Keys;
use crate::limits::Limits;
use crate::live::Live;
use crate::sign_in::Seal;

/// Shared by all requests.
#[derive(Clone)]
pub(crate) struct AppState {
    pub(crate) leptos: LeptosOptions,
    pub(crate) site: Site,
    pub(crate) desk: Desk,
    pub(crate) limits: Arc<Limits>,
    pub(crate) keys: Keys,
    pub(crate) live: Live,
    pub(crate) seal: Seal,
    /// Whose evidence arrives.
    pub(crate) uploads: Uploads,
    pub(crate) imports: Imports,
    /// What only a demo has.
    pub(crate) demo: Option<Demo>,
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.leptos.clone()
    }
}
