//! The words of what a group's contact does about its representatives, in English.

use crate::words::OwnSeatsWords;

pub(super) const OWN_SEATS: OwnSeatsWords = OwnSeatsWords {
    which: |place| match place {
        1 => "First representative",
        _ => "Second representative",
    },
    vacant: "Nobody is in this place.",
    to_name: "Name somebody",
    to_replace: "Name somebody else",
    to_remove: "Remove them",
    to_supply: "Tell us how the group chose them",
    to_sent: "See what was sent about how the group chose them",
    to_own: "Your own place as a representative",

    name_title: "Name a representative",
    not_chosen: "Tick to say that the group chose this person through a democratic process",
    named_too_often: "The group named somebody several times today, and we wrote to each of them. Try again tomorrow, or write to us",
    meanwhile_text: "Nothing of yours was saved. This is how it is now. To go on all the same, send this form again.",
    remove_title: "Remove a representative?",
    remove_lines: |seat| {
        vec![
            format!(
                "{} does not represent the group any more then. If we have written to them, we tell them by letter. We delete their name and address as its representative, and what was sent about how they were chosen. Nobody can bring it back.",
                seat.name
            ),
            "The group stays a member, with or without representatives.".to_owned(),
        ]
    },
    remove_button: "Remove them",
};
