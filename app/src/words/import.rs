//! The words of importing a list of members.

use register::{Placed, RowComes};
use rules::{ListColumn, ListProblem};

use crate::pages::committee::{LookNote, WrongFile};

/// See [`super::Words`].
pub(crate) struct ImportWords {
    /// The heading, from the branch's name.
    pub(crate) title: fn(&str) -> String,
    pub(crate) look_title: &'static str,
    pub(crate) runs_title: &'static str,
    pub(crate) done_title: &'static str,
    pub(crate) undone_title: &'static str,
    /// On the page of the members.
    pub(crate) link: &'static str,

    pub(crate) lead: &'static [&'static str],
    pub(crate) columns_heading: &'static str,
    pub(crate) columns_text: &'static str,
    /// The columns that are read, and what is in each.
    pub(crate) columns: &'static [(ListColumn, &'static str)],
    pub(crate) column: fn(ListColumn) -> &'static str,
    pub(crate) example: &'static str,
    pub(crate) file: &'static str,
    pub(crate) file_hint: &'static str,
    pub(crate) look: &'static str,
    pub(crate) wrong_file: fn(&WrongFile) -> String,

    pub(crate) new: &'static str,
    pub(crate) known: &'static str,
    pub(crate) repeated: &'static str,
    pub(crate) refused: &'static str,
    pub(crate) new_text: &'static str,
    pub(crate) known_text: &'static str,
    pub(crate) repeated_text: &'static str,
    pub(crate) refused_text: &'static str,
    /// How many of how many are shown.
    pub(crate) shown: fn(usize, u32) -> String,
    pub(crate) all_rows: &'static str,
    pub(crate) line: &'static str,
    pub(crate) name: &'static str,
    pub(crate) email: &'static str,
    pub(crate) comes: &'static str,
    pub(crate) why: &'static str,
    pub(crate) row_comes: fn(&RowComes) -> &'static str,
    pub(crate) problem: fn(ListProblem) -> &'static str,
    /// From the line that is repeated.
    pub(crate) repeats: fn(u32) -> String,
    pub(crate) placed: fn(Placed) -> &'static str,

    pub(crate) what_happens: &'static str,
    pub(crate) nobody_new: &'static str,
    /// What the committee declares of everybody on its list. Another wording is another version:
    /// see [`rules::LIST_DECLARATION`].
    pub(crate) declaration: &'static str,
    pub(crate) not_declared: &'static str,
    /// The button, from how many people.
    pub(crate) import: fn(u32) -> String,
    pub(crate) discard: &'static str,
    /// What is said first on a look again; nothing for what the form says itself.
    pub(crate) note: fn(Option<LookNote>) -> Option<&'static str>,

    /// From how many of how many.
    pub(crate) written: fn(u32, u32) -> String,
    pub(crate) goes_on: &'static str,
    pub(crate) elsewhere: &'static str,
    pub(crate) done: fn(u32) -> String,
    pub(crate) told: &'static str,
    pub(crate) to_members: &'static str,
    pub(crate) undone: &'static str,
    pub(crate) look_again: &'static str,
    pub(crate) refresh: &'static str,

    /// On a member's page: from the branch, the day and who did it.
    pub(crate) came: fn(&str, &str, &str) -> String,
    /// From the day.
    pub(crate) declared: fn(&str) -> String,
}
