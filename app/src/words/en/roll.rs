//! The words of the roll, in English.

use super::numbers::number;
use crate::words::RollWords;

pub(super) const ROLL: RollWords = RollWords {
    title: |branch| format!("{branch} branch: roll"),
    frozen_title: |branch| format!("{branch} branch: frozen roll"),
    day: "Who is a member on",
    show: "Show the roll",
    as_known: "As far as is known now. Whoever has left since is not on it any more, and for a day to come, whoever joins or leaves until then changes it.",
    nobody: "Nobody is a member of this branch on that day.",
    caption: "Everybody on the roll, by name, and what they may do at meetings",
    name: "Name",
    number: "Number",
    class: "Membership",
    speak: "Speak",
    vote: "Vote",
    stand: "Stand",
    shown: |shown, of| {
        let (shown, of) = (number(shown), number(of));
        format!(
            "This page shows the first {shown} of {of} people on the roll. All of them are in the table to download, and on one long page, which can be printed."
        )
    },
    see_all: "Show everybody on one page",
    export: "Download as a table (CSV)",

    freeze: "Freeze this roll",
    freeze_text: "Before a meeting, freeze the roll: it is kept as it is now, with a fingerprint. Read the fingerprint out or print it, and anybody can tell later that the roll is the one the meeting had. It can be frozen again; each one stays.",
    freeze_button: "Freeze the roll",
    frozen_rolls: "Frozen rolls",
    frozen_caption: "The latest first",
    roll_for: "Roll for",
    frozen: "Frozen",
    may: "Who may",
    counted: |counts| {
        let [speak, vote, stand] = [counts.speak, counts.vote, counts.stand].map(number);
        format!("{speak} speak, {vote} vote, {stand} stand")
    },
    frozen_at: |moment, by| match by {
        Some(by) => format!("At {moment} by {by}"),
        None => format!("At {moment}"),
    },
    hash: "Fingerprint:",
    whole: "This roll is as it was frozen.",
    broken: "This roll is not as it was frozen: somebody has changed it in the database. Do not rely on it, and tell the network.",
    left: "(has left or moved)",
    all_rolls: "All rolls",
};
