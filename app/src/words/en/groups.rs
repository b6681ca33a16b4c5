//! The words of the pages about a branch's groups, their seats and their evidence, in English.

use register::{FileKind, SeatState};
use rules::GroupKind;

use crate::words::GroupsWords;

pub(super) const GROUPS: GroupsWords = GroupsWords {
    title: |branch| format!("{branch} branch: groups"),
    all: "All groups",
    waiting: "Evidence waiting",
    late: "Evidence overdue",
    which: "Which groups",
    caption: "The groups of this branch, by name",
    caption_waiting: "Groups with evidence that nobody has looked at yet",
    caption_overdue: "Groups whose evidence has not come by the day it was asked for",
    none: "No group has joined this branch yet.",
    none_waiting: "No evidence is waiting. What representatives send shows here.",
    none_overdue: "No evidence is overdue.",
    group: "Group",
    kind: "Kind",
    first_seat: "First representative",
    second_seat: "Second representative",
    after: "Next page",
    to_first: "First page",
    kind_of: |kind| match kind {
        GroupKind::UserLed => "User-led group",
        GroupKind::SelfHelp => "Self-help group",
        GroupKind::Organisation => "Organisation",
    },
    state: |state| match state {
        SeatState::Vacant => "Nobody named",
        SeatState::Declared => "Named, not confirmed yet",
        SeatState::Confirmed => "Confirmed",
        SeatState::Requested => "Asked for evidence",
        SeatState::Supplied => "Evidence waiting for you",
        SeatState::Accepted => "Evidence accepted",
    },
    overdue: |day| format!("Evidence overdue: it was asked for until {day}"),

    changed: "This group has been changed meanwhile",
    changed_text: "This is how it is now. Nothing of yours was done: look at it, and do it again if it is still right.",
    about: "About the group",
    number: "Membership number",
    joined: "Member since",
    contact: "Contact",
    website: "Website",
    name: "Name",
    named: "Named on",
    confirmed: "Confirmed on",
    not_yet: "Not yet",
    state_is: "Where it stands",
    name_somebody: "Name a representative",
    name_somebody_else: "Name somebody else",
    history: "What was asked and sent",
    asked: |day, by, due| {
        let by = by.map(|by| format!(" by {by}")).unwrap_or_default();
        format!("Asked on {day}{by}, until {due}.")
    },
    sent: |moment| format!("Sent at {moment}."),
    open: "Open the evidence",
    accepted: |moment, by| {
        let by = by.map(|by| format!(" by {by}")).unwrap_or_default();
        format!("Accepted{by} at {moment}.")
    },
    queried: |moment, by| {
        let by = by.map(|by| format!(" by {by}")).unwrap_or_default();
        format!("Asked again{by} at {moment}:")
    },
    queried_once: |moment, by| {
        let by = by.map(|by| format!(" by {by}")).unwrap_or_default();
        format!("Asked again{by} at {moment}.")
    },
    erased: |day| format!("What was sent was erased on {day}: its time was over."),

    nominees: "Who else looks at the evidence",
    nominees_text: "Somebody whom the committee names for this group sees its representatives’ names and their evidence, and nothing of anybody else.",
    no_nominee: "Nobody is named for this group.",
    since: "Since",
    add_nominee: "Name them",
    nominee_hint: "We write to them, and they sign in with this address.",
    nominee_already: "This person is named for the group already",
    nominee_of: "You were named to look at the evidence of this group.",

    leave: "Leave it as it is",
    ask: "Ask for evidence",
    ask_text: |name| {
        vec![
            format!("We ask {name}, by letter, how the group chose them. They answer without signing in, with a text or a file."),
            "A democratic choice can look very different from group to group: minutes, a list of who was there, or a few sentences from members.".to_owned(),
        ]
    },
    due: "Until when?",
    due_hint: "Give them enough time to ask the group. Four weeks is usual.",
    wrong_due: "Enter a day, like 2026-05-31",
    past_due: "Choose today or a later day",

    name_title: "Name a representative",
    name_text: |now| {
        let mut lines = Vec::new();
        if let Some(now) = now {
            lines.push(format!(
                "{now} is in this seat now. When you name somebody else, we tell them, delete their name, address and evidence, and their links stop working."
            ));
        }
        lines.push("We write to the new representative, who can say yes or no. The branch committee may ask how the group chose them.".to_owned());
        lines
    },
    name_label: "Their name",
    email_label: "Their e-mail address",
    email_hint: "Only for letters about representing the group.",
    name_button: "Name them",
    no_name: "Enter their name",
    named_already: "This person represents the group already",

    evidence: "Evidence",
    sent_by: |name, moment| format!("Sent by {name} at {moment}."),
    download: "Download the file",
    file_kind: |kind| match kind {
        FileKind::Pdf => "PDF document",
        FileKind::Png => "PNG picture",
        FileKind::Jpeg => "JPEG picture",
    },
    size: |bytes| match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    },
    file_warning: "It comes from somebody we do not know. Open it only if you expected it.",
    judge: "Does it show that the group chose them in a democratic way?",
    accept: "Yes, accept it",
    accept_hint: "They are told",
    query: "Something is missing",
    query_hint: "They are told what, and asked again",
    missing: "What is missing?",
    missing_hint: "Only if something is missing. They read it as you write it. Up to 1,000 characters.",
    judge_button: "Send the answer",
    no_decision: "Choose whether to accept it",
    no_missing: "Write what is missing",
    missing_too_long: "What is missing can have 1,000 characters at most",
};
