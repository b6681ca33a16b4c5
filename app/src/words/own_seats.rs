//! The words of what a group's contact does about its representatives.

use register::OwnSeat;

/// See [`super::Words`].
pub(crate) struct OwnSeatsWords {
    /// The name of the first or the second seat.
    pub(crate) which: fn(u8) -> &'static str,
    pub(crate) vacant: &'static str,
    pub(crate) to_name: &'static str,
    pub(crate) to_replace: &'static str,
    pub(crate) to_remove: &'static str,
    pub(crate) to_supply: &'static str,
    pub(crate) to_sent: &'static str,
    pub(crate) to_own: &'static str,

    pub(crate) name_title: &'static str,
    pub(crate) not_chosen: &'static str,
    pub(crate) named_too_often: &'static str,
    pub(crate) meanwhile_text: &'static str,
    pub(crate) remove_title: &'static str,
    /// From who is in the seat.
    pub(crate) remove_lines: fn(&OwnSeat) -> Vec<String>,
    pub(crate) remove_button: &'static str,
}
