#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that is wrong about its world is to fail"
)]

mod delivering;
mod each_kind;
mod fake_relay;
mod folder;
mod forms;
mod messages;
mod reading;
mod refusals;
mod relaying;
mod scene;
mod support;
mod trouble;
mod words;
