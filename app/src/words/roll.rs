//! The words of the roll.

use register::RollCounts;

/// See [`super::Words`].
pub(crate) struct RollWords {
    /// The heading, from the branch's name.
    pub(crate) title: fn(&str) -> String,
    pub(crate) frozen_title: fn(&str) -> String,
    pub(crate) day: &'static str,
    pub(crate) show: &'static str,
    pub(crate) as_known: &'static str,
    pub(crate) nobody: &'static str,
    pub(crate) caption: &'static str,
    pub(crate) name: &'static str,
    pub(crate) number: &'static str,
    pub(crate) class: &'static str,
    pub(crate) speak: &'static str,
    pub(crate) vote: &'static str,
    pub(crate) stand: &'static str,
    /// How many of how many are shown.
    pub(crate) shown: fn(u64, u64) -> String,
    pub(crate) see_all: &'static str,
    pub(crate) export: &'static str,

    pub(crate) freeze: &'static str,
    pub(crate) freeze_text: &'static str,
    pub(crate) freeze_button: &'static str,
    pub(crate) frozen_rolls: &'static str,
    pub(crate) frozen_caption: &'static str,
    pub(crate) roll_for: &'static str,
    pub(crate) frozen: &'static str,
    pub(crate) may: &'static str,
    pub(crate) counted: fn(&RollCounts) -> String,
    /// From the moment, and who froze it.
    pub(crate) frozen_at: fn(&str, Option<&str>) -> String,
    pub(crate) hash: &'static str,
    pub(crate) whole: &'static str,
    pub(crate) broken: &'static str,
    /// In place of the name of somebody who is not known here any more.
    pub(crate) left: &'static str,
    pub(crate) all_rolls: &'static str,
}
