//! The register's tests. Each runs on SQLite and on PostgreSQL, on a database of its own.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod asking;
mod branches;
mod changing_branches;
mod codes;
mod coming_of_age;
mod constraints;
mod counts;
mod dashboard;
mod evidence;
mod failures;
mod forgetting;
mod founding_branches;
mod groups;
mod guardians;
mod joining;
mod letters;
mod lists;
mod log;
mod measuring;
mod members;
mod migrating;
mod news;
mod once;
mod outages;
mod own;
mod permits;
mod plans;
mod postcodes;
mod rejoining;
mod retention;
mod roles;
mod schema;
mod seats;
mod second_factor;
mod sessions;
mod signing_in;
mod support;
