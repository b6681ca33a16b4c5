//! The words that the pages of a branch have in common, in English.

use super::numbers::number;
use crate::pages::committee::Done;
use crate::words::BranchPagesWords;

pub(super) const BRANCH_PAGES: BranchPagesWords = BranchPagesWords {
    label: |branch| format!("{branch} branch"),
    dashboard: "Dashboard",
    members: "Members",
    groups: "Groups",
    roll: "Roll",
    committee: "Committee",
    day: |day| day.format("%-d %B %Y").to_string(),
    moment: |time, day| format!("{time} on {day}"),
    number,
    done: |done| match done {
        Done::Noted => "The note is kept.",
        Done::NoteChanged => "The note is changed.",
        Done::Corrected => "The details are corrected.",
        Done::Moved => "The member is moved.",
        Done::Erased => "The membership is ended, and what we knew of this person is erased.",
        Done::Merged => "The two are one member now.",
        Done::Frozen => "The roll is frozen.",
        Done::RoleGiven => "The role is given. A letter is on its way to tell them.",
        Done::RoleWithdrawn => "The role is withdrawn.",
        Done::BranchFounded => "The branch is forming. Add its areas, and invite its committee.",
        Done::BranchRenamed => "The branch has its new name.",
        Done::BranchActivated => "The branch is active. Everybody who moved gets a letter.",
        Done::BranchClosed => "The branch has closed. Everybody who moved gets a letter.",
        Done::AreaAdded => "The area is added.",
        Done::AreaRemoved => "The area is removed.",
        Done::EvidenceAsked => "A letter is on its way to ask for evidence.",
        Done::EvidenceAccepted => "The evidence is accepted. A letter is on its way to tell them.",
        Done::EvidenceQueried => "A letter is on its way to tell them what is missing.",
        Done::RepresentativeNamed => "They are named. A letter is on its way to ask them.",
    },
};
