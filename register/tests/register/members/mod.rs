//! The register view.

mod changing;
mod failing;
mod filters;
mod one;
mod pages;
mod rolls;
mod search;
mod support;
