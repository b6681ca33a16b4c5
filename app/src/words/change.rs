//! The words of what members change of their own.

use rules::{Period, Reason};

use crate::pages::me::Changed;

/// See [`super::Words`].
pub(crate) struct ChangeWords {
    pub(crate) description: &'static str,
    /// The heading over what can be changed, on the first page of a member's own place.
    pub(crate) details: &'static str,
    pub(crate) email: &'static str,
    pub(crate) phone: &'static str,
    pub(crate) postcode: &'static str,
    pub(crate) not_given: &'static str,
    pub(crate) to_details: &'static str,
    pub(crate) to_email: &'static str,
    pub(crate) to_house: &'static str,
    /// What has just been done.
    pub(crate) done: fn(Changed) -> &'static str,
    /// Whom a form is about, from the name and the membership number.
    pub(crate) of: fn(name: &str, number: &str) -> String,
    pub(crate) back: &'static str,
    pub(crate) leave: &'static str,
    pub(crate) save: &'static str,
    pub(crate) meanwhile: &'static str,
    pub(crate) meanwhile_text: &'static str,

    pub(crate) details_title: &'static str,
    pub(crate) name: &'static str,
    pub(crate) phone_hint: &'static str,
    pub(crate) no_name: &'static str,
    pub(crate) same_name: &'static str,

    pub(crate) email_title: &'static str,
    /// From how long each address has.
    pub(crate) email_text: fn(Period) -> [String; 3],
    pub(crate) new_email: &'static str,
    pub(crate) email_button: &'static str,
    pub(crate) no_email: &'static str,
    pub(crate) same_email: &'static str,
    pub(crate) too_often: &'static str,
    /// From the new address and the moment until which it can be confirmed.
    pub(crate) email_waits: fn(&str, &str) -> String,
    pub(crate) email_next: &'static str,
    pub(crate) email_replaced: &'static str,
    pub(crate) email_withdraw: &'static str,

    pub(crate) house_title: &'static str,
    pub(crate) house_text: &'static str,
    pub(crate) no_postcode: &'static str,
    pub(crate) house_check: &'static str,
    pub(crate) covers_other: &'static str,
    /// From the postcode.
    pub(crate) unlisted: fn(&str) -> String,
    /// For whom nothing else changes: from the branch.
    pub(crate) stays_in: fn(&str) -> String,
    /// From the branch now and the one after.
    pub(crate) moves: fn(from: Option<&str>, to: Option<&str>) -> String,
    /// For whoever chose their branch: from it, and from the one that covers the postcode.
    pub(crate) chose: fn(chosen: &str, covers: &str) -> String,
    pub(crate) follow: &'static str,
    pub(crate) house_button: &'static str,
    pub(crate) other_postcode: &'static str,

    pub(crate) withdraw: &'static str,
    pub(crate) withdraw_text: &'static str,
    pub(crate) withdraw_button: &'static str,

    pub(crate) to_branch: &'static str,
    pub(crate) branch_title: &'static str,
    pub(crate) branch_text: &'static str,
    /// From the branch that covers where they live.
    pub(crate) branch_covers: fn(&str) -> String,
    pub(crate) branch: &'static str,
    /// What stands there before one is chosen.
    pub(crate) branch_none: &'static str,
    pub(crate) no_branch: &'static str,
    pub(crate) branch_button: &'static str,

    pub(crate) to_full: &'static str,
    pub(crate) to_associate: &'static str,
    pub(crate) meanwhile_other: &'static str,
    pub(crate) open: &'static str,
    pub(crate) open_text: &'static [&'static str],
    pub(crate) open_button: &'static str,
    pub(crate) stays: &'static str,
    pub(crate) stays_text: fn(Reason) -> &'static [&'static str],
    /// From the first day on which full membership may open.
    pub(crate) not_yet: fn(&str) -> String,
    pub(crate) to_associate_text: &'static [&'static str],
    pub(crate) to_associate_button: &'static str,
}
