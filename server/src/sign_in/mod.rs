//! Signing in and out.

mod by_letter;
mod out;
mod seal;
mod second_step;
mod session;
mod totp;
mod typed;

use axum::Router;
use axum::routing::{get, post};

use crate::state::AppState;

pub(crate) use out::clears;
pub(crate) use seal::{For, Seal};
pub(crate) use totp::Authenticator;
pub(crate) use typed::keep_what_was_typed;

/// The pages of signing in.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/sign-in", get(by_letter::address).post(by_letter::ask))
        .route("/sign-in/code", get(by_letter::code).post(by_letter::answer_code))
        .route("/sign-in/link/{link}", get(by_letter::link).post(by_letter::follow))
        .route("/sign-in/set-up", get(second_step::set_up).post(second_step::confirm))
        .route("/sign-in/second-step", get(second_step::code).post(second_step::answer_code))
        .route(
            "/sign-in/recovery-code",
            get(second_step::recovery_code).post(second_step::answer_recovery_code),
        )
        .route("/sign-in/session", post(session::left))
        .route("/sign-out", post(out::here))
        .route("/sign-out/everywhere", post(out::everywhere))
}
