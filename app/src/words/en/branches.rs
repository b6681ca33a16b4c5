//! The page about branches, in English.

use crate::pages::paths;
use crate::words::{Block, BranchesWords, Head, Section};

pub(super) const BRANCHES: BranchesWords = BranchesWords {
    head: Head {
        title: "Branches",
        description: "The branches of the network, the areas they cover, and what to do if there is no branch near you.",
        heading: "Branches",
        lead: "A branch is the part of the network that is near you. It holds meetings, and its members elect its committee.",
    },
    list_heading: "Branches now",
    branch: |name| format!("{name} branch"),
    covers: "Postcodes that begin with",
    covers_authorities: "Local authorities",
    range: |from, to| format!("{from} to {to}"),
    none: "No branch is active just now. You can still join, and we can support you in starting one.",
    nearest: "When you join, we use your postcode to find your branch. If an active branch covers it, you are a member of that branch at once.",
    sections: &[
        Section {
            heading: "If there is no branch near you",
            blocks: &[
                Block::Text(
                    "You can join all the same. You are then a member of the network, and you have the same rights as everybody else.",
                ),
                Block::Text(
                    "We can also support you in starting a branch. When you join, tick the box that says you would like to help start one. We will write to you about it. As soon as a branch covers where you live, you are a member of it.",
                ),
            ],
        },
        Section {
            heading: "If you have no postcode",
            blocks: &[Block::Text(
                "You do not need an address to be a member. Say that you have no postcode, and choose a branch yourself. You can also join without one.",
            )],
        },
        Section {
            heading: "If you move",
            blocks: &[
                Block::Text(
                    "Write to us with your new postcode, and we will see which branch covers it.",
                ),
                Block::Link("How to write to us", paths::CONTACT),
            ],
        },
    ],
    join: "Join now",
    directory: |year| {
        format!(
            "Contains OS data © Crown copyright and database right {year}. Contains Royal Mail data © Royal Mail copyright and database right {year}. Contains GeoPlace data © Local Government Information House Limited copyright and database right {year}. Source: Office for National Statistics licensed under the Open Government Licence v.3.0."
        )
    },
    directory_licence: "The Open Government Licence",
};
