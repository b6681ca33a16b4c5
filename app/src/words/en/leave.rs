//! The words of leaving, in English.

use register::{OwnStanding, Role};

use super::periods::period;
use crate::words::LeaveWords;

pub(super) const LEAVE: LeaveWords = LeaveWords {
    title: "Leave the network",
    description: "End your membership, at once and by yourself.",
    to_page: "You can leave at any time, at once, and without saying why. We then erase what we hold about you.",
    way: "See what leaving means",

    lead: "You can leave at any time and without saying why. Here is what happens then.",
    nobody: "Nobody is a member with the address that you signed in with, so there is nothing to leave.",
    who: |name, standing| match standing {
        OwnStanding::Member(member) => format!("{name}, number {}", member.number),
        _ => format!("{name}, who waits for a parent or guardian to agree"),
    },
    goes: "What goes",
    goes_points: &[
        "your name, e-mail address, telephone number, postcode and age, and what we search for you by",
        "your membership with its branches, and what a parent or guardian was asked",
        "what you agreed to, news by e-mail, and your offer to help start a branch",
        "the notes that committees wrote about you",
        "what we know of the letters that we sent you",
        "your sessions and requests to sign in, if nobody else uses your e-mail address here",
    ],
    at_once: "All of this is erased at once. Nobody can bring it back. We send you one more letter, which says that it is done; then your name and address are erased, too.",
    backups: |site| {
        format!(
            "Backups of our register keep it for up to {} more. We use them for nothing but to repair the register.",
            period(site.retention.backup)
        )
    },
    stays: "What stays",
    stays_points: |site| {
        vec![
            format!(
                "that a membership ended, and when, with a number and no name: in the log of what was done, for {}",
                period(site.retention.access_log)
            ),
            "your membership number, and no name, on lists of who could vote at a meeting that has been".to_owned(),
            "counts, which name nobody".to_owned(),
        ]
    },
    goes_on: "What goes on, since it is not part of your membership",
    contact_of: |group| format!("{group} stays a member, and its contact has this address"),
    represents: |group| {
        format!(
            "you represent {group}. To stop, open the link in any e-mail that we sent you about it, and stop there. What you sent about how you were chosen is erased then"
        )
    },
    role: |role| match role {
        Role::Administrator => {
            "this address is an administrator’s. Ask another administrator to end that".to_owned()
        }
        Role::Committee { branch, .. } => format!(
            "this address has a role on the committee of {} branch. Ask its chair or secretary to end that",
            branch.name
        ),
        Role::Nominee { group } => format!(
            "this address was named to look at the evidence of {}. Ask the committee to end that",
            group.name
        ),
    },
    others: |name| format!("More than one person uses this e-mail address. Only {name} leaves."),
    go_on: |name| format!("Continue: {name} leaves"),
    before: "Before you go",
    copy_first: "Save everything we hold",
    stay: "Stay a member",

    check: "Is this what you want?",
    check_lines: |name, standing| {
        match standing {
        OwnStanding::Member(member) => vec![
            format!("The membership of {name}, number {}, ends when you press the button.", member.number),
            "What we hold about it is erased, and cannot be brought back. You can join again at any time, as somebody new.".to_owned(),
        ],
        _ => vec![
            format!("{name} does not join. What was sent to us is erased, and what the parent or guardian was asked."),
            "You can join at any time, from the beginning.".to_owned(),
        ],
    }
    },
    button: "Leave now",

    left: "You have left",
    left_lines: &[
        "It is done: we have erased what we held about your membership. Thank you for having been with us.",
        "A letter is on its way that says so. It is the last one about your membership.",
        "If somebody else uses your e-mail address here, or you sit on a committee, that goes on.",
    ],
    join_again: "You are welcome back at any time.",
    join: "Join again",

    not_there: "It is done already",
    not_there_lines: &[
        "Nobody with the address that you signed in with is a member by that number any more. If you pressed the button twice, or on two devices, you have left: nothing was done a second time.",
    ],
    signed_out: "You are not signed in",
    signed_out_lines: &[
        "If you have left already, it is done. A letter that says so is on its way to you.",
        "If you have not, nothing has changed. Sign in, and leave from there.",
    ],
    sign_in: "Sign in",
};
