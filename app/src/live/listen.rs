//! The browser's side: one stream of events, and the parts of the page that they renew.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::{document, location, set_timeout};
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventSource, EventTarget, HtmlTemplateElement, MessageEvent};

use crate::words::words;

/// How long after an announcement the next one waits: a screen reader is not to be kept talking.
const QUIET: Duration = Duration::from_secs(10);

/// How it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    Live,
    Paused,
    Lost,
    Ended,
}

/// A page that moves.
struct Page {
    stands: Cell<Stands>,
    source: RefCell<Option<EventSource>>,
    /// What is to be read out next, once it is quiet no more.
    next: RefCell<Option<String>>,
    quiet: Cell<bool>,
}

/// Listens for as long as the page is open, seen, and not paused.
pub(super) fn listen() {
    let page = Rc::new(Page {
        stands: Cell::new(Stands::Live),
        source: RefCell::default(),
        next: RefCell::default(),
        quiet: Cell::new(false),
    });
    if let Some(button) = part("live-pause") {
        let page = Rc::clone(&page);
        on(&button, "click", Box::new(move |_| page.press()));
    }
    // A page in the background listens to nothing: browsers allow few streams, and six tabs that
    // each held one would keep every other page from loading.
    let seen = Rc::clone(&page);
    on(&document(), "visibilitychange", Box::new(move |_| seen.settle()));
    page.settle();
}

impl Page {
    fn press(self: &Rc<Self>) {
        let paused = self.stands.get() == Stands::Paused;
        self.stands.set(if paused { Stands::Live } else { Stands::Paused });
        self.settle();
    }

    /// Opens the stream or closes it, and says how it stands.
    fn settle(self: &Rc<Self>) {
        if let Some(open) = self.source.take() {
            open.close();
        }
        if matches!(self.stands.get(), Stands::Live | Stands::Lost) && !document().hidden() {
            *self.source.borrow_mut() = self.open();
        }
        self.say_how_it_stands();
    }

    fn open(self: &Rc<Self>) -> Option<EventSource> {
        let address = format!("{}/live", location().pathname().ok()?);
        let source = EventSource::new(&address).ok()?;
        let page = Rc::clone(self);
        let renewed = move |event: Event| {
            page.is(Stands::Live);
            let html = event.unchecked_into::<MessageEvent>().data().as_string();
            page.read_out(html.and_then(|html| renew(&html)));
        };
        on(&source, "message", Box::new(renewed));
        let (page, this) = (Rc::clone(self), source.clone());
        let broken = move |_| {
            // Closed for good: the server said that there is nothing here for us any more.
            let closed = this.ready_state() == EventSource::CLOSED;
            page.is(if closed { Stands::Ended } else { Stands::Lost });
        };
        on(&source, "error", Box::new(broken));
        let page = Rc::clone(self);
        let ended = move |_| {
            page.stands.set(Stands::Ended);
            page.settle();
        };
        on(&source, "ended", Box::new(ended));
        Some(source)
    }

    fn is(&self, stands: Stands) {
        // A stream that is closed may have its last word after that.
        if matches!(self.stands.get(), Stands::Live | Stands::Lost) {
            self.stands.set(stands);
            self.say_how_it_stands();
        }
    }

    fn say_how_it_stands(&self) {
        let w = &words().live;
        let stands = self.stands.get();
        write(
            "live-stands",
            match stands {
                Stands::Live => w.moves,
                Stands::Paused => w.paused,
                Stands::Lost => w.lost,
                Stands::Ended => w.ended,
            },
        );
        write("live-pause", if stands == Stands::Paused { w.go_on } else { w.pause });
        if let Some(button) = part("live-pause") {
            let _ = button.toggle_attribute_with_force("hidden", stands == Stands::Ended);
        }
    }

    /// Has a batch of changes read out once.
    fn read_out(self: &Rc<Self>, what: Option<String>) {
        let Some(what) = what else { return };
        if self.quiet.get() {
            *self.next.borrow_mut() = Some(what);
            return;
        }
        write("live-said", &what);
        self.quiet.set(true);
        let page = Rc::clone(self);
        set_timeout(
            move || {
                page.quiet.set(false);
                let next = page.next.take();
                page.read_out(next);
            },
            QUIET,
        );
    }
}

/// Puts each part of `html` in the place of the one with its id, unless they are the same, or
/// somebody is in it: the focus is never moved. Gives what there is to read out about it.
fn renew(html: &str) -> Option<String> {
    let document = document();
    let template: HtmlTemplateElement = document.create_element("template").ok()?.unchecked_into();
    template.set_inner_html(html);
    let parts = template.content().children();
    let mut to_read = None;
    // What is put into the page leaves the template.
    let mut at = 0;
    while let Some(new) = parts.item(at) {
        at += 1;
        let Some(old) = part(&new.id()) else { continue };
        let focused = document.active_element();
        if old.is_equal_node(Some(&new)) || old.contains(focused.as_deref()) {
            continue;
        }
        to_read = to_read.or_else(|| new.get_attribute("data-said"));
        // A heading brings the title of the tab along.
        if let Some(title) = new.get_attribute("data-title") {
            document.set_title(&title);
        }
        if old.replace_with_with_node_1(&new).is_ok() {
            at -= 1;
        }
    }
    to_read
}

fn part(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

fn write(id: &str, text: &str) {
    if let Some(part) = part(id) {
        part.set_text_content(Some(text));
    }
}

fn on(target: &EventTarget, kind: &str, then: Box<dyn FnMut(Event)>) {
    let then = Closure::wrap(then);
    let _ = target.add_event_listener_with_callback(kind, then.as_ref().unchecked_ref());
    // For as long as the page.
    then.forget();
}
