//! The words of the forms by which a committee changes what is known of a member, in English.

use rules::EndReason;

use crate::words::MemberFormsWords;

pub(super) const MEMBER_FORMS: MemberFormsWords = MemberFormsWords {
    correct_title: |name| format!("Correct the details of {name}"),
    move_title: |name| format!("Move {name} to another branch"),
    end_title: |name| format!("End the membership of {name}"),
    note_title: "Change a note",
    leave: "Leave it as it is",
    meanwhile: "This member has been changed meanwhile",
    note_meanwhile: "This note was changed since you opened it",
    meanwhile_text: "This is how it is now. Nothing of yours is kept so far: it still stands in the form below. If you send it again, it takes the place of this.",

    optional: "May be left empty.",
    email_hint: "Letters go here, and with this address they sign in.",
    postcode_hint: "May be left empty. Their branch stays as it is: to move them is a step of its own.",
    save: "Save",
    no_name: "Enter their name",
    somebody_else: "These details cannot be kept for this member. Check the name and the e-mail address, or ask the network’s administrators",

    move_says: |name| {
        format!(
            "{name} stays a member, and keeps the number and the rights. Only the new branch sees them from then on, and their postcode does not move them back."
        )
    },
    to: "To which branch?",
    choose: "Choose a branch",
    why: "Why?",
    why_hint: "The committee of the new branch can read it, and so can the member if they ask. Up to 500 characters.",
    move_button: "Move them",
    no_branch_chosen: "Choose where they go",
    there_already: "They are in this branch now. Choose another one",
    not_current: "This membership has ended, or waits for a parent or guardian: it cannot be changed",
    no_reason: "Write why they move",
    reason_too_long: "The reason can have 500 characters at most",

    end_says: |name| format!("Before anything happens, we show you what it means for {name}."),
    end_legend: "Why does it end?",
    end_reason: |how| match how {
        EndReason::AskedToLeave => "They asked to leave",
        EndReason::Died => "They have died",
        EndReason::NotThemselves => "Somebody else joined in their name",
    },
    no_end_reason: "Choose why the membership ends",
    end_check: |name, how| {
        let why = match how {
            EndReason::AskedToLeave => format!(
                "{name} asked to leave. From now on they are not a member, and not on the roll for today or any later day."
            ),
            EndReason::Died => format!("{name} has died."),
            EndReason::NotThemselves => format!("Somebody else joined in the name of {name}."),
        };
        vec![
            why,
            "The membership ends now, and everything we know of this person is erased: details, notes, consents, every membership. Rolls that were frozen keep the membership number, without a name.".to_owned(),
            "This cannot be taken back.".to_owned(),
        ]
    },
    end_button: "End it, and erase everything",
    joined_twice: "They joined twice? Make the two one member instead",
};
