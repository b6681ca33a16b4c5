//! Listing members while somebody types what to search for. The text goes in a form's body, as it
//! does when the button is pressed: what is searched for is somebody's.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::{document, set_timeout};
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use crate::dom::{on, part, read, write};
use crate::post::post;

/// How long nobody types before it is searched: not every letter is a search.
const PAUSE: Duration = Duration::from_millis(300);

pub(super) fn watch() {
    let Ok(Some(form)) = document().query_selector("form[role=search]") else { return };
    let Ok(Some(field)) = form.query_selector("input[name=text]") else { return };
    let Some(to) = form.get_attribute("action") else { return };
    let typed = Rc::new(Cell::new(0_u32));
    let (to, input) = (Rc::from(to), field.clone().unchecked_into::<HtmlInputElement>());
    let search = move |_| {
        let mine = typed.get().wrapping_add(1);
        typed.set(mine);
        let (typed, to, input) = (Rc::clone(&typed), Rc::clone(&to), input.clone());
        set_timeout(
            move || {
                if typed.get() == mine {
                    spawn_local(find(to, input.value(), move || typed.get() == mine));
                }
            },
            PAUSE,
        );
    };
    on(&field, "input", Box::new(search));
}

/// Puts what is found into the page, unless somebody has typed on.
async fn find(to: Rc<str>, text: String, is_newest: impl Fn() -> bool) {
    // Whatever goes wrong, the button is there, and its page says what it is.
    let Some((_, html)) = post(&to, &[("text", &text)]).await else { return };
    let found = read(&html).and_then(|page| page.get_element_by_id("results"));
    if let (Some(found), Some(shown), true) = (found, part("results"), is_newest()) {
        write("results-said", &said(&found));
        let _ = shown.replace_with_with_node_1(&found);
    }
}

/// The sentence that says how many there are.
fn said(found: &Element) -> String {
    let sentence = found.query_selector("p").ok().flatten();
    sentence.and_then(|sentence| sentence.text_content()).unwrap_or_default()
}
