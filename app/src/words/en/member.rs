//! The words of a member's page, as a committee sees it, in English.

use register::{HowEnded, Placed};
use rules::EndReason;

use crate::words::MemberWords;

pub(super) const MEMBER: MemberWords = MemberWords {
    details: "Details",
    name: "Name",
    email: "E-mail address",
    phone: "Telephone number",
    postcode: "Postcode",
    age: "Age when they joined",
    born: "Born",
    not_given: "Not given",
    correct: "Correct the details",
    merged: |numbers| {
        format!("They had joined more than once. What came with {numbers} is kept here.")
    },

    memberships: "Membership",
    membership: |class, number| format!("{class}, number {number}"),
    waits: |asked| format!("Asked for on {asked}. Waiting for a parent or guardian to agree."),
    since: |started| format!("Member since {started}."),
    ended,
    rights: |may| format!("They may: {}.", may.join(", ").to_lowercase()),
    class_change: |from, to, day| format!("{from} until {day}. {to} from then on."),
    no_branch: "No branch",
    placed: |placed| match placed {
        Placed::ByPostcode => "by postcode",
        Placed::ByHand => "by choice or by hand",
    },
    placing: |branch, how, from, until| {
        let how = how.map(|how| format!(", {how}")).unwrap_or_default();
        match until {
            None => format!("{branch}{how}: since {from}."),
            Some(until) => format!("{branch}{how}: {from} to {until}."),
        }
    },
    moved_by: |by| format!("Moved by {by}:"),
    somebody: "somebody who has left",
    move_on: "Move to another branch",
    end: "End this membership",

    represents: "Groups they represent",
    seat: |group, confirmed| match confirmed {
        true => group.to_owned(),
        false => format!("{group} (they have not confirmed it yet)"),
    },
    consents: "What they agreed to",
    consent_given: |day, guardian| match guardian {
        true => format!("A parent or guardian agreed on {day}."),
        false => format!("Agreed on {day}."),
    },
    consent_withdrawn: |day| format!("Taken back on {day}."),

    notes: "Notes",
    add_note: "Add a note",
    note_label: "Note",
    note_hint: "Everybody on the committee can read it, and so can the member if they ask. Up to 4,000 characters.",
    keep_note: "Keep the note",
    note_missing: "Write the note first",
    note_too_long: "A note can have 4,000 characters at most",
    no_note: "There are no notes.",
    noted: |author, written, edited| match edited {
        None => format!("{author}, {written}"),
        Some(edited) => format!("{author}, {written}, changed {edited}"),
    },
    change_note: "Change this note",
};

fn ended(from: &str, until: &str, how: HowEnded, by: Option<&str>) -> String {
    let why = match how {
        HowEnded::Merged => "they had joined twice",
        HowEnded::For(EndReason::AskedToLeave) => "they asked to leave",
        HowEnded::For(EndReason::Died) => "they have died",
        HowEnded::For(EndReason::NotThemselves) => "somebody else had joined in their name",
    };
    let by = by.map(|by| format!(" Ended by {by}.")).unwrap_or_default();
    format!("Member from {from} to {until}: {why}.{by}")
}
