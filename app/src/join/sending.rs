//! Handing answers to the server functions while the person goes on. A connection that is gone
//! costs nothing: the answers are in the page, and are sent when it is back.

use std::time::Duration;

use gloo_net::http::{Request, Response};
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::Step;

use super::browser;
use super::server_fns::{FIND_POSTCODE, KEEP_ANSWERS, SUBMIT_JOIN};
use super::wizard::Wizard;

/// How sending stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Sending {
    /// Answers are on their way to be kept.
    keeping: bool,
    /// Answers changed while others were on their way.
    changed: bool,
    /// The join is on its way.
    pub(crate) submitting: bool,
    /// How often it could not be sent.
    pub(crate) failures: u32,
}

/// Has the answers kept in the encrypted cookie, so that a reload resumes. One request at a time,
/// the newest answers last.
pub(crate) fn keep(wizard: Wizard) {
    let mut busy = false;
    wizard.sending.update(|state| {
        busy = state.keeping;
        state.changed = busy;
        state.keeping = true;
    });
    if busy {
        return;
    }
    spawn_local(async move {
        loop {
            // Not kept is not lost: the next step sends all answers again.
            let _ = post(KEEP_ANSWERS, wizard).await;
            let mut again = false;
            wizard.sending.update(|state| {
                again = state.changed;
                state.changed = false;
                state.keeping = again;
            });
            if !again {
                break;
            }
        }
    });
}

/// Sends the join; tries again until the server has answered.
pub(crate) fn submit(wizard: Wizard) {
    if wizard.sending.with_untracked(|state| state.submitting) {
        return;
    }
    wizard.sending.update(|state| state.submitting = true);
    spawn_local(async move {
        match post(SUBMIT_JOIN, wizard).await {
            Ok(200..=299) => browser::leave_for("/join/done"),
            // The server is busy or away, like a connection that is gone.
            Err(_) | Ok(408 | 429 | 500..) => {
                let still_there = wizard.place.with_untracked(|place| place.step == Step::Check);
                if !still_there {
                    wizard.sending.update(|state| state.submitting = false);
                    return;
                }
                let mut failures = 0;
                wizard.sending.update(|state| {
                    state.submitting = false;
                    state.failures += 1;
                    failures = state.failures;
                });
                let wait = Duration::from_secs(2_u64.saturating_pow(failures.min(5)));
                set_timeout(move || try_again(wizard), wait);
            }
            // It decided otherwise than this page: its own page says why.
            Ok(_) => browser::leave_for("/join/check"),
        }
    });
}

/// Tries once more what could not be sent.
pub(crate) fn try_again(wizard: Wizard) {
    if wizard.sending.with_untracked(|state| state.failures > 0) {
        submit(wizard);
    }
}

/// Does not try again by itself: whoever leaves `check` to change something means to send that.
pub(crate) fn stop_trying(wizard: Wizard) {
    if wizard.sending.with_untracked(|state| state.failures > 0) {
        wizard.sending.update(|state| state.failures = 0);
    }
}

/// Has the server look a postcode up, once. Without an answer the line says what is known here.
pub(crate) fn look_up(wizard: Wizard) {
    spawn_local(async move {
        // Of all that is in a postcode only the space has to be written in another way.
        let body = format!("postcode={}", wizard.asked.get_value().replace(' ', "+"));
        if let Ok(answer) = send(FIND_POSTCODE, body).await
            && let Ok(line) = answer.text().await
        {
            wizard.learn(&line);
        }
    });
}

async fn post(address: &str, wizard: Wizard) -> Result<u16, gloo_net::Error> {
    let body = form_urlencoded::Serializer::new(String::new())
        .append_pair("key", &wizard.key.get_value())
        .append_pair("answers", &wizard.line())
        .finish();
    Ok(send(address, body).await?.status())
}

async fn send(address: &str, body: String) -> Result<Response, gloo_net::Error> {
    let request = Request::post(address)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(body)?;
    request.send().await
}
