//! The words of the pages where roles are given and withdrawn.

use register::Office;

/// See [`super::Words`].
pub(crate) struct RolesWords {
    /// The heading, from the branch's name.
    pub(crate) committee: fn(&str) -> String,
    pub(crate) administrators: &'static str,
    pub(crate) in_branch: &'static str,
    pub(crate) in_network: &'static str,
    pub(crate) nobody: &'static str,
    pub(crate) who: &'static str,
    pub(crate) role: &'static str,
    pub(crate) since: &'static str,
    pub(crate) change: &'static str,
    pub(crate) administrator: &'static str,
    pub(crate) office: fn(Office) -> &'static str,
    /// What an office may; empty for nothing more.
    pub(crate) office_hint: fn(Office) -> &'static str,
    /// From the group's name.
    pub(crate) nominee: fn(&str) -> String,

    pub(crate) give_in_branch: &'static str,
    pub(crate) give_in_branch_lines: &'static [&'static str],
    pub(crate) give_in_network: &'static str,
    pub(crate) give_in_network_lines: &'static [&'static str],
    pub(crate) email_hint: &'static str,
    pub(crate) office_label: &'static str,
    pub(crate) give: &'static str,
    pub(crate) held_already: &'static str,
    pub(crate) no_office: &'static str,

    pub(crate) withdraw: &'static str,
    pub(crate) withdraw_heading: &'static str,
    /// What will happen, from the address and the role.
    pub(crate) withdraw_says: fn(&str, &str) -> Vec<String>,
    pub(crate) withdraw_button: &'static str,
    pub(crate) keep: &'static str,
    pub(crate) last_one: &'static str,
    pub(crate) last_one_text: &'static str,
}
