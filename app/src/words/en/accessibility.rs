//! The accessibility statement, in English.

use crate::words::{AccessibilityWords, Block, Head, Section};

pub(super) const ACCESSIBILITY: AccessibilityWords = AccessibilityWords {
    head: Head {
        title: "Accessibility",
        description: "How this site is made so that everybody can use it, how we test that, and how to tell us about a problem.",
        heading: "Accessibility",
        lead: "We want everybody to be able to join, on any phone or computer, on a good day or a bad one.",
    },
    sections: &[
        Section {
            heading: "What you can do here",
            blocks: &[
                Block::List(&[
                    "use every page with a keyboard alone, or by touch",
                    "use it with a screen reader",
                    "make the text four times as big, without scrolling sideways",
                    "use it on a screen as narrow as an old phone’s",
                    "have it light or dark, with more contrast, or with less movement: it follows what you set on your device",
                    "join without JavaScript, or on a connection that drops",
                    "take a break: your answers stay for 24 hours",
                ]),
                Block::Text(
                    "There is no time limit on a question, and there are no puzzles to solve.",
                ),
            ],
        },
        Section {
            heading: "What we aim at",
            blocks: &[Block::Text(
                "We build to the Web Content Accessibility Guidelines, version 2.2, level AA. We have tested against them ourselves. Nobody from outside has checked the site yet, so we do not say that it meets every point.",
            )],
        },
        Section {
            heading: "How we test",
            blocks: &[
                Block::Text(
                    "Each time the site changes, a real browser goes through it and checks:",
                ),
                Block::List(&[
                    "every page, and every form with a mistake in it, by a program that looks for barriers (axe)",
                    "every way to join, with JavaScript and without",
                    "joining by keyboard alone",
                    "a screen 320 pixels wide, where nothing may scroll sideways",
                ]),
                Block::Text(
                    "Colours were measured, so that text and controls stand out in the light and in the dark design. A program finds only some barriers. We need to hear from you about the rest.",
                ),
            ],
        },
        Section {
            heading: "Tell us about a problem",
            blocks: &[
                Block::Text(
                    "If something here is hard to use, or you need it in another form, write to us. Say which page it was and what you were trying to do. It helps to know what device you use, but you do not have to say.",
                ),
                Block::Contact,
                Block::Text(
                    "If you cannot join through this site, tell us that too, and we will find another way.",
                ),
            ],
        },
        Section {
            heading: "If our answer is not enough",
            blocks: &[
                Block::Text(
                    "The Equality Advisory and Support Service (EASS) gives free advice about your rights in England, Scotland and Wales. In Northern Ireland, the Equality Commission does.",
                ),
                Block::Link("The EASS website", "https://www.equalityadvisoryservice.com/"),
                Block::Link("The Equality Commission’s website", "https://www.equalityni.org/"),
            ],
        },
    ],
};
