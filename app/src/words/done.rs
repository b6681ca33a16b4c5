//! The words of the screen after sending.

use rules::{Class, Period};

/// See [`super::Words`].
pub(crate) struct DoneWords {
    pub(crate) title: &'static str,
    pub(crate) description: &'static str,
    pub(crate) heading: &'static str,
    /// What the answers led to: a member of this class.
    pub(crate) is: fn(Class) -> String,
    /// What they will lead to, once a guardian has confirmed.
    pub(crate) will_be: fn(Class) -> String,
    pub(crate) group: &'static str,
    pub(crate) branch: fn(&str) -> String,
    pub(crate) start_branch: &'static str,
    pub(crate) reference: &'static str,
    pub(crate) what_next: &'static str,
    pub(crate) next: &'static [&'static str],
    /// From how long a guardian has.
    pub(crate) next_guardian: fn(Period) -> String,
    pub(crate) next_group: &'static [&'static str],
    pub(crate) no_letter: &'static str,
    pub(crate) write_to_us: &'static str,
    pub(crate) other_way: &'static str,
    /// To a person: a group may join too (R10).
    pub(crate) as_group: &'static str,
    /// To a group: its people may join in their own right (R10).
    pub(crate) as_person: &'static str,
    pub(crate) join_again: &'static str,
    /// For anybody but the browser that sent.
    pub(crate) nothing: &'static str,
    pub(crate) nothing_text: &'static str,
    pub(crate) join: &'static str,
}
