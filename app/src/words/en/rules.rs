//! The page of the rules, in English.

use rules::{Age, Class, Experience, GroupKind, Reason};

use super::periods::period;
use crate::pages::paths;
use crate::words::{Block, Head, RulesWords, Section};

pub(super) const RULES: RulesWords = RulesWords {
    head: Head {
        title: "The rules",
        description: "Every combination of answers in the join form, and what it leads to: the membership rules, made from the code that applies them.",
        heading: "The rules, as this site applies them",
        lead: "This page shows every combination of answers and what each one leads to. It is made by the same code that decides when you join, so the two cannot differ.",
    },
    person_heading: "Joining for yourself",
    person_lead: "Your age and one question decide which membership is open to you. The question asks whether any of these describes you:",
    person_caption: "Which membership is open, by age and answer",
    descriptions_lead: "You never have to say which. The answer is not kept.",
    descriptions: &[
        "You have used mental health services at some time",
        "You use mental health services now",
        "You are trying to get help from mental health services",
        "You would say that you have, or have had, mental health problems",
    ],
    age_column: "Your age",
    experience_column: "Your answer",
    open_column: "You can join as",
    why_column: "Why",
    age: |age| match age {
        Age::EighteenOrOver => "18 or over",
        Age::ThirteenTo17 => "13 to 17",
        Age::TwelveOrUnder => "12 or under",
    },
    experience: |experience| match experience {
        Experience::Yes => "Yes, at least one",
        Experience::No => "No",
        Experience::RatherNotSay => "I’d rather not say",
    },
    not_asked: "We do not ask",
    class: |class| match class {
        Class::Full => "Full member",
        Class::Associate => "Associate member",
    },
    or: "or",
    reason: |reason| match reason {
        Reason::MeetsCriteria => {
            "You meet what full membership asks. Associate membership is open to everybody, so you choose."
        }
        Reason::UnderEighteen => {
            "Full membership opens on your 18th birthday. Until then, associate membership is open to you."
        }
        Reason::DoesNotIdentify => {
            "Associate membership is for everybody who wants to join or to support the network."
        }
        Reason::NotSaid => "You do not have to say. Associate membership asks for no reason.",
    },
    guardian: |within| {
        format!(
            "It starts when a parent or guardian has agreed. If they do not within {}, we erase what you told us.",
            period(within)
        )
    },
    rights_heading: "What each membership gives you the right to do",
    rights_caption: "Rights of full and associate members",
    right_column: "The right to",
    speak: "Speak at meetings",
    vote: "Vote at meetings",
    stand: "Stand for election to a local branch committee",
    yes: "Yes",
    no: "No",
    group_heading: "Joining for a group",
    group_lead: |seats| {
        format!(
            "Any of the three kinds of group can join if its work relates to mental health. A group can have up to {seats} representatives, each chosen by the group through a democratic process. It can also have none yet."
        )
    },
    group_caption: "Which groups can join",
    kind_column: "Kind of group",
    work_column: "Does its work relate to mental health?",
    outcome_column: "What happens",
    kind: |kind| match kind {
        GroupKind::UserLed => "A user-led group",
        GroupKind::SelfHelp => "A self-help group",
        GroupKind::Organisation => "Another organisation",
    },
    group_joins: "The group can join",
    group_not: "Each person in the group can join as an associate member",
    sections: &[
        Section {
            heading: "How we read the rules",
            blocks: &[Block::Terms(&[
                (
                    "When you turn 18",
                    "On your 18th birthday, by the time in London. If you were born on 29 February, and the year you turn 18 has no such day, it is 1 March.",
                ),
                (
                    "When membership starts",
                    "When you send the form. Nobody has to approve it. The one exception is for children of 12 or under.",
                ),
                (
                    "Which branch",
                    "The active branch that covers your postcode. If the areas of two branches overlap, the smaller area counts: BS5 6 comes before BS5, and BS5 before BS.",
                ),
                (
                    "No branch",
                    "You can join all the same, and we offer support in starting a branch.",
                ),
                ("No postcode", "You choose a branch yourself, or none."),
                (
                    "Evidence from a group",
                    "The committee of the local branch, or somebody it names, may ask how the representatives were chosen.",
                ),
                (
                    "Joining twice",
                    "Somebody who represents a group can also join for themselves. One membership does not change the other.",
                ),
                ("What it costs", "Nothing."),
            ])],
        },
        Section {
            heading: "If you think a rule is wrong here",
            blocks: &[
                Block::Text(
                    "The network’s constitution comes first. If this page does not follow it, tell us.",
                ),
                Block::Link("How to write to us", paths::CONTACT),
            ],
        },
    ],
};
