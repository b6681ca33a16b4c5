//! The words of "Membership explained".

use super::{Head, Section};
use crate::site::Site;

/// A line of the table that is the same for everybody in a class.
pub(crate) struct Row {
    pub(crate) heading: &'static str,
    pub(crate) full: &'static str,
    pub(crate) associate: &'static str,
    pub(crate) group: &'static str,
}

/// A line of the table about a right: what it is for individual members, the rules say.
pub(crate) struct GroupRow {
    pub(crate) heading: &'static str,
    pub(crate) group: &'static str,
}

/// The words of "Membership explained".
pub(crate) struct MembershipWords {
    pub(crate) head: Head,
    pub(crate) table_heading: &'static str,
    pub(crate) table_caption: &'static str,
    /// The heading of the first column.
    pub(crate) question: &'static str,
    pub(crate) full: &'static str,
    pub(crate) associate: &'static str,
    pub(crate) group: &'static str,
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
    /// Who it is for, and the like.
    pub(crate) rows: &'static [Row],
    pub(crate) speak: GroupRow,
    pub(crate) vote: GroupRow,
    pub(crate) stand: GroupRow,
    pub(crate) sections: &'static [Section],
    pub(crate) join: &'static str,
    /// Under the button: what joining asks.
    pub(crate) join_hint: fn(&Site) -> String,
}
