//! A database for one test, and people to put in it.

mod again;
mod database;
mod dump;
mod people;
mod permits;
mod proxy;
mod raw;

pub(crate) use again::{again, told};
pub(crate) use database::{Backend, TestDatabase};
pub(crate) use dump::Dump;
pub(crate) use people::*;
pub(crate) use proxy::Proxy;
