//! A database for one test, and people to put in it.

mod again;
mod committee;
mod database;
mod dice;
mod dump;
mod kept;
mod people;
mod permits;
mod postcodes;
mod proxy;
mod raw;
mod signed_in;

pub(crate) use again::{again, told};
pub(crate) use committee::{dashboard, permit, version};
pub(crate) use database::{Backend, TestDatabase};
pub(crate) use dice::Dice;
pub(crate) use dump::Dump;
pub(crate) use people::*;
pub(crate) use postcodes::*;
pub(crate) use proxy::Proxy;
pub(crate) use signed_in::*;
