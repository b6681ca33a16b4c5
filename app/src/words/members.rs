//! The words of the list of members.

use register::{Count, MemberFilter, Order, Placed, Status};

use crate::pages::committee::Column;

/// See [`super::Words`].
pub(crate) struct MembersWords {
    /// The heading, from the branch's name.
    pub(crate) title: fn(&str) -> String,
    pub(crate) search: &'static str,
    pub(crate) search_hint: &'static str,
    pub(crate) search_button: &'static str,
    pub(crate) clear_search: &'static str,

    pub(crate) filter: &'static str,
    pub(crate) any: &'static str,
    pub(crate) status_label: &'static str,
    pub(crate) status: fn(Status) -> &'static str,
    pub(crate) joined_from: &'static str,
    pub(crate) joined_until: &'static str,
    pub(crate) wrong_day: &'static str,
    pub(crate) wrong_choice: &'static str,
    pub(crate) days_the_wrong_way: &'static str,
    pub(crate) district: &'static str,
    pub(crate) placed_label: &'static str,
    pub(crate) placed: fn(Placed) -> &'static str,
    pub(crate) order_label: &'static str,
    pub(crate) order: fn(Order) -> &'static str,
    pub(crate) only_under_18: &'static str,
    pub(crate) columns: &'static str,
    pub(crate) column: fn(Column) -> &'static str,
    pub(crate) apply: &'static str,
    pub(crate) show_all: &'static str,

    /// Who is found among those whose membership has ended, and who is not.
    pub(crate) ended_text: &'static str,

    pub(crate) results: &'static str,
    /// How many there are, and what the filter is, in a sentence.
    pub(crate) found: fn(Count, &MemberFilter) -> String,
    pub(crate) nobody_found: &'static str,
    pub(crate) nobody_yet: &'static str,
    pub(crate) caption: &'static str,
    pub(crate) name: &'static str,
    pub(crate) class: &'static str,
    pub(crate) under_18: &'static str,
    /// From the day.
    pub(crate) ended: fn(&str) -> String,
    pub(crate) waits: &'static str,
    pub(crate) no_district: &'static str,
    pub(crate) no_branch: &'static str,
    /// What a screen reader calls the way through the list.
    pub(crate) way: &'static str,
    pub(crate) before: &'static str,
    pub(crate) after: &'static str,
    pub(crate) export: &'static str,
    /// The columns of an export: number, name, e-mail address, telephone number, postcode,
    /// district, membership, from, until, branch, how they came there, under 18.
    pub(crate) export_columns: [&'static str; 12],
    pub(crate) doubles: &'static str,
}
