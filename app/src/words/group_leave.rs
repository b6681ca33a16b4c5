//! The words of a group's leaving.

use crate::site::Site;

/// See [`super::Words`].
pub(crate) struct GroupLeaveWords {
    pub(crate) title: &'static str,
    pub(crate) description: &'static str,
    /// Beside the link to the page, and the link.
    pub(crate) to_page: &'static str,
    pub(crate) way: &'static str,
    /// From the group's name.
    pub(crate) heading: fn(&str) -> String,
    pub(crate) lead: &'static str,
    pub(crate) goes_points: &'static [&'static str],
    pub(crate) at_once: &'static str,
    pub(crate) stays_points: fn(&Site) -> Vec<String>,
    /// The button that leads on, from the group's name.
    pub(crate) go_on: fn(&str) -> String,
    pub(crate) stay: &'static str,
    /// What the button will do, in sentences, from the group's name and number.
    pub(crate) check_lines: fn(name: &str, number: &str) -> [String; 2],
    pub(crate) button: &'static str,

    pub(crate) left: &'static str,
    pub(crate) left_lines: &'static [&'static str],
    pub(crate) join_again: &'static str,
    pub(crate) not_there: &'static str,
    pub(crate) not_there_lines: &'static [&'static str],
    pub(crate) signed_out: &'static str,
    pub(crate) signed_out_lines: &'static [&'static str],
}
