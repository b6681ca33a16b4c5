//! The words of the pages behind the links in letters, in English.

use super::periods::period;
use crate::words::{LinkWords, LinksWords};

pub(super) const LINKS: LinksWords = LinksWords {
    guardian_question: |guardian, child| {
        format!(
            "{guardian}, {child} would like to join as an associate member, and named you as their parent or guardian."
        )
    },
    guardian_agrees: |child| format!("If you say yes, you agree to this in the name of {child}:"),
    seat_question: |name, group| {
        format!(
            "{name}, {group} named you as one of its representatives, chosen by the group through a democratic process."
        )
    },
    contact: "Write to us if something is not right.",
    guardian: LinkWords {
        title: "Confirm a membership",
        heading: "Do you agree to this membership?",
        about: &[
            "Associate members can speak at meetings. Membership is free.",
            "If you agree, their membership starts now, and we keep their name, the e-mail address and other contact details they gave, and your name and address, on our register.",
            "If you do not agree, we delete what they told us, and your name and address, at once.",
        ],
        confirm: "Yes, I agree",
        decline: "No, delete everything",
        confirmed: "Thank you. The membership is confirmed",
        confirmed_text: "We have sent an e-mail with the membership number and card to the address they gave.",
        declined: "Everything is deleted",
        declined_text: "There is no membership, and we hold nothing about it any more.",
        gone: "This link leads nowhere any more",
        gone_text: |within| {
            format!(
                "A link to confirm a membership works for {}. After that, or after a No, everything is deleted. They are welcome to join again.",
                period(within)
            )
        },
    },
    representative: LinkWords {
        title: "Confirm that you represent a group",
        heading: "Do you represent this group?",
        about: &[
            "A group has up to two representatives. The branch committee, or someone it names, may ask the group for evidence of how they were chosen.",
            "If you say no, we delete your name and address, and the group can name somebody else.",
        ],
        confirm: "Yes, I represent it",
        decline: "No, delete my name",
        confirmed: "Thank you. You are confirmed as a representative",
        confirmed_text: "You can also join in your own right, as a full or associate member, if you wish.",
        declined: "Your name is deleted",
        declined_text: "You are not a representative of the group, and we hold nothing about it any more.",
        gone: "This link leads nowhere any more",
        gone_text: |_| {
            "The group may have named somebody else, or the link was already answered with No."
                .into()
        },
    },
};
