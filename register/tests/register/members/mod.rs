//! The register view.

mod changing;
mod doubles;
mod exports;
mod failing;
mod filters;
mod one;
mod pages;
mod plans;
mod rolls;
mod search;
mod support;
