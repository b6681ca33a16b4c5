//! The words of the demo's own pages, and of the line about it on every page.

use super::Head;

/// What a demo says.
pub(crate) struct DemoWords {
    /// What stands at the bottom of every page of a demo.
    pub(crate) notice: &'static str,
    /// The link beside it.
    pub(crate) about: &'static str,
    /// The first page of the demo.
    pub(crate) head: Head,
    /// What is said about signing in, and its buttons.
    pub(crate) sign_in: &'static str,
    pub(crate) sign_in_lines: &'static [&'static str],
    pub(crate) chair: fn(branch: &str) -> String,
    pub(crate) administrator: &'static str,
    /// What is said about a member's own place, and the button.
    pub(crate) own: &'static str,
    pub(crate) own_line: &'static str,
    pub(crate) member: &'static str,
    /// What is said about groups, and the buttons.
    pub(crate) group: &'static str,
    pub(crate) group_lines: &'static [&'static str],
    pub(crate) representative: &'static str,
    pub(crate) contact: &'static str,
    /// What is said about parents and guardians, and the button.
    pub(crate) family: &'static str,
    pub(crate) family_line: &'static str,
    pub(crate) guardian: &'static str,
    /// What is said about joining, and the way there.
    pub(crate) join: &'static str,
    pub(crate) join_line: &'static str,
    pub(crate) join_link: &'static str,
    /// What is said about the letters, and the way there.
    pub(crate) letters: &'static str,
    pub(crate) letters_line: &'static str,
    pub(crate) letters_link: &'static str,
    /// The page that lists them.
    pub(crate) letters_head: Head,
    pub(crate) no_letters: &'static str,
    pub(crate) refresh: &'static str,
    /// To whom a letter went, and at what time.
    pub(crate) sent: fn(to: &str, time: &str) -> String,
    /// From one letter to all of them.
    pub(crate) back: &'static str,
}
