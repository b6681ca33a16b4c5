//! The browser's side of the wizard: the form's own data, the address, the title, the focus. On
//! the server nothing here ever runs.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use rules::Step;
use web_sys::{Element, Event, FormData, HtmlElement, HtmlFormElement, MouseEvent};

use super::line::Given;
use super::wizard::Wizard;
use super::{page, sending, way};

/// What stands in the step's form just now.
pub(crate) fn given(event: &Event, step: Step) -> Given {
    let form = event.current_target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
    form.map(|form| read(&form, step)).unwrap_or_default()
}

fn read(form: &HtmlFormElement, step: Step) -> Given {
    let mut given = Given::new();
    if let Ok(data) = FormData::new_with_form(form) {
        for field in step.fields() {
            if let Some(answer) = data.get(field.as_str()).as_string() {
                given.insert(*field, answer);
            }
        }
    }
    given
}

/// The step that a click leads to; `None` for a click on anything else, or one that means to open
/// it in another tab or window.
pub(crate) fn followed(click: &MouseEvent) -> Option<(Step, bool)> {
    let elsewhere = click.meta_key() || click.ctrl_key() || click.shift_key() || click.alt_key();
    if click.button() != 0 || elsewhere {
        return None;
    }
    let link = click.target()?.dyn_into::<Element>().ok()?.closest("a").ok()??;
    way::step_at(&link.get_attribute("href")?)
}

/// Puts the step into the address, unless it is there already.
pub(crate) fn push(step: Step, from_check: bool) {
    let address = way::href(step, from_check);
    if here().as_ref() != Some(&address) {
        let history = window().history();
        let _ = history.and_then(|h| h.push_state_with_url(&JsValue::NULL, "", Some(&address)));
    }
}

/// Leaves the wizard for another page; Back does not lead into it again.
pub(crate) fn leave_for(address: &str) {
    let _ = window().location().replace(address);
}

fn here() -> Option<String> {
    let location = window().location();
    Some(location.pathname().ok()? + &location.search().ok()?)
}

/// Follows the browser's own Back and Forward; after each change of step, title and focus; and
/// reads what was typed before the wizard woke.
pub(crate) fn follow(wizard: Wizard) {
    Effect::new(move |woken: Option<()>| {
        let place = wizard.place.get();
        if woken.is_none() {
            wake(wizard);
            return;
        }
        let refused = place.refused.is_some();
        let draft = wizard.draft.get_untracked();
        let title = wizard.site.with_value(|site| page::title(place.step, &draft, refused, site));
        document().set_title(&title);
        // The new page is in place after this turn of the event loop.
        request_animation_frame(move || {
            focus(if refused { ".error-summary" } else { "main h1" });
        });
    });
}

fn wake(wizard: Wizard) {
    if let Some(form) = query("form.step").and_then(|form| form.dyn_into().ok()) {
        let step = wizard.place.with_untracked(|place| place.step);
        wizard.typing(&read(&form, step));
    }
    window_event_listener(ev::popstate, move |_| {
        let Some(address) = here() else { return };
        let (path, search) = address.split_once('?').unwrap_or((&address, ""));
        let from_check = search == "from=check";
        let shown = wizard.place.with_untracked(|place| (place.step, place.from_check));
        // A link to a field or to the main content is no other step: what is typed stays.
        if let Some(step) = path.strip_prefix("/join/").and_then(Step::parse)
            && shown != (step, from_check)
        {
            wizard.show(step, from_check);
        }
    });
    window_event_listener(ev::online, move |_| sending::try_again(wizard));
}

fn focus(selector: &str) {
    if let Some(element) = query(selector).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

pub(crate) fn query(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}
