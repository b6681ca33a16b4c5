//! The contact page, in English.

use crate::pages::paths;
use crate::words::{Block, ContactWords, Head, Section};

pub(super) const CONTACT: ContactWords = ContactWords {
    head: Head {
        title: "Contact",
        description: "How to write to us about membership, and where to find help now.",
        heading: "Write to us",
        lead: "Questions about membership are welcome. So is anything that you would like us to know.",
    },
    sections: &[
        Section { heading: "Our e-mail address", blocks: &[Block::Contact] },
        Section {
            heading: "Write to us if",
            blocks: &[
                Block::List(&[
                    "you have a question about joining, for yourself or for your group",
                    "something we hold about you is wrong or has changed",
                    "you want to change your membership, or to leave",
                    "our letter has not come",
                    "you would like to help start a branch",
                    "something on this site does not work for you",
                ]),
                Block::Text(
                    "If you are a member, give the name and e-mail address you joined with, so that we can find you.",
                ),
                Block::Link("What we hold, and your rights", paths::PRIVACY),
            ],
        },
        Section {
            heading: "If you need help now",
            blocks: &[
                Block::Text(
                    "We are a membership network. We cannot give help in a crisis. These people can, day and night:",
                ),
                Block::Terms(&[
                    ("Somebody to talk to", "Samaritans: call 116 123. It is free."),
                    (
                        "Mental health help from the NHS",
                        "Call 111 and choose the mental health option.",
                    ),
                    ("Danger to life", "Call 999."),
                ]),
            ],
        },
    ],
};
