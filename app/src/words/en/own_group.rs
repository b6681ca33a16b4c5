//! The words of the pages of one's own group, in English.

use crate::pages::me::GroupChanged;
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
    to_details: "Change the name or the website",
    to_contact: "Change the contact’s name or telephone number",
    to_move: "Change the postcode",
    done: |changed| match changed {
        GroupChanged::Details => "The details of the group are changed.",
        GroupChanged::Named => "A letter is on its way to the representative you named.",
        GroupChanged::Removed => {
            "They do not represent the group any more. We tell them by letter."
        }
        GroupChanged::Postcode => "The postcode of the group is changed.",
    },

    details_title: "Change the details of the group",
    name: "Name of the group",
    same_name: "Another group with this contact has this name already. Use another form of the name",

    move_title: "Has the group moved?",
    move_text: "Tell us the new postcode. Before anything changes, we show you which branch the group would be in.",
    stays_in: |branch| format!("The group stays in {branch} branch."),
    moves: |from, to| match (from, to) {
        (Some(from), Some(to)) => {
            format!("{to} branch covers it. The group moves there from {from} branch.")
        }
        (None, Some(to)) => {
            format!("{to} branch covers it. The group becomes a member of it, too.")
        }
        (Some(from), None) => format!(
            "No branch covers it yet. The group leaves {from} branch, and is a member all the same, without a branch for now."
        ),
        (None, None) => {
            "No branch covers it yet. The group is a member all the same, without a branch for now."
                .to_owned()
        }
    },
    chose: |chosen, covers| {
        format!(
            "{covers} branch covers it. The group is in {chosen} branch by choice, and stays there."
        )
    },
    follow: "Move the group to the branch that covers where it works",
    move_button: "Change the postcode of the group",
};
