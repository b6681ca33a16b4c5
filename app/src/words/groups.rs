//! The words of the pages about a branch's groups, their seats and their evidence.

use register::{FileKind, SeatState};
use rules::GroupKind;

/// See [`super::Words`].
pub(crate) struct GroupsWords {
    /// From the branch's name.
    pub(crate) title: fn(&str) -> String,
    pub(crate) all: &'static str,
    pub(crate) waiting: &'static str,
    pub(crate) late: &'static str,
    /// What a screen reader calls the choice between the two.
    pub(crate) which: &'static str,
    pub(crate) caption: &'static str,
    pub(crate) caption_waiting: &'static str,
    pub(crate) caption_overdue: &'static str,
    pub(crate) none: &'static str,
    pub(crate) none_waiting: &'static str,
    pub(crate) none_overdue: &'static str,
    pub(crate) group: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) first_seat: &'static str,
    pub(crate) second_seat: &'static str,
    pub(crate) after: &'static str,
    pub(crate) to_first: &'static str,
    pub(crate) kind_of: fn(GroupKind) -> &'static str,
    pub(crate) state: fn(SeatState) -> &'static str,
    /// In the place of being asked for evidence: from the day that it was due.
    pub(crate) overdue: fn(&str) -> String,

    pub(crate) changed: &'static str,
    pub(crate) changed_text: &'static str,
    pub(crate) about: &'static str,
    pub(crate) number: &'static str,
    pub(crate) joined: &'static str,
    pub(crate) contact: &'static str,
    pub(crate) website: &'static str,
    pub(crate) name: &'static str,
    pub(crate) named: &'static str,
    pub(crate) confirmed: &'static str,
    pub(crate) not_yet: &'static str,
    pub(crate) state_is: &'static str,
    pub(crate) name_somebody: &'static str,
    pub(crate) name_somebody_else: &'static str,
    pub(crate) history: &'static str,
    /// From the day, who asked and the day it is due.
    pub(crate) asked: fn(&str, Option<&str>, &str) -> String,
    /// From the moment.
    pub(crate) sent: fn(&str) -> String,
    pub(crate) open: &'static str,
    /// From the moment and who did it.
    pub(crate) accepted: fn(&str, Option<&str>) -> String,
    /// The same; before what is missing.
    pub(crate) queried: fn(&str, Option<&str>) -> String,
    /// The same, when what was missing is erased.
    pub(crate) queried_once: fn(&str, Option<&str>) -> String,
    /// From the day.
    pub(crate) erased: fn(&str) -> String,

    pub(crate) nominees: &'static str,
    pub(crate) nominees_text: &'static str,
    pub(crate) no_nominee: &'static str,
    pub(crate) since: &'static str,
    pub(crate) add_nominee: &'static str,
    pub(crate) nominee_hint: &'static str,
    pub(crate) nominee_already: &'static str,
    pub(crate) nominee_of: &'static str,

    pub(crate) leave: &'static str,
    pub(crate) ask: &'static str,
    /// From the representative's name.
    pub(crate) ask_text: fn(&str) -> Vec<String>,
    pub(crate) due: &'static str,
    pub(crate) due_hint: &'static str,
    pub(crate) wrong_due: &'static str,
    pub(crate) past_due: &'static str,

    pub(crate) name_title: &'static str,
    /// From the name of whoever is in the seat.
    pub(crate) name_text: fn(Option<&str>) -> Vec<String>,
    pub(crate) name_label: &'static str,
    pub(crate) email_label: &'static str,
    pub(crate) email_hint: &'static str,
    pub(crate) name_button: &'static str,
    pub(crate) no_name: &'static str,
    pub(crate) named_already: &'static str,

    pub(crate) evidence: &'static str,
    /// From the name and the moment.
    pub(crate) sent_by: fn(&str, &str) -> String,
    pub(crate) download: &'static str,
    pub(crate) file_kind: fn(FileKind) -> &'static str,
    /// From how many bytes.
    pub(crate) size: fn(u32) -> String,
    pub(crate) file_warning: &'static str,
    pub(crate) judge: &'static str,
    pub(crate) accept: &'static str,
    pub(crate) accept_hint: &'static str,
    pub(crate) query: &'static str,
    pub(crate) query_hint: &'static str,
    pub(crate) missing: &'static str,
    pub(crate) missing_hint: &'static str,
    pub(crate) judge_button: &'static str,
    pub(crate) no_decision: &'static str,
    pub(crate) no_missing: &'static str,
    pub(crate) missing_too_long: &'static str,
}
