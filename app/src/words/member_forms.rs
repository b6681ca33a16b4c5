//! The words of the forms by which a committee changes what is known of a member.

use rules::EndReason;

/// See [`super::Words`].
pub(crate) struct MemberFormsWords {
    /// The titles, from the member's name.
    pub(crate) correct_title: fn(&str) -> String,
    pub(crate) move_title: fn(&str) -> String,
    pub(crate) end_title: fn(&str) -> String,
    pub(crate) note_title: &'static str,
    pub(crate) leave: &'static str,
    pub(crate) meanwhile: &'static str,
    pub(crate) note_meanwhile: &'static str,
    pub(crate) meanwhile_text: &'static str,

    pub(crate) optional: &'static str,
    pub(crate) email_hint: &'static str,
    pub(crate) postcode_hint: &'static str,
    pub(crate) save: &'static str,
    pub(crate) no_name: &'static str,
    pub(crate) somebody_else: &'static str,

    /// What follows, from the member's name.
    pub(crate) move_says: fn(&str) -> String,
    pub(crate) to: &'static str,
    pub(crate) choose: &'static str,
    pub(crate) why: &'static str,
    pub(crate) why_hint: &'static str,
    pub(crate) move_button: &'static str,
    pub(crate) no_branch_chosen: &'static str,
    pub(crate) there_already: &'static str,
    pub(crate) not_current: &'static str,
    pub(crate) no_reason: &'static str,
    pub(crate) reason_too_long: &'static str,

    /// From the member's name.
    pub(crate) end_says: fn(&str) -> String,
    pub(crate) end_legend: &'static str,
    pub(crate) end_reason: fn(EndReason) -> &'static str,
    pub(crate) no_end_reason: &'static str,
    /// What will happen, from the member's name.
    pub(crate) end_check: fn(&str, EndReason) -> Vec<String>,
    pub(crate) end_button: &'static str,
    pub(crate) joined_twice: &'static str,
}
