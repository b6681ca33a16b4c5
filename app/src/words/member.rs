//! The words of a member's page, as a committee sees it.

use register::{HowEnded, Placed};

/// See [`super::Words`].
pub(crate) struct MemberWords {
    pub(crate) details: &'static str,
    pub(crate) name: &'static str,
    pub(crate) email: &'static str,
    pub(crate) phone: &'static str,
    pub(crate) postcode: &'static str,
    pub(crate) age: &'static str,
    pub(crate) born: &'static str,
    pub(crate) not_given: &'static str,
    pub(crate) correct: &'static str,
    /// The numbers by which they had joined once more.
    pub(crate) merged: fn(&str) -> String,

    pub(crate) memberships: &'static str,
    /// From the class and the number.
    pub(crate) membership: fn(&str, &str) -> String,
    /// From the day it was asked for.
    pub(crate) waits: fn(&str) -> String,
    /// From the day it started.
    pub(crate) since: fn(&str) -> String,
    /// From the first and the last day, why it ended and who ended it.
    pub(crate) ended: fn(&str, &str, HowEnded, Option<&str>) -> String,
    /// From what they may, each as the join names it.
    pub(crate) rights: fn(&[&str]) -> String,
    /// From the class before and after, and the day.
    pub(crate) class_change: fn(&str, &str, &str) -> String,
    pub(crate) no_branch: &'static str,
    pub(crate) placed: fn(Placed) -> &'static str,
    /// From the branch, how they came there, and the first and the last day.
    pub(crate) placing: fn(&str, Option<&str>, &str, Option<&str>) -> String,
    /// Before the reason, from who wrote it.
    pub(crate) moved_by: fn(&str) -> String,
    /// Somebody who has no account any more.
    pub(crate) somebody: &'static str,
    pub(crate) move_on: &'static str,
    pub(crate) end: &'static str,

    pub(crate) represents: &'static str,
    /// From the group, and whether they have said yes.
    pub(crate) seat: fn(&str, bool) -> String,
    pub(crate) consents: &'static str,
    /// From the day, and whether a parent or guardian agreed.
    pub(crate) consent_given: fn(&str, bool) -> String,
    /// From the day.
    pub(crate) consent_withdrawn: fn(&str) -> String,

    pub(crate) notes: &'static str,
    pub(crate) add_note: &'static str,
    pub(crate) note_label: &'static str,
    pub(crate) note_hint: &'static str,
    pub(crate) keep_note: &'static str,
    pub(crate) note_missing: &'static str,
    pub(crate) note_too_long: &'static str,
    pub(crate) no_note: &'static str,
    /// From the author, the day, and the day it was changed.
    pub(crate) noted: fn(&str, &str, Option<&str>) -> String,
    pub(crate) change_note: &'static str,
}
