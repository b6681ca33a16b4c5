//! The server functions of the wizard. They are called by [`super::sending`] with plain form
//! data: their own client code would weigh more than the wizard.
#![allow(unreachable_pub, reason = "the server macro puts what it makes into a module of its own")]

use leptos::prelude::*;

/// Where [`keep_answers`] listens.
pub(crate) const KEEP_ANSWERS: &str = "/api/keep-answers";
/// Where [`submit_join`] listens.
pub(crate) const SUBMIT_JOIN: &str = "/api/submit-join";

/// Keeps the answers so far in the encrypted cookie. Nothing is written on the server.
///
/// # Errors
/// 503 when the register cannot be read.
#[server(KeepAnswers, prefix = "/api", endpoint = "keep-answers")]
pub async fn keep_answers(
    /// The idempotency key of this join.
    key: String,
    /// Every answer so far, as a form would send them.
    answers: String,
) -> Result<(), ServerFnError> {
    super::submit::keep_answers(&key, &answers).await
}

/// Joins: decides by the rules on the whole of the answers, and puts the member on the register.
/// The same key never makes two memberships.
///
/// # Errors
/// 409 when the answers are not complete by the rules, 503 when the register cannot be written.
#[server(SubmitJoin, prefix = "/api", endpoint = "submit-join")]
pub async fn submit_join(
    /// The idempotency key of this join.
    key: String,
    /// Every answer, as a form would send them.
    answers: String,
) -> Result<(), ServerFnError> {
    super::submit::submit_join(&key, &answers).await
}
