//! Drafts that are kept somewhere between two requests.

use std::collections::BTreeMap;

use crate::draft::{Context, Draft};
use crate::field::Field;
use crate::form;
use crate::step::Step;

impl Draft {
    /// A draft of answers that were kept somewhere. What is no right answer any more (a branch
    /// that has closed, a rule that has changed) is left out, so that its step asks again.
    #[must_use]
    pub fn from_kept(kept: &BTreeMap<Field, String>, context: &Context) -> Self {
        let mut draft = Self::default();
        let given = |field| kept.get(&field).map_or("", String::as_str);
        for step in Step::ALL {
            // Going on without an answer is one (`membership`) only where it was done.
            if step.fields().iter().any(|field| kept.contains_key(field)) {
                draft.answers.extend(form::read(*step, &draft, &given, context).answers);
            }
        }
        draft
    }

    /// The answers as one short text, for a cookie: a line for each, a sign for its field and the
    /// answer. The longest answers of a whole join take less than 2,700 bytes.
    #[must_use]
    pub fn to_short(&self) -> String {
        self.iter().map(|(field, answer)| format!("{}{answer}\n", field.sign())).collect()
    }

    /// Reads what [`Draft::to_short`] wrote, as [`Draft::from_kept`] does.
    #[must_use]
    pub fn from_short(text: &str, context: &Context) -> Self {
        let answer = |line: &str| {
            let mut characters = line.chars();
            let field = Field::of_sign(characters.next()?)?;
            Some((field, characters.as_str().to_owned()))
        };
        Self::from_kept(&text.split('\n').filter_map(answer).collect(), context)
    }
}

impl Field {
    /// A sign that stands for the field where its name is too long: `0` for the first, and so on.
    /// Answers are kept for a day, longer than one version of the program may run: a new field
    /// goes to the end of [`Field::ALL`], and one that is gone leaves its place.
    fn sign(self) -> char {
        char::from(b'0'.saturating_add(self as u8))
    }

    fn of_sign(sign: char) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.sign() == sign)
    }
}
