//! The words of what somebody agreed to, and of stopping news by e-mail, in English.

use crate::words::AgreedWords;

pub(super) const AGREED: AgreedWords = AgreedWords {
    title: "What you agreed to",
    lead: "In these words. You can take any of it back.",
    given: |by, day| match by {
        "guardian" => format!("A parent or guardian agreed on {day}."),
        "committee" => format!("A committee told us on {day} that you agreed."),
        _ => format!("Agreed on {day}."),
    },
    withdrawn: |day| format!("Taken back on {day}."),

    stop_news: |name| with("Stop news by e-mail", name),
    give_news: |name| with("Get news by e-mail", name),
    stop_help: |name| with("Take back the offer to help", name),
    no_news: "You get no news by e-mail. Press the button to agree to this:",
    news_by_guardian: "You get no news by e-mail. At 12 or under, a parent or guardian has to agree to it. To change that, write to us.",
    rests: "Your membership rests on your agreement that we keep your details. If you take that back, your membership ends and we erase what we hold about you.",

    news: "News by e-mail",
    asks: "Stop news by e-mail?",
    asks_lines: &[
        "The network then sends no more news to the e-mail address that this link was sent to.",
        "The membership goes on as it is, and so do letters about it.",
    ],
    stop: "Stop the news",
    stopped: "News has stopped",
    stopped_lines: &[
        "The network sends no more news to the e-mail address that this link was sent to.",
        "The membership goes on as it is. To get news again, sign in.",
    ],
    gone: "This link leads nowhere",
    gone_lines: &[
        "The membership that it was about may have ended: then no more news is sent. Or a piece of the link got lost: then open it from the e-mail once more.",
    ],
    sign_in: "See your membership",
};

fn with(what: &str, name: Option<&str>) -> String {
    name.map_or_else(|| what.to_owned(), |name| format!("{what}: {name}"))
}
