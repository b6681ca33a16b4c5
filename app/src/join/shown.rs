//! What a page of the wizard shows of the answers: those kept, or those just refused.

use rules::{Draft, Field, FieldError, Step};

use super::line::Given;
use crate::words::words;

/// What a page of the wizard shows of the answers.
pub(crate) struct Shown {
    pub(crate) step: Step,
    pub(crate) draft: Draft,
    /// What was typed, when it was refused.
    pub(crate) given: Option<Given>,
    pub(crate) errors: Vec<FieldError>,
}

impl Shown {
    /// What stands in a field.
    pub(crate) fn value(&self, field: Field) -> &str {
        match &self.given {
            Some(given) => given.get(&field).map_or("", String::as_str),
            None => self.draft.get(field).unwrap_or_default(),
        }
    }

    /// What is wrong with it.
    pub(crate) fn error(&self, field: Field) -> Option<&'static str> {
        let error = self.errors.iter().find(|error| error.field == field)?;
        Some((words().join.problem)(field, error.problem))
    }
}
