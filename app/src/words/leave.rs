//! The words of leaving.

use register::{OwnStanding, Role};

use crate::site::Site;

/// See [`super::Words`].
pub(crate) struct LeaveWords {
    pub(crate) title: &'static str,
    pub(crate) description: &'static str,
    /// Beside the link to the page, and the link.
    pub(crate) to_page: &'static str,
    pub(crate) way: &'static str,

    pub(crate) lead: &'static str,
    pub(crate) nobody: &'static str,
    /// Who leaves, from how somebody stands: their number, or that they wait.
    pub(crate) who: fn(&str, &OwnStanding) -> String,
    pub(crate) goes: &'static str,
    pub(crate) goes_points: &'static [&'static str],
    pub(crate) at_once: &'static str,
    pub(crate) backups: fn(&Site) -> String,
    pub(crate) stays: &'static str,
    pub(crate) stays_points: fn(&Site) -> Vec<String>,
    /// What goes on, since it is not part of a membership: a group's name, and a role.
    pub(crate) goes_on: &'static str,
    pub(crate) contact_of: fn(&str) -> String,
    pub(crate) represents: fn(&str) -> String,
    pub(crate) role: fn(&Role) -> String,
    /// From the name, where somebody else has the address, too.
    pub(crate) others: fn(&str) -> String,
    /// The button of each that leads on, from the name.
    pub(crate) go_on: fn(&str) -> String,
    pub(crate) before: &'static str,
    pub(crate) copy_first: &'static str,
    pub(crate) stay: &'static str,

    pub(crate) check: &'static str,
    /// What the button will do, in sentences.
    pub(crate) check_lines: fn(&str, &OwnStanding) -> Vec<String>,
    pub(crate) button: &'static str,

    pub(crate) left: &'static str,
    pub(crate) left_lines: &'static [&'static str],
    pub(crate) join_again: &'static str,
    pub(crate) join: &'static str,

    /// For a form that came without a session, or about somebody who is not there.
    pub(crate) not_there: &'static str,
    pub(crate) not_there_lines: &'static [&'static str],
    pub(crate) signed_out: &'static str,
    pub(crate) signed_out_lines: &'static [&'static str],
    pub(crate) sign_in: &'static str,
}
