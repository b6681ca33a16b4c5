//! The server functions of the wizard. They are called by [`super::sending`] with plain form
//! data: their own client code would weigh more than the wizard.
#![allow(unreachable_pub, reason = "the server macro puts what it makes into a module of its own")]

use leptos::prelude::*;
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::FromServerFnError;
use serde::{Deserialize, Serialize};

/// Where [`keep_answers`] listens.
pub(crate) const KEEP_ANSWERS: &str = "/api/keep-answers";
/// Where the server tells what its postcode directory says.
pub const FIND_POSTCODE: &str = "/api/find-postcode";
/// Where [`submit_join`] listens.
pub(crate) const SUBMIT_JOIN: &str = "/api/submit-join";

/// Why a server function did not do what it was asked. The wizard goes by the status that comes
/// with it, the same as a plain form gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// What was sent cannot be read (400).
    Unreadable,
    /// The answers are not complete by the rules (409).
    Open,
    /// The register cannot be reached just now (503).
    Unavailable,
    /// A fault of ours (500).
    Fault,
}

impl FromServerFnError for Refusal {
    type Encoder = JsonEncoding;

    /// Called when the arguments cannot be read.
    fn from_server_fn_error(_: ServerFnErrorErr) -> Self {
        #[cfg(feature = "ssr")]
        super::submit::answer_with(Self::Unreadable);
        Self::Unreadable
    }
}

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
) -> Result<(), Refusal> {
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
) -> Result<(), Refusal> {
    super::submit::submit_join(&key, &answers).await
}
