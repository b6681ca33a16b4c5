//! The words of what representatives, parents and guardians see and do from their letters, in
//! English.

use register::SeatState;

use crate::words::OwnLinksWords;

pub(super) const OWN_LINKS: OwnLinksWords = OwnLinksWords {
    held: "What we have",
    name: "Name",
    email: "E-mail address",
    group: "Group",
    group_in: |group, branch| format!("{group}, in {branch} branch"),
    named: "Named",
    said_yes: "Said yes",
    not_yet: "Not so far",
    chosen: "How you were chosen",
    state: |state, due, late| match (state, due) {
        (SeatState::Requested, Some(due)) if late => {
            format!("You were asked until {due}. You can still answer.")
        }
        (SeatState::Requested, Some(due)) => format!("You are asked. You can answer until {due}."),
        (SeatState::Requested, None) => "You are asked.".to_owned(),
        (SeatState::Supplied, _) => "We have been told. It waits to be looked at.".to_owned(),
        (SeatState::Accepted, _) => "We have been told, and it was accepted.".to_owned(),
        (SeatState::Vacant | SeatState::Declared | SeatState::Confirmed, _) => {
            "Nobody has asked.".to_owned()
        }
    },
    child: "Child",
    agreed: "What you agreed to",
    agreed_on: |day, child| format!("On {day} you agreed to this in the name of {child}:"),

    ways: "What you can do",
    tell: "Tell us how your group chose you",
    see: "See what was sent",
    rename: "Put your name right",
    everything: "See everything we hold about you here",
    stop: "Stop representing the group",
    withdraw: "Take your agreement back",
    back: "Back",

    rename_heading: "Put your name right",
    rename_label: "Your name",
    rename_button: "Save",
    renamed: "Your name is changed.",
    no_name: "Enter your name",
    same_name: "Somebody else with your e-mail address has this name in the group. Enter your own",
    changed: "The name was changed meanwhile",
    changed_text: |now| format!("It is {now} now. To change it once more, save this form."),

    stop_heading: |group| format!("Stop representing {group}?"),
    stop_lines: |group| {
        vec![
            "We then delete your name and address as its representative, and what you sent about how you were chosen, at once. Nobody can bring it back.".to_owned(),
            "The links in our letters about it stop working.".to_owned(),
            format!(
                "{group} stays a member. We tell whoever we write to about the group that there is a place for a representative."
            ),
            "If you are a member for yourself, nothing about that changes.".to_owned(),
        ]
    },
    stop_button: "Stop representing it",
    stop_not: "Go on representing it",
    not_there: "This place is not yours, or not any more",
    not_there_lines: &[
        "If you have said no or stopped already, by pressing the button twice or on two devices, it is done: nothing was done a second time.",
    ],
    signed_out: "You are not signed in",
    signed_out_lines: &[
        "If you have said no or stopped already, it is done. Your name and address as the group’s representative are deleted.",
        "If you have not, nothing has changed. Sign in, and go on from there.",
    ],

    withdraw_heading: |child| format!("End the membership of {child}?"),
    withdraw_lines: |child| {
        vec![
            format!(
                "The membership of {child} rests on what you agreed to. If you take that back, it ends at once."
            ),
            format!(
                "What we hold about {child} is erased at once, and your name and address with it. Nobody can bring it back."
            ),
            "Our log keeps that a membership ended, and when, with a number and no name.".to_owned(),
            "We send one more letter to you, and one to the address of the membership, which say that it is done.".to_owned(),
            "What was done before stays lawful. You need not say why.".to_owned(),
        ]
    },
    withdraw_button: "Take it back, and end the membership",
    withdraw_not: "Leave it as it is",
    withdrawn: "The membership has ended",
    withdrawn_lines: &[
        "It is done: you have taken your agreement back. We have erased what we held about the membership, and your name and address.",
        "A letter is on its way to you that says so. It is the last one about it.",
    ],

    seat_everything: "This is all that our register holds about you as a representative of this group, and what was done with the group. If you are a member for yourself, you see that when you sign in.",
    guardian_everything: "This is all that our register holds about you as the parent or guardian who was asked. What it holds about the child is theirs.",
};
