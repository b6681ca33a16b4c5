//! What each step asks. The markup of a question has nothing in it that changes by itself, so it
//! is plain HTML, written by the same code on the server and in the browser.

use maud::{Markup, html};
use rules::{
    Age, BranchChoice, Class, ConsentKind, Context, Eligibility, Experience, Field, GroupKind,
    Step, Who,
};

use super::inputs::{Choice, Text, choices, error_line, has_error, text, tick};
use super::rights::rights;
use super::shown::Shown;
use super::{check, way};
use crate::words::words;

/// A question, in two parts: between them stands the line that says what the answer means, beside
/// the field that it follows from.
pub(crate) struct Body {
    pub(crate) above: Markup,
    pub(crate) below: Markup,
}

impl From<Markup> for Body {
    fn from(above: Markup) -> Self {
        Self { above, below: html! {} }
    }
}

/// The question of a step and its inputs.
pub(crate) fn body(shown: &Shown, context: &Context) -> Body {
    use Field as F;
    match shown.step {
        Step::Who => closed(shown, F::Who, &values(Who::ALL, |v| v.as_str())).into(),
        Step::Age => closed(shown, F::Age, &values(Age::ALL, |v| v.as_str())).into(),
        Step::Experience => {
            closed(shown, F::Experience, &values(Experience::ALL, |v| v.as_str())).into()
        }
        Step::Membership => membership(shown),
        Step::Where => place(shown, context),
        Step::Details => details(shown).into(),
        Step::Guardian => guardian(shown).into(),
        Step::GroupKind => {
            closed(shown, F::GroupKind, &values(GroupKind::ALL, |v| v.as_str())).into()
        }
        Step::GroupWork => group_work(shown),
        Step::Group => group(shown),
        Step::Representatives => representatives(shown).into(),
        Step::Consent => consent(shown).into(),
        Step::Check => {
            html! { (heading(shown)) (intro(shown)) (check::summary(shown, context)) }.into()
        }
    }
}

fn values<T: Copy>(all: &[T], text: impl Fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|value| text(*value)).collect()
}

fn heading(shown: &Shown) -> Markup {
    html! { h1 tabindex="-1" { ((words().join.question)(shown.step, &shown.draft)) } }
}

fn intro(shown: &Shown) -> Markup {
    let w = &words().join;
    let list = (w.list)(shown.step);
    html! {
        div class="intro" id="intro" {
            @if !list.is_empty() { ul { @for line in list { li { (line) } } } }
            @for line in (w.intro)(shown.step, &shown.draft) { p { (line) } }
        }
    }
}

