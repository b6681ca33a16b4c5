//! The register's tests. Each runs on SQLite and on PostgreSQL, on a database of its own.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod branches;
mod constraints;
mod counts;
mod dashboard;
mod failures;
mod groups;
mod guardians;
mod joining;
mod letters;
mod members;
mod migrating;
mod news;
mod once;
mod outages;
mod plans;
mod rejoining;
mod schema;
mod seats;
mod support;
