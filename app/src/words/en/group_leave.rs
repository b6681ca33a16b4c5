//! The words of a group's leaving, in English.

use super::periods::period;
use crate::words::GroupLeaveWords;

pub(super) const GROUP_LEAVE: GroupLeaveWords = GroupLeaveWords {
    title: "The group leaves",
    description: "End the membership of your group, at once.",
    to_page: "The group can leave at any time, at once, and without saying why. We then erase what we hold about it.",
    way: "See what leaving means for the group",
    heading: |group| format!("{group} leaves"),
    lead: "A group can leave at any time and without saying why. Here is what happens then.",
    goes_points: &[
        "its name, kind, website, postcode and branch",
        "your name, e-mail address and telephone number as its contact",
        "its representatives, with what they sent us about how they were chosen. Each of them gets a letter that says so",
        "who was named to look at that",
        "what you agreed to for the group, and what we know of the letters that we sent about it",
        "your sessions and requests to sign in, if your e-mail address is not used here otherwise",
    ],
    at_once: "All of this is erased at once. Nobody can bring it back. We send you one more letter, which says that it is done; then your name and address as its contact are erased, too.",
    stays_points: |site| {
        vec![
            format!(
                "that a membership ended, and when, with a number and no name: in the log of what was done, for {}",
                period(site.retention.access_log)
            ),
            "counts, which name nobody".to_owned(),
            "your own membership, and those of its representatives, if they are members for themselves"
                .to_owned(),
        ]
    },
    go_on: |group| format!("Continue: {group} leaves"),
    stay: "The group stays a member",
    check_lines: |name, number| {
        [
            format!("The membership of {name}, number {number}, ends when you press the button."),
            "What we hold about it is erased, and cannot be brought back. The group can join again at any time, as a new one.".to_owned(),
        ]
    },
    button: "The group leaves now",

    left: "The group has left",
    left_lines: &[
        "It is done: we have erased what we held about the group. Thank you for having been with us.",
        "A letter is on its way to you that says so. It is the last one about the group.",
        "If you are a member for yourself, are the contact of another group, or sit on a committee, that goes on. If you are not, you are signed out, and there is nothing more to sign in for.",
    ],
    join_again: "The group is welcome back at any time.",
    not_there: "The group is not there any more",
    not_there_lines: &[
        "You are not the contact of a group by that number. If you pressed the button twice, or on two devices, the group has left: nothing was done a second time.",
    ],
    signed_out: "You are not signed in",
    signed_out_lines: &[
        "If the group has left already, it is done. A letter that says so is on its way to its contact.",
        "If it has not, nothing has changed. Sign in, and go on from there.",
    ],
};
