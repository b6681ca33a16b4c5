//! The words of the page where a representative sends evidence, in English.

use crate::words::EvidenceWords;

pub(super) const EVIDENCE: EvidenceWords = EvidenceWords {
    title: "How your group chose you",
    heading: "How did your group choose you?",
    asks: |name, group, branch| match branch {
        Some(branch) => format!(
            "{name}, you represent {group}. The committee of {branch} branch, or somebody it named, asks how the group chose you."
        ),
        None => format!("{name}, you represent {group}. The network asks how the group chose you."),
    },
    about: &[
        "A group chooses its representatives through a democratic process, in its own way. Tell us how, or send something that shows it: minutes, a photo of a page, a list of votes.",
        "Your branch’s committee, whoever it named for your group, the network’s administrators and whoever we write to about the group can see what you send. Leave out what others would not want to be known.",
    ],
    due: |day| format!("You have until {day}."),
    overdue: |day| {
        format!("Evidence overdue: it was asked for until {day}. You can still send it.")
    },
    missing: "They have seen what was sent before, and ask:",
    text: "In your own words",
    text_hint: "When and how the group decided, and who took part. Up to 10,000 characters. May be left empty if you send a file.",
    file: "A file",
    file_hint: "A PDF, PNG or JPEG of up to 10 MB. May be left empty if you write a text.",
    send: "Send it",

    sent: "Thank you. We have what was sent",
    sent_at: |moment, told| {
        let told = told.unwrap_or("you");
        format!("It came at {moment}. We write to {told} when it has been looked at.")
    },
    written: "What was written",
    file_sent: "The file",
    replace: "Send something else in its place",
    replace_text: "Until it is looked at, you can change it. What you send now takes the place of all that was sent before.",
    replace_button: "Send this instead",

    accepted: "Your evidence is accepted",
    accepted_contact: "The evidence is accepted",
    accepted_text: "There is nothing more for you to do. Thank you.",
    not_asked: "Nobody asks for anything now",
    not_asked_text: "If the committee would like to know how your group chose you, we write to you.",
    not_asked_contact: |name| {
        format!(
            "If the committee would like to know how the group chose {name}, we write to {name}."
        )
    },
    before: "What was sent before",
    was_accepted: |sent, judged| format!("Sent at {sent}. It was accepted at {judged}."),
    was_queried: |sent, judged| format!("Sent at {sent}. More was asked for at {judged}:"),
    erased: |day| format!("We erased on {day} what was sent: we keep it for a while only."),
    download: "Download the file",
    to_seat: "See what we have, and what you can do",
    to_group: "Back to the group",
    title_contact: "How the group chose its representative",
    heading_contact: |name| format!("How did the group choose {name}?"),
    asks_contact: |name, group, branch| match branch {
        Some(branch) => format!(
            "{name} represents {group}. The committee of {branch} branch, or somebody it named, asks how the group chose them. You can answer in their place."
        ),
        None => format!(
            "{name} represents {group}. The network asks how the group chose them. You can answer in their place."
        ),
    },
    gone: "This link leads nowhere any more",
    gone_text: "The group may have named somebody else, or has left.",

    nothing: "Write how the group chose, or choose a file",
    too_long: "The text can have 10,000 characters at most",
    empty_file: "There is nothing in the file. Choose another one",
    too_large: "The file is larger than 10 MB. Choose a smaller one, or send a picture of the page",
    other_kind: "The file is not a PDF, PNG or JPEG. Choose another one, whatever its name says",
    busy: "Many files are arriving just now. Send yours again in a minute",
    too_slow: "It took too long to arrive, so we stopped waiting. Nothing of it was kept. Use a better connection, choose a smaller file, or write in your own words instead",
    overtaken: "Something else was sent while this arrived. Nothing of this was kept",
    judged: "This was looked at while you wrote. Nothing of it was sent",
    meanwhile: "This was changed while you wrote: something else was sent, or somebody else is asked. Nothing of yours was sent so far. This is how it is now, and what you wrote still stands in the form below",
    choose_again: "If you chose a file, choose it again.",
};
