//! Letters to members and groups that came to another branch, or out of one.

use register::{GroupMovedLetter, InBranch, MovedLetter};

use super::{day, end, hello, text};
use crate::site::Site;
use crate::words::LetterPart;

const ALL_THE_SAME: &str =
    "Your membership stays as it is, with its number and what it lets you do.";

pub(super) fn placed(letter: &MovedLetter, site: &Site) -> Vec<LetterPart> {
    let mut says = String::new();
    if let Some(branch) = &letter.branch {
        says = format!(
            "{} branch covers where you live now, so you are a member of it too.",
            branch.name
        );
    }
    if let Some(before) = &letter.before {
        says.push_str(&format!(" You belong to it instead of {} branch.", before.name));
    }
    let mut parts = vec![hello(&letter.name), text(says)];
    parts.extend(rest(letter, site));
    parts
}

pub(super) fn released(letter: &MovedLetter, site: &Site) -> Vec<LetterPart> {
    let before = match &letter.before {
        Some(branch) => format!("{} branch", branch.name),
        None => "Your branch".to_owned(),
    };
    let now = match &letter.branch {
        Some(branch) => format!("You are a member of {} branch from now on.", branch.name),
        None => format!(
            "You are not in a branch for now, and a member all the same. If you would like to be in one, or to help start one, write to {}.",
            site.contact
        ),
    };
    let mut parts = vec![
        hello(&letter.name),
        text(format!(
            "{before} does not cover where you live any more: it has closed, or its areas have changed. {now}"
        )),
    ];
    parts.extend(rest(letter, site));
    parts
}

pub(super) fn group_placed(letter: &GroupMovedLetter, site: &Site) -> Vec<LetterPart> {
    let group = &letter.group;
    let says = letter.branch.as_ref().map(|branch| {
        format!(
            "{} branch covers where {group} works now, so the group is a member of it from now on.",
            branch.name
        )
    });
    group_letter(letter, says.unwrap_or_default(), site)
}

pub(super) fn group_released(letter: &GroupMovedLetter, site: &Site) -> Vec<LetterPart> {
    let group = &letter.group;
    let now = match &letter.branch {
        Some(branch) => format!("{group} is a member of {} branch from now on.", branch.name),
        None => format!(
            "The group is not in a branch for now, and a member all the same. If it would like to help start one, write to {}.",
            site.contact
        ),
    };
    let says = format!(
        "The branch that {group} belonged to does not cover where it works any more: it has closed, or its areas have changed. {now}"
    );
    group_letter(letter, says, site)
}

/// What follows for a member.
fn rest(letter: &MovedLetter, site: &Site) -> Vec<LetterPart> {
    let mut rows = vec![
        ("Name", letter.name.clone()),
        ("Number", letter.number.clone()),
        ("Member since", day(letter.since)),
    ];
    rows.extend(row(letter.branch.as_ref()));
    let mut parts = vec![LetterPart::Card { title: site.name.clone(), rows }];
    if letter.branch.is_some() {
        parts.push(text("Its committee can see the details that you gave us."));
    }
    parts.push(text(ALL_THE_SAME));
    parts.push(text(format!(
        "Would you rather belong to another branch, or to none? Write to {} and give your membership number.",
        site.contact
    )));
    parts.extend(end(site));
    parts
}

fn group_letter(letter: &GroupMovedLetter, says: String, site: &Site) -> Vec<LetterPart> {
    let mut rows = vec![("Group", letter.group.clone()), ("Number", letter.number.clone())];
    rows.extend(row(letter.branch.as_ref()));
    let mut parts = vec![
        hello(&letter.contact_name),
        text(says),
        LetterPart::Card { title: site.name.clone(), rows },
    ];
    if letter.branch.is_some() {
        parts.push(text("The branch’s committee can see the details that you gave us."));
    }
    parts.push(text(format!(
        "The group’s membership stays as it is. Questions are welcome at {}.",
        site.contact
    )));
    parts.extend(end(site));
    parts
}

fn row(branch: Option<&InBranch>) -> Option<(&'static str, String)> {
    branch.map(|branch| ("Branch", branch.name.clone()))
}
