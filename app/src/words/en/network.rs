//! The words of the pages where administrators see and change branches, in English.

use register::{AboutHowMany, BranchChange, BranchStatus, InBranch, NoChange, Placements};
use rules::Area;

use super::numbers::number;
use crate::words::NetworkWords;

pub(super) const NETWORK: NetworkWords = NetworkWords {
    branches: "Branches of the network",
    branches_lead: "Every branch, and where people ask for one.",
    all_branches: "All branches",
    branch: "Branch",
    status: "Status",
    members: "Members",
    groups: "Groups",
    waiting: "Waiting for a guardian",
    committee: "On the committee",
    areas: "Areas",
    no_areas: "No areas yet",
    area: "Area",
    change: "Change",
    status_name: |status| match status {
        BranchStatus::Forming => "Forming",
        BranchStatus::Active => "Active",
        BranchStatus::Closed => "Closed",
    },
    status_lead: |status| match status {
        BranchStatus::Forming => {
            "This branch is forming. Plan its areas and find its committee; nobody belongs to it before you make it active."
        }
        BranchStatus::Active => {
            "This branch is active. Whoever lives in its areas is a member of it, unless they chose another branch."
        }
        BranchStatus::Closed => {
            "This branch has closed. Nobody belongs to it, and nothing about it can change but its name."
        }
    },
    heading: |branch| format!("{branch} branch"),

    demand: "Where people ask for a branch",
    demand_lead: "Members who are in no branch, and people who offered to help start one, by postcode district. Where there are only a few we do not say how many.",
    no_demand: "Nobody is without a branch, and nobody has offered to help.",
    district: "District",
    without_branch: "Members without a branch",
    offers: "Offers of help",
    about: |many| match many {
        AboutHowMany::Nobody => "None".to_owned(),
        AboutHowMany::Few => "Fewer than 5".to_owned(),
        AboutHowMany::Exactly(many) => number(many),
    },
    who_offered: "See who",

    offers_in: |area| format!("Offers of help in {area}"),
    offers_lead: "These people agreed that we write to them about starting a branch. That you opened this page is in the log.",
    no_offers: "Nobody here has offered to help.",
    name: "Name",
    email: "E-mail address",
    phone: "Phone",
    since: "Offered on",

    found: "Start a branch",
    found_lead: "A new branch is forming at first. Nobody is moved to it before you make it active.",
    found_button: "Start the branch",
    branch_name: "Name of the branch",
    name_hint: "Without the word “branch”: Bath, or North Somerset.",
    rename: "Give it another name",
    rename_lead: |slug| {
        format!("The name changes wherever it is shown. In addresses it stays {slug}.")
    },
    rename_button: "Change the name",
    name_missing: "Enter the name of the branch",
    name_too_long: "The name can have up to 100 characters",
    name_characters: "The name needs a letter or a figure, and cannot hold a web address",
    name_taken: "There is a branch with this name already",

    add_area: "Add an area",
    add_area_lead: "The smaller area counts where two branches overlap: BS5 6 comes before BS5, and BS5 before BS. A local authority comes after BS5 and before BS.",
    area_hint: "The start of a postcode: BS, BS5 or BS5 6.",
    add_area_button: "Add the area",
    area_wrong: "Enter the start of a postcode, like BS, BS5 or BS5 6",
    areas_several: "Add one area at a time, like BS5",
    add_authority: "Add a local authority",
    add_authority_lead: "All postcodes in it that no postcode district or sector of a branch decides.",
    authority: "Local authority",
    choose_authority: "Choose one",
    add_authority_button: "Add the local authority",
    authority_wrong: "Choose a local authority from the list",
    remove: "Remove",
    activate: "Make the branch active",
    close: "Close the branch",
    next: "What can be done",
    dashboard: "See its dashboard",
    see_committee: "See its committee, and invite people to it",

    change_heading: |change, branch| match change {
        BranchChange::Activate => format!("Make {branch} branch active"),
        BranchChange::Close => format!("Close {branch} branch"),
        BranchChange::AddArea(area) => format!("Add {} to {branch} branch", area.name()),
        BranchChange::RemoveArea(area) => {
            format!("Remove {} from {branch} branch", area.name())
        }
    },
    meanwhile: "Something has changed since you looked. Nothing was done: this is what would happen now.",
    says,
    who_moves: "Who would move",
    from: "From",
    to: "To",
    no_branch: "No branch",
    no_district: "No postcode",
    button: |change| match change {
        BranchChange::Activate => "Make it active and write to them",
        BranchChange::Close => "Close it and write to them",
        BranchChange::AddArea(_) => "Add the area",
        BranchChange::RemoveArea(_) => "Remove the area",
    },
    leave: "Leave it as it is",
    may_not: "This cannot be done",
    why_not,
    back: "Back to the branch",
};