/// A question with a closed set of answers: the heading is the legend.
fn closed(shown: &Shown, field: Field, values: &[&'static str]) -> Markup {
    let options: Vec<_> = values.iter().map(|value| Choice::of(field, value)).collect();
    let error = shown.error(field);
    html! {
        fieldset class={ "question" (has_error(error)) }
            aria-describedby={ "intro" @if error.is_some() { " " (field) "-error" } } {
            legend { (heading(shown)) }
            (intro(shown))
            (error_line(field.as_str(), error))
            (choices(shown, field, &options))
        }
    }
}

fn membership(shown: &Shown) -> Body {
    if shown.draft.eligibility().is_some_and(Eligibility::has_choice) {
        let values = values(Class::ALL, |v| v.as_str());
        Body { above: closed(shown, Field::Membership, &values), below: rights(Class::ALL) }
    } else {
        Body {
            above: html! { (heading(shown)) (intro(shown)) },
            below: html! {
                (rights(&[Class::Associate]))
                input type="hidden" name=(Field::Membership.as_str())
                    value=(Class::Associate.as_str());
            },
        }
    }
}

fn place(shown: &Shown, context: &Context) -> Body {
    let w = &words().join;
    let mut options: Vec<_> = context
        .branches
        .iter()
        .map(|branch| Choice { value: &branch.slug, label: &branch.name, hint: "" })
        .collect();
    options.push(Choice { value: BranchChoice::NONE, label: w.phrase.no_branch, hint: "" });
    Body {
        above: html! {
            (heading(shown))
            (intro(shown))
            (text(shown, &Text::new(Field::Postcode, "text", "postal-code").short()))
        },
        below: html! {
            (tick(shown, Field::StartBranch, (w.consent)(ConsentKind::StartBranch.current())))
            fieldset class="no-postcode"
                aria-describedby=[shown.error(Field::Branch).map(|_| "branch-error")] {
                legend { (w.phrase.without_postcode) }
                (error_line("branch", shown.error(Field::Branch)))
                (choices(shown, Field::Branch, &options))
            }
        },
    }
}

fn details(shown: &Shown) -> Markup {
    let phrase = &words().join.phrase;
    html! {
        (heading(shown))
        (intro(shown))
        (text(shown, &Text::new(Field::Name, "text", "name")))
        (text(shown, &Text::new(Field::Email, "email", "email")))
        (text(shown, &Text::new(Field::Phone, "tel", "tel").optional().short()))
        @if shown.draft.age().is_some_and(Age::is_under_18) {
            fieldset aria-describedby="born-hint" {
                legend { (phrase.born) }
                p class="hint" id="born-hint" { (phrase.born_hint) }
                div class="field-pair" {
                    (text(shown, &Text::new(Field::BirthMonth, "numeric", "bday-month").short()))
                    (text(shown, &Text::new(Field::BirthYear, "numeric", "bday-year").short()))
                }
            }
        }
    }
}

fn guardian(shown: &Shown) -> Markup {
    html! {
        (heading(shown))
        (intro(shown))
        (text(shown, &Text::new(Field::GuardianName, "text", "off")))
        (text(shown, &Text::new(Field::GuardianEmail, "email", "off")))
    }
}

/// The question; and, for a group whose work does not relate to mental health, the way that is
/// open to each of its people (R8, R3).
fn group_work(shown: &Shown) -> Body {
    let relates = shown.draft.choices().group_work;
    Body {
        above: closed(shown, Field::GroupWork, &["yes", "no"]),
        below: html! {
            @if relates == Some(false) {
                p class="other-way" {
                    a href=(way::href(Step::Who, false)) { (words().join.phrase.join_yourself) }
                }
            }
        },
    }
}

fn group(shown: &Shown) -> Body {
    Body {
        above: html! {
            (heading(shown))
            (intro(shown))
            (text(shown, &Text::new(Field::GroupName, "text", "organization")))
            (text(shown, &Text::new(Field::GroupWebsite, "text", "url").optional()))
            (text(shown, &Text::new(Field::GroupPostcode, "text", "postal-code").short()))
        },
        below: html! {
            (text(shown, &Text::new(Field::ContactName, "text", "name")))
            (text(shown, &Text::new(Field::ContactEmail, "email", "email")))
            (text(shown, &Text::new(Field::ContactPhone, "tel", "tel").optional().short()))
        },
    }
}

/// How many, and a block for each seat; the style shows as many blocks as were chosen.
fn representatives(shown: &Shown) -> Markup {
    use Field as F;
    let w = &words().join;
    let count = ["0", "1", "2"].map(|value| Choice::of(F::Representatives, value));
    let error = shown.error(F::Representatives);
    let seats = [
        [F::FirstName, F::FirstEmail, F::FirstChosen],
        [F::SecondName, F::SecondEmail, F::SecondChosen],
    ];
    html! {
        (heading(shown))
        (intro(shown))
        fieldset class={ "question" (has_error(error)) }
            aria-describedby=[error.map(|_| "representatives-error")] {
            legend { ((w.label)(F::Representatives)) }
            (error_line("representatives", error))
            (choices(shown, F::Representatives, &count))
        }
        @for (place, [name, email, chosen]) in (1..).zip(seats) {
            fieldset class={ "seat seat-" (place) } {
                legend { ((w.seat)(place)) }
                (text(shown, &Text::new(name, "text", "off")))
                (text(shown, &Text::new(email, "email", "off")))
                (tick(shown, chosen, (w.label)(chosen)))
            }
        }
    }
}

fn consent(shown: &Shown) -> Markup {
    let text = |kind: ConsentKind| (words().join.consent)(kind.current());
    html! {
        (heading(shown))
        (intro(shown))
        p {
            // In a tab of its own: what was answered so far stays as it is in this one.
            a href="/privacy" target="_blank" rel="noopener" { (words().join.phrase.privacy) }
        }
        (tick(shown, Field::Consent, text(ConsentKind::Membership)))
        (tick(shown, Field::Newsletter, text(ConsentKind::Newsletter)))
    }
}
