//! The browser's side: one stream of events, and the parts of the page that they renew.

use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{EventSource, HtmlTemplateElement, MessageEvent};

use super::Moves;

/// How long after an announcement the next one waits: a screen reader is not to be kept talking.
const QUIET: Duration = Duration::from_secs(10);

/// Listens for as long as the page is open, seen, and not paused.
pub(super) fn listen(moves: RwSignal<Moves>, said: RwSignal<String>) {
    let announcer =
        Announcer { said, next: StoredValue::new(None), quiet: StoredValue::new(false) };
    let seen = RwSignal::new(true);
    let watch = Closure::<dyn Fn()>::new(move || seen.set(!document().hidden()));
    // A page in the background listens to nothing: browsers allow few streams, and six tabs that
    // each held one would keep every other page from loading.
    let _ = document()
        .add_event_listener_with_callback("visibilitychange", watch.as_ref().unchecked_ref());
    watch.forget();
    // Not before what the server wrote is taken over as it is.
    Effect::new(move |_| moves.set(Moves::Live));
    let wanted =
        Memo::new(move |_| seen.get() && !matches!(moves.get(), Moves::Paused | Moves::Ended));
    let source = StoredValue::new_local(None::<EventSource>);
    Effect::new(move |_| {
        source.update_value(|source| {
            if let Some(open) = source.take() {
                open.close();
            }
            if wanted.get() {
                *source = open(moves, announcer);
            }
        });
    });
}

fn open(moves: RwSignal<Moves>, announcer: Announcer) -> Option<EventSource> {
    let address = format!("{}/live", location().pathname().ok()?);
    let source = EventSource::new(&address).ok()?;
    let renew = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        moves.set(Moves::Live);
        if let Some(html) = event.data().as_string() {
            announcer.say(renew(&html));
        }
    });
    source.set_onmessage(Some(renew.as_ref().unchecked_ref()));
    renew.forget();
    let this = source.clone();
    let error = Closure::<dyn Fn()>::new(move || {
        // Closed for good: the server said that there is nothing here for us any more.
        let closed = this.ready_state() == EventSource::CLOSED;
        moves.set(if closed { Moves::Ended } else { Moves::Lost });
    });
    source.set_onerror(Some(error.as_ref().unchecked_ref()));
    error.forget();
    let ended = Closure::<dyn Fn()>::new(move || moves.set(Moves::Ended));
    let _ = source.add_event_listener_with_callback("ended", ended.as_ref().unchecked_ref());
    ended.forget();
    Some(source)
}

/// Puts each part of `html` in the place of the one with its id, unless they are the same, or
/// somebody is in it: the focus is never moved. Gives what there is to say about it.
fn renew(html: &str) -> Option<String> {
    let document = document();
    let template: HtmlTemplateElement = document.create_element("template").ok()?.unchecked_into();
    template.set_inner_html(html);
    let parts = template.content().children();
    let mut to_say = None;
    // What is put into the page leaves the template, so the first is always another.
    let mut at = 0;
    while let Some(part) = parts.item(at) {
        at += 1;
        let Some(old) = document.get_element_by_id(&part.id()) else { continue };
        let focused = document.active_element();
        if old.is_equal_node(Some(&part)) || old.contains(focused.as_deref()) {
            continue;
        }
        to_say = to_say.or_else(|| part.get_attribute("data-said"));
        if old.replace_with_with_node_1(&part).is_ok() {
            at -= 1;
        }
    }
    to_say
}

/// Says what changed: a batch of changes once.
#[derive(Clone, Copy)]
struct Announcer {
    said: RwSignal<String>,
    next: StoredValue<Option<String>>,
    quiet: StoredValue<bool>,
}

impl Announcer {
    fn say(self, what: Option<String>) {
        let Some(what) = what else { return };
        if self.quiet.get_value() {
            self.next.set_value(Some(what));
            return;
        }
        self.said.set(what);
        self.quiet.set_value(true);
        set_timeout(
            move || {
                self.quiet.set_value(false);
                let mut next = None;
                self.next.update_value(|waiting| next = waiting.take());
                self.say(next);
            },
            QUIET,
        );
    }
}
