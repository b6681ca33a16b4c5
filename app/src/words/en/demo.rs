//! What a demo says, in English.

use crate::words::{DemoWords, Head};

pub(super) const DEMO: DemoWords = DemoWords {
    notice: "This is a demo: everybody in it is made up.",
    about: "About this demo",
    head: Head {
        title: "Demo",
        description: "A made-up network to look around in.",
        heading: "Look around",
        lead: "Every member, group and letter here is made up. The demo is on this computer alone, and begins anew each time it is started.",
    },
    sign_in: "See what a committee sees",
    sign_in_lines: &[
        "Each button signs you in as somebody made up, with the second step done.",
        "Somebody new joins every few seconds: leave a dashboard open and watch it change.",
    ],
    chair: |branch| format!("Sign in as the chair of {branch}"),
    administrator: "Sign in as an administrator",
    own: "See what a member sees",
    own_line: "The button lets somebody made up join in Bristol, and signs you in as them.",
    member: "Sign in as a member",
    group: "See what a group sees",
    group_lines: &[
        "Each button lets a group made up just now join in Bristol. Its contact and its representative are two people, each with a letter of their own.",
        "The representative has said yes, and has then been asked how the group chose them. The contact is who joined the group.",
    ],
    representative: "Sign in as a representative",
    contact: "Sign in as a group’s contact",
    family: "See what a parent or guardian sees",
    family_line: "A child joins, and a letter goes to their parent or guardian, who needs no account. The button opens the page behind the link in it.",
    guardian: "Open a guardian’s page",
    join: "Join yourself",
    join_line: "Join as anybody would, with any details you like. Nothing of it leaves this computer.",
    join_link: "Start to join",
    letters: "Read the letters",
    letters_line: "No letter is sent. What would have gone out since the demo started is kept here.",
    letters_link: "Open the letters",
    letters_head: Head {
        title: "Letters",
        description: "What the demo would have sent.",
        heading: "Letters",
        lead: "The newest letters of this demo, made up like everything in it. None of them was sent.",
    },
    no_letters: "There is no letter yet. The first one is written within seconds.",
    refresh: "Look again",
    sent: |to, time| format!("To {to}, at {time}"),
    back: "All letters",
};
