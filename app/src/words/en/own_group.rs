//! The words of the pages of one's own group, in English.

use crate::words::OwnGroupWords;

pub(super) const OWN_GROUP: OwnGroupWords = OwnGroupWords {
    description: "Your group, its contact and its representatives.",
    to_page: "See everything about this group, and change it",
    to_page_seat: "See the page of this group",

    about: "About the group",
    kind: "Kind",
    number: "Membership number",
    since: "Member since",
    website: "Website",
    branch: "Branch",
    covered: |branch| format!("The group is in {branch} branch: it covers the group’s postcode."),
    chosen: |branch| {
        format!(
            "The group is in {branch} branch: it chose it, or was moved to it when somebody asked."
        )
    },
    contact: "Contact",
    contact_text: "We write to the contact about the group. Everybody who reads the e-mail of this address can see this page, and change what is on it.",
    back: "Back to your own page",
};
