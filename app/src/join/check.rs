//! `check`: every answer once more, each with the way back to it, and what they lead to.

use maud::{Markup, html};
use rules::{Class, ConsentKind, Context, Coverage, Field, Outcome, Postcode, Step};

use super::rights::rights;
use super::shown::Shown;
use super::way;
use crate::words::words;

/// The list of answers, by the steps on the path.
pub(crate) fn summary(shown: &Shown, context: &Context) -> Markup {
    let w = &words().join;
    let class: &[Class] = match shown.draft.outcome() {
        Outcome::Individual { class: Class::Full, .. } => &[Class::Full],
        Outcome::Individual { class: Class::Associate, .. } => &[Class::Associate],
        _ => &[],
    };
    html! {
        dl class="summary" {
            @for step in shown.draft.path() {
                @for field in asked(step, shown, context) {
                    div {
                        dt { (label(field)) }
                        dd { (answer(field, shown, context)) }
                        dd class="change" {
                            a href=(way::href(step, true)) {
                                (w.phrase.change)
                                span class="visually-hidden" { " " (label(field)) }
                            }
                        }
                    }
                }
            }
        }
        @if !class.is_empty() { (rights(class)) }
    }
}

/// The fields of a step that this person was asked.
fn asked(step: Step, shown: &Shown, context: &Context) -> impl Iterator<Item = Field> + use<> {
    let seats = shown.draft.get(Field::Representatives).and_then(|count| count.parse().ok());
    let under_18 = shown.draft.age().is_some_and(rules::Age::is_under_18);
    let postcode = shown.draft.get(Field::Postcode).and_then(|text| Postcode::parse(text).ok());
    let outside = postcode
        .as_ref()
        .is_some_and(|it| !matches!(context.coverage(it), Some(Coverage::Covered(_))));
    let postcode = postcode.is_some();
    step.fields().iter().copied().filter(move |field| match field {
        Field::BirthMonth => under_18,
        // Shown with the month.
        Field::BirthYear => false,
        Field::Postcode => postcode,
        Field::StartBranch => outside,
        Field::Branch => !postcode,
        Field::FirstName | Field::FirstEmail => seats >= Some(1),
        Field::SecondName | Field::SecondEmail => seats >= Some(2),
        // Without it the step would not have been passed.
        Field::FirstChosen | Field::SecondChosen => false,
        _ => true,
    })
}

fn label(field: Field) -> String {
    let w = &words().join;
    match field {
        Field::BirthMonth => w.phrase.born.to_owned(),
        Field::FirstName | Field::FirstEmail => format!("{}: {}", (w.seat)(1), (w.label)(field)),
        Field::SecondName | Field::SecondEmail => format!("{}: {}", (w.seat)(2), (w.label)(field)),
        _ => (w.label)(field).to_owned(),
    }
}

fn answer(field: Field, shown: &Shown, context: &Context) -> String {
    let w = &words().join;
    let Some(answer) = shown.draft.get(field) else {
        // A box that is not ticked is an answer.
        let box_to_tick = matches!(field, Field::Newsletter | Field::StartBranch);
        return if box_to_tick { w.phrase.no } else { w.phrase.left_out }.to_owned();
    };
    match field {
        Field::BirthMonth => {
            let year = shown.draft.get(Field::BirthYear).unwrap_or_default();
            let month = answer.parse::<usize>().ok().and_then(|month| month.checked_sub(1));
            let month = month.and_then(|month| w.months.get(month)).unwrap_or(&answer);
            format!("{month} {year}")
        }
        Field::Branch => context
            .branches
            .by_slug(answer)
            .map_or_else(|| w.phrase.no_branch.to_owned(), |branch| branch.name.clone()),
        Field::Postcode | Field::GroupPostcode => with_branch(answer, context),
        Field::Consent => (w.consent)(ConsentKind::Membership.current()).to_owned(),
        Field::Newsletter | Field::StartBranch => w.phrase.yes.to_owned(),
        _ => match (w.option)(field, answer) {
            ("", _) => answer.to_owned(),
            (label, _) => label.to_owned(),
        },
    }
}

fn with_branch(postcode: &str, context: &Context) -> String {
    let parsed = Postcode::parse(postcode).ok();
    match parsed.and_then(|parsed| context.coverage(&parsed)) {
        Some(Coverage::Covered(branch)) => {
            (words().join.postcode_in_branch)(postcode, &branch.name)
        }
        _ => postcode.to_owned(),
    }
}
