//! "Membership explained", in English.

use crate::pages::paths;
use crate::words::{Block, GroupRow, Head, MembershipWords, Row, Section};

pub(super) const MEMBERSHIP: MembershipWords = MembershipWords {
    head: Head {
        title: "Membership explained",
        description: "Full, associate and group membership side by side: who each is for, what it lets you do, and what happens when you join.",
        heading: "Membership explained",
        lead: "There are three ways to be a member: full, associate, and as a group. All three are free. Here is what each one is for and what it gives you.",
    },
    table_heading: "The three memberships, side by side",
    table_caption: "Full, associate and group membership compared",
    question: "Question",
    full: "Full member",
    associate: "Associate member",
    group: "Group",
    yes: "Yes",
    no: "No",
    rows: &[
        Row {
            heading: "Who is it for?",
            full: "People with experience of their own of mental health problems or services",
            associate: "Anybody who wants to join or support the network",
            group: "User-led groups, self-help groups and other organisations whose work relates to mental health",
        },
        Row {
            heading: "How old?",
            full: "18 or over",
            associate: "Any age. At 12 or under, a parent or guardian agrees first",
            group: "There is no rule about age",
        },
        Row {
            heading: "What does it cost?",
            full: "Nothing",
            associate: "Nothing",
            group: "Nothing",
        },
        Row {
            heading: "Who takes part?",
            full: "You",
            associate: "You",
            group: "Up to two representatives, chosen by the group",
        },
        Row {
            heading: "Is a local branch included?",
            full: "Yes, if one covers where you live",
            associate: "Yes, if one covers where you live",
            group: "Yes, if one covers where the group works",
        },
    ],
    speak: GroupRow { heading: "Speak at meetings?", group: "Through its representatives" },
    vote: GroupRow {
        heading: "Vote at meetings?",
        group: "Representatives can if they are full members too",
    },
    stand: GroupRow {
        heading: "Stand for election to a local branch committee?",
        group: "Representatives can if they are full members too",
    },
    sections: &[
        Section {
            heading: "Full membership",
            blocks: &[
                Block::Text(
                    "Full membership is for people of 18 or over. At least one of these describes them:",
                ),
                Block::List(&[
                    "they have used mental health services at some time",
                    "they use mental health services now",
                    "they are trying to get help from mental health services",
                    "they would say that they have, or have had, mental health problems",
                ]),
                Block::Text(
                    "You decide whether any of these describes you. Nobody asks which one, and nobody asks for proof. We do not keep your answer.",
                ),
                Block::Text(
                    "As a full member you have the right to speak and to vote at meetings. You can also stand for election to the committee of your local branch.",
                ),
            ],
        },
        Section {
            heading: "Associate membership",
            blocks: &[
                Block::Text("Associate membership is for you if any of these is true:"),
                Block::List(&[
                    "you are under 18",
                    "none of the descriptions above fits you, and you still want to join",
                    "you would like to support the network in another way",
                ]),
                Block::Text(
                    "You can choose it even if you could be a full member, and you do not have to say why. As an associate member you have the right to speak at meetings.",
                ),
                Block::Text(
                    "Full membership opens on your 18th birthday. If you joined before then and want to be a full member, sign in and change your membership.",
                ),
            ],
        },
        Section {
            heading: "Group membership",
            blocks: &[
                Block::Text(
                    "A group can join if its work relates to mental health and it is one of these:",
                ),
                Block::List(&[
                    "a user-led group: the people it is for are the people who run it",
                    "a self-help group: people who support each other",
                    "another organisation",
                ]),
                Block::Text(
                    "A group can have up to two representatives. The group chooses them through a democratic process, such as a vote. The committee of its local branch, or somebody the committee names, may ask to see evidence of how they were chosen.",
                ),
                Block::Text(
                    "Representatives can also join for themselves, as full or associate members. They do not have to. The two memberships are separate: one does not change the other.",
                ),
            ],
        },
        Section {
            heading: "Your local branch",
            blocks: &[
                Block::Text(
                    "If an active branch covers where you live, you become a member of it when you join. You do not have to ask. If there is no branch near you, we can support you in starting one.",
                ),
                Block::Link("See the branches", paths::BRANCHES),
            ],
        },
        Section {
            heading: "When membership starts",
            blocks: &[
                Block::Text(
                    "You are a member as soon as you send the form and what you say meets the rules. Nobody has to approve it first.",
                ),
                Block::Text(
                    "Only for children of 12 or under is it different: their membership starts when a parent or guardian has agreed.",
                ),
            ],
        },
        Section {
            heading: "Where the rules come from",
            blocks: &[
                Block::Text(
                    "Who can be a member is set by the network’s constitution. That is the legal document that governs the network. To read what it says about membership, write to us.",
                ),
                Block::Link("See how this site applies the rules", paths::RULES),
                Block::Link("Ask us a question", paths::CONTACT),
            ],
        },
    ],
    join: "Join now",
    join_hint: |site| {
        format!(
            "You do not have to know which membership is yours. The form finds out with you. Joining {} is free.",
            site.short_name
        )
    },
};
