//! The first page, in English.

use crate::words::{HomeWords, Point};

pub(super) const HOME: HomeWords = HomeWords {
    title: "Join us",
    description: |site| {
        format!(
            "Join the {}: people changing how mental health is seen and treated. Membership is free, and you are a member as soon as you join.",
            site.name
        )
    },
    heading: "Help change how mental health is seen and treated",
    lead: |site| {
        format!(
            "The {} is a growing movement across the country. People who know mental health problems and services from their own lives lead it. There is a place in it for you.",
            site.name
        )
    },
    join: "Join now",
    join_hint: "Free. One short question at a time. We tell you at once what you can join as.",
    explained: "What is membership?",
    meaning_heading: "What membership means",
    meaning: [
        Point {
            heading: "You belong",
            text: "You are a member of the network. If a branch covers where you live, you are a member of that too.",
        },
        Point {
            heading: "You are heard",
            text: "Every member can speak at meetings. Full members can vote and stand for election as well.",
        },
        Point {
            heading: "You decide",
            text: "It is free. You say what describes you, and nobody asks for proof. You can leave whenever you like.",
        },
    ],
    group_heading: "Your group can join too",
    group: &[
        "User-led groups, self-help groups and other organisations can be members, if their work relates to mental health.",
        "A group can have up to two people to represent it. The group chooses them in a democratic way.",
    ],
    group_join: "Join as a group",
    branches_heading: "How branches work",
    branches: &[
        "A branch is the part of the network that is near you.",
        "When you join, your postcode tells us which branch covers where you live.",
        "If an active branch does, you are a member of it straight away. There is nothing else to do.",
        "If none does yet, you can still join. And we can help you start one.",
    ],
    branches_link: "See the branches",
    care_heading: "We take care with what you tell us",
    care: &[
        "To find out which membership is open to you, we ask one question about mental health. You say whether any of four descriptions fits you, and never which. We do not keep your answer.",
        "There are no adverts here, and nobody follows what you do.",
    ],
    care_link: "Read how we keep your details safe",
};