fn says(change: &BranchChange, would: &Placements) -> Vec<String> {
    let (mut moving, mut waiting, mut elsewhere) = (0, 0, 0);
    for moves in &would.moves {
        moving += moves.members + moves.groups;
        waiting += moves.waiting;
        if moves.from.is_some() {
            elsewhere += moves.members + moves.groups;
        }
    }
    let comes = matches!(change, BranchChange::Activate | BranchChange::AddArea(_));
    let mut says = vec![match (moving, comes) {
        (0, _) => "No member would move.".to_owned(),
        (1, true) => "1 member or group would come to this branch, and get a letter.".to_owned(),
        (1, false) => "1 member or group would leave this branch, and get a letter.".to_owned(),
        (_, true) => format!(
            "{} members and groups would come to this branch, and each gets a letter.",
            number(moving)
        ),
        (_, false) => format!(
            "{} members and groups would leave this branch, and each gets a letter.",
            number(moving)
        ),
    }];
    if comes && elsewhere > 0 {
        says.push(format!(
            "{} of them would come from another branch, because the area of this one is smaller there.",
            number(elsewhere)
        ));
    }
    if waiting > 0 {
        says.push(format!(
            "{} who wait for a parent or guardian would move with them. They are no members yet, so they get no letter.",
            number(waiting)
        ));
    }
    match would.stay {
        0 => {}
        1 => says.push("1 stays where they are, because that was chosen by hand.".to_owned()),
        stay => says.push(format!(
            "{} stay where they are, because that was chosen by hand.",
            number(stay)
        )),
    }
    for (area, branch) in &would.stay_with {
        says.push(stays_with(area, branch));
    }
    if *change == BranchChange::Close {
        says.push(match would.roles {
            0 => "Nobody has a role in it.".to_owned(),
            1 => "1 role in it would be withdrawn at once.".to_owned(),
            roles => format!("{roles} roles in it would be withdrawn at once."),
        });
        says.push("A branch that has closed cannot be opened again.".to_owned());
    }
    says
}

fn stays_with(area: &Area, branch: &InBranch) -> String {
    format!("{} stays with {} branch.", area.name(), branch.name)
}

fn why_not(why: &NoChange) -> Vec<String> {
    match why {
        NoChange::Status(BranchStatus::Active) => vec!["The branch is active already.".to_owned()],
        NoChange::Status(_) => vec!["The branch has closed.".to_owned()],
        NoChange::NoAreas => {
            vec!["The branch has no areas yet. Add at least one first.".to_owned()]
        }
        NoChange::Claimed(claimed) => {
            let mut says: Vec<_> = claimed
                .iter()
                .map(|(area, branch)| format!("{} branch has {}.", branch.name, area.name()))
                .collect();
            says.push(
                "Two active branches cannot have the same area. Remove it from one of them, or choose a smaller one within it."
                    .to_owned(),
            );
            says
        }
        NoChange::HasArea => vec!["The branch has this area already.".to_owned()],
        NoChange::HasNoSuchArea => vec!["The branch does not have this area.".to_owned()],
        NoChange::NoSuchAuthority => {
            vec!["The postcode directory has no such local authority.".to_owned()]
        }
    }
}
