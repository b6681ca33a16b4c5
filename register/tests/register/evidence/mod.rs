//! Evidence of how representatives were chosen: asked for, supplied, judged.

mod failing;
mod files;
mod groups;
mod keeping;
mod links;
mod steps;
pub(crate) mod support;
mod turns;

pub(crate) use support::{do_everything, one_accepted};
