//! The wizard: the one island. The server renders it whole; in the browser it takes over the
//! same forms, and moves between the steps without asking the server.
#![allow(unreachable_pub, reason = "the island macro puts what it makes into a module of its own")]

use std::sync::Arc;

use leptos::prelude::*;
use rules::{Context, Directory, Draft, FieldError, Listing, Postcode, Step};

use super::line::{Given, to_line};
use super::state::State;
use super::{browser, page, sending};

/// Where somebody is in the wizard.
#[derive(Clone, PartialEq)]
pub(crate) struct Place {
    /// The step that is shown.
    pub(crate) step: Step,
    /// Whether they came from `check` to change an answer.
    pub(crate) from_check: bool,
    /// What was typed and what is wrong with it, when the step's answers were refused. Nothing is
    /// wrong with a postcode that nobody finds: it is asked whether it is meant.
    pub(crate) refused: Option<Arc<(Given, Vec<FieldError>)>>,
}

/// Everything the wizard knows while it is open.
#[derive(Clone, Copy)]
pub(crate) struct Wizard {
    pub(crate) place: RwSignal<Place>,
    pub(crate) draft: RwSignal<Draft>,
    /// The draft with what is being typed, for the line that says what it means.
    pub(crate) typed: RwSignal<Draft>,
    pub(crate) sending: RwSignal<sending::Sending>,
    pub(crate) context: StoredValue<Context>,
    /// The postcode that the directory was asked of last.
    pub(crate) asked: StoredValue<String>,
    /// The network's short name, for the title.
    pub(crate) site: StoredValue<String>,
    pub(crate) key: StoredValue<String>,
    /// What `check` showed, so that an answer changed in another tab is noticed.
    pub(crate) seen: StoredValue<String>,
    pub(crate) changed_elsewhere: bool,
}

/// The island. It has no properties: reading them would bring in a JSON parser, which weighs more
/// than all of the rules. The server hands over its [`State`] as a line of text in the page.
#[island]
pub fn JoinWizard() -> impl IntoView {
    let state = State::find();
    let wizard = Wizard::new(state);
    browser::follow(wizard);
    page::page(wizard)
}

impl Wizard {
    fn new(state: State) -> Self {
        let State { draft, step, given, context, .. } = state;
        let mut typed = draft.clone();
        let refused = given.map(|given| {
            // The browser reads what stands in the form as soon as it wakes.
            if cfg!(feature = "ssr") {
                typed = draft.preview(step, |field| given.get(&field).map_or("", String::as_str));
            }
            let errors = refusals(&draft, step, &given, &context);
            Arc::new((given, errors))
        });
        Self {
            place: RwSignal::new(Place { step, from_check: state.from_check, refused }),
            typed: RwSignal::new(typed),
            draft: RwSignal::new(draft),
            sending: RwSignal::new(sending::Sending::default()),
            context: StoredValue::new(context),
            asked: StoredValue::new(String::new()),
            site: StoredValue::new(state.site),
            key: StoredValue::new(state.key),
            seen: StoredValue::new(state.seen),
            changed_elsewhere: state.changed_elsewhere,
        }
    }

    /// Shows `step`, as a new entry of the browser's history unless it is there already.
    pub(crate) fn go_to(self, step: Step, from_check: bool) {
        browser::push(step, from_check);
        self.show(step, from_check);
    }

    /// Shows `step`, or the first open one when `step` cannot be reached by the answers so far.
    pub(crate) fn show(self, step: Step, from_check: bool) {
        let draft = self.draft.get_untracked();
        let step = self.context.with_value(|context| {
            if draft.reaches(step, context) { step } else { draft.first_open(context) }
        });
        if step != Step::Check {
            sending::stop_trying(self);
        }
        self.typed.set(draft);
        self.place.set(Place { step, from_check, refused: None });
    }

    /// Takes what stands in the form of the step: goes on, or says what is wrong.
    pub(crate) fn continue_with(self, given: Given) {
        let Place { step, from_check, .. } = self.place.get_untracked();
        let answer = |field| given.get(&field).map_or("", String::as_str);
        let mut draft = self.draft.get_untracked();
        match self.context.with_value(|context| draft.answer(step, answer, context)) {
            Ok(()) => {
                let next =
                    self.context.with_value(|context| draft.after(step, from_check, context));
                self.draft.set(draft);
                sending::keep(self);
                self.go_to(next, from_check);
            }
            Err(refused) => {
                let refused = Some(Arc::new((given, refused.0)));
                self.place.set(Place { step, from_check, refused });
            }
        }
    }

    /// What is being typed, before it is sent.
    pub(crate) fn typing(self, given: &Given) {
        let step = self.place.with_untracked(|place| place.step);
        let answer = |field| given.get(&field).map_or("", String::as_str);
        let typed = self.draft.with_untracked(|draft| draft.preview(step, answer));
        self.look_up(typed.postcode(step));
        self.typed.set(typed);
    }

    /// Asks the directory, if there is one, of a postcode that it was not asked of.
    fn look_up(self, postcode: Option<Postcode>) {
        let Some(postcode) = postcode else { return };
        let text = postcode.to_string();
        if self.context.with_value(|context| context.directory.may_be_asked(&postcode))
            && self.asked.with_value(|asked| *asked != text)
        {
            self.asked.set_value(text);
            sending::look_up(self);
        }
    }

    /// Takes what the directory says, unless another postcode was typed meanwhile.
    pub(crate) fn learn(self, line: &str) {
        let listing = Listing::from_line(line);
        let of = line.split('=').next();
        if listing.is_some() && self.asked.with_value(|asked| of == Some(asked)) {
            let context = self.context.get_value();
            self.context.set_value(Context { directory: Directory::Loaded(listing), ..context });
            self.typed.set(self.typed.get_untracked());
        }
    }

    /// Every answer so far, as one line.
    pub(crate) fn line(self) -> String {
        self.draft.with_untracked(|draft| to_line(draft.iter()))
    }

    /// What the browser's code starts from: it is in the page, and is not written once more there.
    #[cfg(not(feature = "ssr"))]
    pub(crate) const fn state(self) -> &'static str {
        ""
    }

    /// What the browser's code starts from, as the server writes it into the page.
    #[cfg(feature = "ssr")]
    pub(crate) fn state(self) -> String {
        let Place { step, from_check, refused } = self.place.get_untracked();
        State {
            site: self.site.get_value(),
            step,
            draft: self.draft.get_untracked(),
            given: refused.map(|refused| refused.0.clone()),
            from_check,
            context: self.context.get_value(),
            key: self.key.get_value(),
            seen: self.seen.get_value(),
            changed_elsewhere: self.changed_elsewhere,
        }
        .to_line()
    }
}

pub(crate) fn refusals(
    draft: &Draft,
    step: Step,
    given: &Given,
    context: &Context,
) -> Vec<FieldError> {
    let answer = |field| given.get(&field).map_or("", String::as_str);
    draft.clone().answer(step, answer, context).err().map(|refused| refused.0).unwrap_or_default()
}
