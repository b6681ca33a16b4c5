//! The words of the committees' pages, in English.

use register::Office;

use crate::words::CommitteeWords;

pub(super) const COMMITTEE: CommitteeWords = CommitteeWords {
    description: "For the committees of branches.",
    home: "Your roles",
    administrator: "You are an administrator of the network.",
    administrators: "See all administrators",
    network_branches: "See and change branches",
    office: |office, branch| {
        let office = match office {
            Office::Chair => "chair",
            Office::Secretary => "secretary",
            Office::Treasurer => "treasurer",
            Office::Member => "committee member",
        };
        format!("{branch} branch: {office}")
    },
    nominee: |group| format!("You look at the evidence of {group}."),
    all_branches: "All branches",
};
