//! The warning before a session ends, and the button that keeps it.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::set_timeout;
use leptos::task::spawn_local;

use crate::dom::{on, part, show};
use crate::post::post;

/// Where the session is asked about, and kept.
const SESSION: &str = "/sign-in/session";
/// How many seconds before the end the warning is shown.
const WARNING: u16 = 300;

/// The paragraphs of the warning; one of them is shown.
const PARTS: [&str; 4] = ["stay-soon", "stay-on", "stay-last", "stay-over"];

/// Which of several waits counts: the newest.
type Turn = Rc<Cell<u32>>;

/// Waits until it is time to warn. The page says how many seconds the session has left.
pub(super) fn watch() {
    let Some(left) = part("stay").and_then(|note| seconds(&note.get_attribute("data-left")?))
    else {
        return;
    };
    let turn = Turn::default();
    if let Some(button) = part("stay-button") {
        let turn = Rc::clone(&turn);
        on(&button, "click", Box::new(move |_| ask(Rc::clone(&turn), true)));
    }
    wait(left.saturating_sub(WARNING), turn);
}

/// Asks in so many seconds. What was done in another tab meanwhile counts, so nobody is warned
/// before the server was asked.
fn wait(seconds: u16, turn: Turn) {
    let mine = turn.get().wrapping_add(1);
    turn.set(mine);
    let then = move || {
        if turn.get() == mine {
            ask(turn, false);
        }
    };
    // A moment more, so that what is over is over on the server, too.
    set_timeout(then, Duration::from_secs(u64::from(seconds) + 1));
}

fn ask(turn: Turn, keep: bool) {
    spawn_local(async move {
        let fields = [("keep", if keep { "yes" } else { "" })];
        // Without a connection the warning stays as it is.
        let Some((_, left)) = post(SESSION, &fields).await else { return };
        match seconds(&left) {
            Some(left) if left > WARNING => {
                say(if keep { "stay-on" } else { "" });
                wait(left - WARNING, turn);
            }
            Some(left) => {
                // What was just kept and is still about to end can be kept no longer.
                say(if keep { "stay-last" } else { "stay-soon" });
                wait(left, turn);
            }
            None => say("stay-over"),
        }
    });
}

fn seconds(text: &str) -> Option<u16> {
    text.parse().ok()
}

fn say(what: &str) {
    for id in PARTS {
        show(id, what == id);
    }
    // It stays where somebody has just pressed it.
    show("stay-button", matches!(what, "stay-soon" | "stay-on"));
}
