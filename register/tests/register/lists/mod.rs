//! Lists of members that a branch brings along.

mod failing;
mod importing;
mod keeping;
mod looking;
mod meanwhile;
pub(crate) mod support;
