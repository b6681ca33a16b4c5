//! The words of a member's own place.

use register::{OwnSeat, Placed};
use rules::Class;

/// See [`super::Words`].
pub(crate) struct MeWords {
    pub(crate) description: &'static str,
    /// The heading for one membership, for several, for groups alone, and for people without any.
    pub(crate) membership: &'static str,
    pub(crate) memberships: &'static str,
    pub(crate) only_groups: &'static str,
    pub(crate) no_longer: &'static str,
    /// What is said where several people have the address.
    pub(crate) shared: &'static str,

    /// For somebody who signed in and is no member: the heading, from the address, and the way in.
    pub(crate) nobody: &'static str,
    pub(crate) nobody_text: fn(&str) -> String,
    pub(crate) nobody_joined: &'static str,
    pub(crate) join: &'static str,

    pub(crate) waiting: &'static str,
    pub(crate) contact_next: &'static str,
    pub(crate) nothing_waits: &'static str,
    /// From the child, the guardian and the day until which they may answer.
    pub(crate) guardian_waits: fn(child: &str, guardian: &str, until: &str) -> String,
    pub(crate) guardian_next: &'static str,
    /// From whoever was named and the group.
    pub(crate) seat_waits: fn(name: &str, group: &str) -> String,
    pub(crate) seat_next: &'static str,
    /// From whoever is asked, the group and the day until which.
    pub(crate) evidence_waits: fn(name: &str, group: &str, due: &str) -> String,
    /// The same, when that day has passed.
    pub(crate) evidence_late: fn(name: &str, group: &str, due: &str) -> String,
    pub(crate) evidence_next: &'static str,
    pub(crate) letter_lost: &'static str,

    /// From how many cards the page has.
    pub(crate) print_hint: fn(usize) -> &'static str,
    pub(crate) print: fn(usize) -> &'static str,
    pub(crate) rights: &'static str,
    pub(crate) explained: &'static str,
    /// From the last day on which it opens.
    pub(crate) full_opens: fn(&str) -> String,
    pub(crate) branch: &'static str,
    /// From the branch's name and how the membership came to it.
    pub(crate) in_branch: fn(&str, Option<Placed>) -> String,
    pub(crate) committee: &'static str,
    pub(crate) no_committee: &'static str,
    pub(crate) no_branch: &'static str,
    pub(crate) helps: &'static str,
    /// From the class, the guardian, the day they were asked and the last on which they may answer.
    pub(crate) will_be: fn(Class, guardian: &str, asked: &str, until: &str) -> String,
    /// From the branch's name.
    pub(crate) will_be_in: fn(&str) -> String,
    pub(crate) elsewhere: &'static str,
    pub(crate) sign_in_there: &'static str,
    pub(crate) no_member: &'static str,

    pub(crate) groups: &'static str,
    /// From the kind, the number and the day since when.
    pub(crate) group: fn(kind: &str, number: &str, since: &str) -> String,
    /// From the branch's name.
    pub(crate) group_in: fn(&str) -> String,
    pub(crate) group_without: &'static str,
    /// From the contact's name.
    pub(crate) contact: fn(&str) -> String,
    pub(crate) seats: &'static str,
    /// From the seat and the day until which evidence is asked for.
    pub(crate) seat: fn(&OwnSeat, due: Option<&str>) -> String,
    /// From how many seats are vacant.
    pub(crate) vacant: fn(usize) -> Option<&'static str>,
    pub(crate) join_too: &'static str,

    pub(crate) write: &'static str,
    pub(crate) write_text: &'static str,
    /// From a member's own place to what they do for others, and back.
    pub(crate) to_roles: &'static str,
    pub(crate) to_own: &'static str,
}
