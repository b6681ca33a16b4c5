//! The words of what representatives, parents and guardians see and do from their letters.

use register::SeatState;

/// See [`super::Words`].
pub(crate) struct OwnLinksWords {
    /// The heading of what we have.
    pub(crate) held: &'static str,
    pub(crate) name: &'static str,
    pub(crate) email: &'static str,
    pub(crate) group: &'static str,
    /// From the group and its branch.
    pub(crate) group_in: fn(&str, &str) -> String,
    pub(crate) named: &'static str,
    pub(crate) said_yes: &'static str,
    pub(crate) not_yet: &'static str,
    pub(crate) chosen: &'static str,
    /// How it stands with evidence, and until when it is asked for, if that is not over.
    pub(crate) state: fn(SeatState, due: Option<&str>, late: bool) -> String,
    pub(crate) child: &'static str,
    pub(crate) agreed: &'static str,
    /// From the day and the child's name.
    pub(crate) agreed_on: fn(&str, &str) -> String,

    /// The heading of what can be done.
    pub(crate) ways: &'static str,
    pub(crate) tell: &'static str,
    pub(crate) see: &'static str,
    pub(crate) rename: &'static str,
    pub(crate) everything: &'static str,
    pub(crate) stop: &'static str,
    pub(crate) withdraw: &'static str,
    pub(crate) back: &'static str,

    pub(crate) rename_heading: &'static str,
    pub(crate) rename_label: &'static str,
    pub(crate) rename_button: &'static str,
    pub(crate) renamed: &'static str,
    pub(crate) no_name: &'static str,
    pub(crate) same_name: &'static str,
    pub(crate) changed: &'static str,
    /// From the name as it is now.
    pub(crate) changed_text: fn(&str) -> String,

    /// From the group.
    pub(crate) stop_heading: fn(&str) -> String,
    pub(crate) stop_lines: fn(&str) -> Vec<String>,
    pub(crate) stop_button: &'static str,
    pub(crate) stop_not: &'static str,
    /// The seat is not theirs, or not any more.
    pub(crate) not_there: &'static str,
    pub(crate) not_there_lines: &'static [&'static str],
    /// Nobody is signed in who says yes or no.
    pub(crate) signed_out: &'static str,
    pub(crate) signed_out_lines: &'static [&'static str],

    /// From the child's name.
    pub(crate) withdraw_heading: fn(&str) -> String,
    pub(crate) withdraw_lines: fn(&str) -> Vec<String>,
    pub(crate) withdraw_button: &'static str,
    pub(crate) withdraw_not: &'static str,
    pub(crate) withdrawn: &'static str,
    pub(crate) withdrawn_lines: &'static [&'static str],

    /// What everything is that a representative is shown.
    pub(crate) seat_everything: &'static str,
    /// The same for a parent or guardian.
    pub(crate) guardian_everything: &'static str,
}
