//! The words of the pages of one's own group, in English.

use super::periods::period;
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
    to_hand_over: "Hand over to somebody else, or change the e-mail address",
    to_move: "Change the postcode",
    done: |changed| match changed {
        GroupChanged::Details => "The details of the group are changed.",
        GroupChanged::Named => "A letter is on its way to the representative you named.",
        GroupChanged::Removed => {
            "They do not represent the group any more. If we had written to them, we tell them by letter."
        }
        GroupChanged::ContactAsked => {
            "We have written to the new address. It is used when somebody there says yes."
        }
        GroupChanged::ContactWithdrawn => "The contact of the group stays as it is.",
        GroupChanged::Postcode => "The postcode of the group is changed.",
    },

    details_title: "Change the details of the group",
    name: "Name of the group",
    same_name: "Another group with this contact has this name already. Use another form of the name",

    contact_title: "Change the contact of the group",
    contact_lines: |kept| {
        [
            "Give the name and the e-mail address of whoever is to be the contact. If it is still you, leave your name as it is.".to_owned(),
            "We write to the new address. When somebody there opens the link in that e-mail and presses the button, our letters about the group go to it, and the group’s page is seen from there.".to_owned(),
            format!(
                "We also write to the old address, which is not told the new one. From there it can be put back for {}.",
                period(kept)
            ),
            "If the contact is somebody else, your telephone number goes, and the news that you get by e-mail stops: the new contact may ask for it.".to_owned(),
        ]
    },
    same_contact: "This is the address that we have. Enter the new one. If only the name is another, change it with the contact’s telephone number",
    contact_waits: |name, email, until| {
        format!(
            "We asked {name} at {email} whether we shall write there about the group from now on. They can say yes until {until}."
        )
    },
    contact_next: "To leave it as it is, choose to change it below.",
    contact_withdraw: "Leave the contact as it is",

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
