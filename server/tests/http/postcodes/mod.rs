//! The postcode directory: loaded by the command, and asked over HTTP.

mod command;
mod measuring;
mod pages;
mod support;
mod wizard;
