//! The roll of a branch for a day, and the rolls that were frozen.

mod frozen;
mod sheet;
mod show;

pub(super) use frozen::frozen;
pub use sheet::{frozen_sheet, roll_sheet};
pub use show::{HowMuch, RollPage};
pub(super) use show::{roll, wrong};
