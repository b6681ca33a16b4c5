//! Parts of the page, for the islands that hold no signals.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{DocumentFragment, Element, Event, EventTarget, HtmlTemplateElement};

pub(crate) fn part(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

pub(crate) fn write(id: &str, text: &str) {
    if let Some(part) = part(id) {
        part.set_text_content(Some(text));
    }
}

pub(crate) fn show(id: &str, shown: bool) {
    if let Some(part) = part(id) {
        let _ = part.toggle_attribute_with_force("hidden", !shown);
    }
}

/// HTML from the server, not in the page yet; scripts in it do not run.
pub(crate) fn read(html: &str) -> Option<DocumentFragment> {
    let template: HtmlTemplateElement =
        document().create_element("template").ok()?.unchecked_into();
    template.set_inner_html(html);
    Some(template.content())
}

/// For as long as the page.
pub(crate) fn on(target: &EventTarget, kind: &str, then: Box<dyn FnMut(Event)>) {
    let then = Closure::wrap(then);
    let _ = target.add_event_listener_with_callback(kind, then.as_ref().unchecked_ref());
    then.forget();
}
