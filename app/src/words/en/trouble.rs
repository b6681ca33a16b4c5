//! When something is not there or does not work, in English.

use crate::words::{Block, Head, Section, Trouble, TroubleWords};

const KEPT: Section = Section {
    heading: "If you were joining",
    blocks: &[Block::Text(
        "Nothing you typed before is lost. Your answers stay in this browser for 24 hours. Open the form again and you can carry on where you were.",
    )],
};

pub(super) const TROUBLE: TroubleWords = TroubleWords {
    not_found: Trouble {
        head: Head {
            title: "Page not found",
            description: "There is no page at this address.",
            heading: "There is no page here",
            lead: "The address may have a typing mistake in it, or the page may have moved.",
        },
        sections: &[Section {
            heading: "What to do next",
            blocks: &[Block::Text(
                "Check the address, or start from the first page. From there you can find everything.",
            )],
        }],
        go_on: "Go to the first page",
    },
    no_member: Trouble {
        head: Head {
            title: "No such member",
            description: "Nobody in this branch has this membership number.",
            heading: "Nobody in this branch has this membership number",
            lead: "Their membership may have ended meanwhile, or they may have moved to another branch. Nothing was changed just now.",
        },
        sections: &[Section {
            heading: "What to do next",
            blocks: &[Block::Text(
                "Look for them in the list of members. If you typed the number, check it.",
            )],
        }],
        go_on: "Go to your branches",
    },
    unreadable: Trouble {
        head: Head {
            title: "We could not read the form",
            description: "The form could not be read.",
            heading: "We could not read what was sent",
            lead: "The form arrived with something in it that does not belong there, or in a form we cannot read. We have not used any of it.",
        },
        sections: &[
            KEPT,
            Section {
                heading: "What to do next",
                blocks: &[Block::Text(
                    "Go back to the question and answer it once more. If a browser extension changes forms, switch it off for this site.",
                )],
            },
        ],
        go_on: "Go back to the question",
    },
    too_large: Trouble {
        head: Head {
            title: "That was too much",
            description: "The form was too large.",
            heading: "That was more than we can take",
            lead: "What was sent is far longer than any answer can be. We have not used any of it.",
        },
        sections: &[
            KEPT,
            Section {
                heading: "What to do next",
                blocks: &[Block::Text("Go back to the question and give a shorter answer.")],
            },
        ],
        go_on: "Go back to the question",
    },
    out_of_order: Trouble {
        head: Head {
            title: "A question comes first",
            description: "Another question has to be answered first.",
            heading: "Another question comes first",
            lead: "A question before this one has no answer yet, or an answer was changed in another tab. Nothing was sent.",
        },
        sections: &[
            KEPT,
            Section {
                heading: "What to do next",
                blocks: &[Block::Text(
                    "Go on with the question that is open. The rest of your answers are still there.",
                )],
            },
        ],
        go_on: "Go on with the open question",
    },
    answers_gone: Trouble {
        head: Head {
            title: "Your answers are not here any more",
            description: "The answers so far are not here any more.",
            heading: "Your answers are not here any more",
            lead: "We keep answers in your browser for 24 hours, until they are sent or cleared. They may be older than that, or sent already, or your browser may not accept cookies. If you have joined, you have an e-mail from us.",
        },
        sections: &[Section {
            heading: "What to do next",
            blocks: &[Block::Text("Start again. It takes about three minutes.")],
        }],
        go_on: "Start again",
    },
    other_site: Trouble {
        head: Head {
            title: "That did not come from this site",
            description: "The form came from another site.",
            heading: "That did not come from this site",
            lead: "Another website tried to send a form here in your name. We have not used any of it.",
        },
        sections: &[Section {
            heading: "What to do next",
            blocks: &[Block::Text("If you meant to join, start from our first page.")],
        }],
        go_on: "Go to the first page",
    },
    too_many: Trouble {
        head: Head {
            title: "Too much at once",
            description: "Too much was sent from one place.",
            heading: "Too much at once",
            lead: "A lot was sent from your connection in a short time, so we take a break. If many people share it, it may not have been you.",
        },
        sections: &[
            KEPT,
            Section {
                heading: "What to do next",
                blocks: &[Block::Text("Wait a minute, then go on.")],
            },
        ],
        go_on: "Go on",
    },
    fault: Trouble {
        head: Head {
            title: "Something went wrong",
            description: "Something on our side did not work.",
            heading: "Something went wrong",
            lead: "This is our fault, not yours. Something on our side did not work.",
        },
        sections: &[
            KEPT,
            Section {
                heading: "What to do next",
                blocks: &[
                    Block::Text(
                        "Try again in a few minutes. If it happens again, tell us which page you were on:",
                    ),
                    Block::Contact,
                ],
            },
        ],
        go_on: "Go back to the form",
    },
    unavailable: Trouble {
        head: Head {
            title: "Not available just now",
            description: "The register of members cannot be reached just now.",
            heading: "We cannot reach the register just now",
            lead: "The site is running, but the register of members is not answering. It is most often back within a few minutes.",
        },
        sections: &[
            KEPT,
            Section {
                heading: "What to do next",
                blocks: &[Block::Text(
                    "Wait a minute, then try again. If you were sending your answers, send them once more. You will not become a member twice.",
                )],
            },
        ],
        go_on: "Try again",
    },
};
