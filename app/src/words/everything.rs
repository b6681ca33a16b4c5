//! The words of the page that shows everything that is held.

use register::{FactName, HeldKind};

/// See [`super::Words`].
pub(crate) struct EverythingWords {
    pub(crate) title: &'static str,
    pub(crate) description: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) way: &'static str,
    /// Beside the link to the page.
    pub(crate) to_page: &'static str,
    /// From the moment when it was put together.
    pub(crate) put_together: fn(&str) -> String,
    pub(crate) file: &'static str,
    pub(crate) file_hint: &'static str,
    pub(crate) back: &'static str,
    pub(crate) not_here: &'static str,
    pub(crate) not_here_points: &'static [&'static str],

    /// The heading of what is of this kind.
    pub(crate) kind: fn(HeldKind) -> &'static str,
    pub(crate) fact: fn(FactName) -> &'static str,
    /// What a word of the register's means; `None` for one that is not known here.
    pub(crate) word: fn(FactName, &str) -> Option<&'static str>,
    /// Who did something, from the register's word and the branch whose committee it was.
    pub(crate) who: fn(&str, branch: Option<&str>) -> String,
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
    /// From a file's name and its size in bytes.
    pub(crate) sent_file: fn(&str, i32) -> String,
    /// From how many are shown and how many there are.
    pub(crate) newest: fn(shown: usize, all: usize) -> String,
}
