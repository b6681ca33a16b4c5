//! One page of the wizard: the frame around a question. What moves is in the frame.

use leptos::ev::{Event, MouseEvent, SubmitEvent};
use leptos::prelude::*;
use maud::{Markup, html};
use rules::{Draft, FieldError, Standing, Step, may_say, standing};

use super::body::body;
use super::shown::Shown;
use super::wizard::{Place, Wizard};
use super::{browser, sending, way};
use crate::words::words;

/// The title of the page of `step`.
pub(crate) fn title(step: Step, draft: &Draft, refused: bool, site: &str) -> String {
    let w = &words().join;
    let error = if refused { w.phrase.error_title } else { "" };
    format!("{error}{}", (w.title)((w.question)(step, draft), site))
}

/// What stands still on a page, as HTML: it is written anew when the place changes, and only then.
#[derive(Clone, PartialEq)]
struct Parts {
    back: String,
    action: String,
    head: String,
    above: String,
    below: String,
}

/// The page of wherever the wizard is.
pub(crate) fn page(wizard: Wizard) -> impl IntoView {
    let phrase = &words().join.phrase;
    let parts = Memo::new(move |_| parts(wizard, wizard.place.get()));
    let part = move |part: fn(&Parts) -> &String| move || parts.with(|parts| part(parts).clone());
    let step = move || wizard.place.with(|place| place.step);
    let follow = move |click: MouseEvent| {
        if let Some((step, from_check)) = browser::followed(&click) {
            click.prevent_default();
            wizard.go_to(step, from_check);
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match wizard.place.with_untracked(|place| place.step) {
            Step::Check => sending::submit(wizard),
            step => wizard.continue_with(browser::given(&event, step)),
        }
    };
    let input = move |event: Event| {
        let step = wizard.place.with_untracked(|place| place.step);
        wizard.typing(&browser::given(&event, step));
    };
    view! {
        <nav class="way" aria-label=phrase.way on:click=follow inner_html=part(|parts| &parts.back)/>
        <main id="main" tabindex="-1" class="wizard" on:click=follow data-state=wizard.state()>
            <div class="part" inner_html=part(|parts| &parts.head)/>
            <form
                class="step"
                method="post"
                action=part(|parts| &parts.action)
                novalidate
                on:submit=submit
                on:input=input
            >
                <div class="part" inner_html=part(|parts| &parts.above)/>
                <p class=move || room(step()) role="status" inner_html=move || status(wizard)/>
                <div class="part" inner_html=part(|parts| &parts.below)/>
                <div role="alert" inner_html=move || not_sent_yet(wizard)/>
                <div class="actions">
                    <button class="button" type="submit">{move || button(wizard, step())}</button>
                </div>
            </form>
            <form class="clear" method="post" action="/join/clear">
                <p class="hint">{phrase.clear_hint}</p>
                <button class="button-quiet" type="submit">{phrase.clear}</button>
            </form>
        </main>
    }
}

fn parts(wizard: Wizard, Place { step, from_check, refused }: Place) -> Parts {
    let w = &words().join;
    let draft = wizard.draft.get_untracked();
    let (given, errors) = refused.map(|refused| (*refused).clone()).unzip();
    let number = draft.path().iter().position(|on_path| *on_path == step).map_or(1, |at| at + 1);
    let changed = step == Step::Check && wizard.changed_elsewhere;
    // Refused for nothing that is wrong: it is asked whether the postcode is meant.
    // Only the server does: in the browser the line has said so while it was typed.
    let asks = cfg!(feature = "ssr") && errors.as_ref().is_some_and(Vec::is_empty);
    let meant = if asks { draft.postcode(step) } else { None };
    let back = back(&draft, step, from_check);
    let shown = Shown { step, draft, given, errors: errors.unwrap_or_default() };
    let body = wizard.context.with_value(|context| body(&shown, context));
    let head = html! {
        (error_summary(&shown.errors))
        @if asks {
            p class="notice" role="alert" tabindex="-1" autofocus {
                ((w.standing)(&Standing::Unlisted))
            }
        }
        @if changed { p class="notice" role="alert" { (w.phrase.changed_elsewhere) } }
        p class="progress" {
            @if step == Step::Check { (w.phrase.last_step) } @else { ((w.progress)(number)) }
        }
    };
    let below = html! {
        (body.below)
        // Sent once more, it is taken.
        @if let Some(meant) = meant { input type="hidden" name="meant" value=(meant); }
        // What was shown, so that an answer changed in another tab is noticed.
        @if step == Step::Check {
            input type="hidden" name="seen" value=(wizard.seen.get_value());
        }
    };
    Parts {
        back: html! { a class="back" href=(back) { (w.phrase.back) } }.into_string(),
        action: way::href(step, from_check),
        head: head.into_string(),
        above: body.above.into_string(),
        below: below.into_string(),
    }
}

/// Where Back leads: the step before, `check` for whoever came from there, home from the first.
fn back(draft: &Draft, step: Step, from_check: bool) -> String {
    let before = if from_check { Some(Step::Check) } else { draft.before(step) };
    before.map_or_else(|| "/".to_owned(), |step| way::href(step, false))
}

fn button(wizard: Wizard, step: Step) -> &'static str {
    let phrase = &words().join.phrase;
    match step {
        Step::Check if wizard.sending.with(|state| state.submitting) => phrase.sending,
        Step::Check => phrase.send,
        _ => phrase.go_on,
    }
}

/// Room for the line is kept only where there may be one.
const fn room(step: Step) -> &'static str {
    if may_say(step) { "standing" } else { "standing silent" }
}

/// The quiet line that says what the answer means so far; as HTML, since an empty text would be
/// rendered as a space, and the line would be seen with nothing in it.
fn status(wizard: Wizard) -> String {
    let step = wizard.place.with(|place| place.step);
    let line = wizard.typed.with(|typed| {
        wizard.context.with_value(|context| {
            standing(step, typed, context).map(|standing| (words().join.standing)(&standing))
        })
    });
    html! { @if let Some(line) = line { (line) } }.into_string()
}

/// What is said while the join could not be sent. Sending is what tries again.
fn not_sent_yet(wizard: Wizard) -> String {
    let phrase = &words().join.phrase;
    let failed = wizard.sending.with(|state| state.failures > 0);
    html! {
        @if failed {
            div class="notice" {
                p { (phrase.not_sent_yet) }
                button class="button-quiet" type="submit" { (phrase.try_now) }
            }
        }
    }
    .into_string()
}

fn error_summary(errors: &[FieldError]) -> Markup {
    let w = &words().join;
    html! {
        @if !errors.is_empty() {
            div class="error-summary" role="alert" tabindex="-1" autofocus[cfg!(feature = "ssr")] aria-labelledby="problem" {
                h2 id="problem" { (w.phrase.there_is_a_problem) }
                ul {
                    @for error in errors {
                        li {
                            a href={ "#" (error.field.as_str()) } {
                                ((w.problem)(error.field, error.problem))
                            }
                        }
                    }
                }
            }
        }
    }
}
