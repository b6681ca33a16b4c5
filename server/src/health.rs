//! `GET /healthz`: whether the server can do its work.

use axum::extract::State;
use axum::http::StatusCode;

use crate::state::AppState;

/// 200 once the database answers, 503 while it does not.
pub(crate) async fn healthz(State(state): State<AppState>) -> (StatusCode, &'static str) {
    match state.desk.register.ping().await {
        Ok(()) => (StatusCode::OK, "ok\n"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}
