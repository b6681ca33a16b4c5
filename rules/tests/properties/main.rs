//! What holds for all input and all ways through the steps. Native only: proptest is.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "what cannot be made fails the test")]

#[path = "../common/mod.rs"]
mod common;
mod coverage;
mod input;
mod round_trips;
mod texts;
mod walk;
mod ways;
