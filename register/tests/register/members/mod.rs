//! The register view.

mod filters;
mod pages;
mod search;
mod support;
