//! The words of the pages where roles are given and withdrawn, in English.

use register::Office;

use crate::words::RolesWords;

pub(super) const ROLES: RolesWords = RolesWords {
    committee: |branch| format!("{branch} branch: committee"),
    administrators: "Administrators of the network",
    in_branch: "Who can see the members of this branch, or look at evidence for it",
    in_network: "Who can see and change everything",
    nobody: "Nobody has a role here yet.",
    who: "E-mail address",
    role: "Role",
    since: "Since",
    change: "Change",
    administrator: "Administrator",
    office: |office| match office {
        Office::Chair => "Chair",
        Office::Secretary => "Secretary",
        Office::Treasurer => "Treasurer",
        Office::Member => "Committee member",
    },
    office_hint: |office| match office {
        Office::Chair | Office::Secretary => "Can also give and withdraw roles in this branch",
        Office::Treasurer | Office::Member => "",
    },
    nominee: |group| format!("Looks at the evidence of {group}"),

    give_in_branch: "Add somebody to the committee",
    give_in_branch_lines: &[
        "They can see everybody in this branch. We write to them, and they sign in with this address.",
        "If they are on the committee already, the office you choose takes the place of the one they have.",
    ],
    give_in_network: "Make somebody an administrator",
    give_in_network_lines: &[
        "They can see and change everything in every branch. We write to them, and they sign in with this address.",
    ],
    email_hint: "The one that their letters from us come to.",
    office_label: "Office",
    give: "Give the role",
    held_already: "This person has this role already",
    no_office: "Choose an office",

    withdraw: "Withdraw",
    withdraw_heading: "Withdraw a role",
    withdraw_says: |email, role| {
        vec![
            format!("{email} has the role: {role}."),
            "If you withdraw it, they can open nothing more from then on, and a dashboard they have open stops. Their own membership stays as it is.".to_owned(),
        ]
    },
    withdraw_button: "Withdraw the role",
    keep: "Leave it as it is",
    last_one: "This is the last administrator",
    last_one_text: "Without an administrator nobody could give roles any more. Make somebody else an administrator first.",
};
