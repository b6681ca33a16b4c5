//! What members change of their own, within what one address may see.

mod branch;
mod class;
mod details;
mod held;
mod house;

pub use branch::{BranchChosen, PostcodeWithdrawn};
pub use class::ClassChanged;
pub use details::NameAndPhone;
pub(crate) use held::hold;
