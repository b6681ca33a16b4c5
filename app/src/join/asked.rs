//! A question of the wizard by itself, in the same words: for somebody who is a member and is asked
//! again.

use rules::{Context, Draft, FieldError, Problem, Step};

use super::body::body;
use super::line::Given;
use super::shown::Shown;
use crate::words::words;

/// The question of a step that has one answer to choose, as HTML, with its heading; `given` is what
/// was chosen, and `problem` what is wrong with that.
pub(crate) fn asked(step: Step, given: &str, problem: Option<Problem>) -> String {
    let field = step.fields().first().copied();
    let given: Given = field.map(|field| (field, given.to_owned())).into_iter().collect();
    let error = field.zip(problem).map(|(field, problem)| FieldError { field, problem });
    let (draft, errors) = (Draft::default(), error.into_iter().collect());
    let shown = Shown { step, draft, given: Some(given), errors };
    body(&shown, &Context::default()).above.into_string()
}

/// What its heading says.
pub(crate) fn asks(step: Step) -> &'static str {
    (words().join.question)(step, &Draft::default())
}
