//! The server over HTTP: the real program, each test with one of its own.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod agreed;
mod bad_input;
mod branches;
mod demo;
mod doubles;
mod everything;
mod evidence;
mod exports;
mod headers;
mod imports;
mod joining;
mod leaving;
mod letter_links;
mod many;
mod me;
mod member;
mod members;
mod outages;
mod own_changes;
mod own_group;
mod own_seats;
mod permits;
mod postcodes;
mod retention;
mod roles;
mod rolls;
mod sessions;
mod starting;
mod support;
