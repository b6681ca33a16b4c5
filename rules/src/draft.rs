//! The answers so far, and the way through the steps that follows from them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::answers::{Age, BranchChoice, Experience, GroupKind, Who};
use crate::class::{Class, Eligibility, eligibility};
use crate::coverage::{Branches, Coverage};
use crate::decision::{Choices, Outcome, decide};
use crate::directory::{Directory, Listed};
use crate::field::{Field, FieldError};
use crate::form::{self, Reading};
use crate::postcode::Postcode;
use crate::step::Step;

/// What the rules need to know of the world around a draft.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Context {
    /// The day it is in Europe/London.
    pub today: NaiveDate,
    /// The active branches.
    pub branches: Branches,
    /// What is known of the postcode directory.
    pub directory: Directory,
}

impl Context {
    /// Which branch covers `postcode`; `None` while only the directory can say, and was not asked.
    #[must_use]
    pub fn coverage(&self, postcode: &Postcode) -> Option<Coverage<'_>> {
        match self.directory.listed(postcode) {
            None if self.branches.authority_decides(postcode) => None,
            None | Some(Listed::No) => Some(self.branches.covering(postcode, None)),
            Some(Listed::In(authority)) => {
                Some(self.branches.covering(postcode, authority.as_ref()))
            }
        }
    }

    /// Whether `postcode` is in no directory that there is: somebody may have mistyped it.
    #[must_use]
    pub fn questions(&self, postcode: &Postcode) -> bool {
        self.directory.listed(postcode) == Some(&Listed::No)
    }
}

/// The answers so far. Each one was right on its own when it was given, and is written the one
/// right way; whether they go together is decided anew whenever it matters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    pub(crate) answers: BTreeMap<Field, String>,
}

/// What was wrong with the answers to a step, in the order of the page; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused(pub Vec<FieldError>);

impl Draft {
    /// The answer in `field`, as a form would send it.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&str> {
        self.answers.get(&field).map(String::as_str)
    }

    /// Every answer, in the order of the fields.
    pub fn iter(&self) -> impl Iterator<Item = (Field, &str)> {
        self.answers.iter().map(|(field, answer)| (*field, answer.as_str()))
    }

    /// Answers `step` with what `given` says is in each field (empty: nothing). What was in the
    /// step's fields before is replaced. What was said only because of what it was is dropped:
    /// the class, when other classes are open now, and the month of birth of somebody who is not
    /// under eighteen.
    ///
    /// # Errors
    /// Says what is wrong with which field; the draft is then as it was.
    pub fn answer<'a>(
        &mut self,
        step: Step,
        given: impl Fn(Field) -> &'a str,
        context: &Context,
    ) -> Result<(), Refused> {
        let Reading { answers, errors } = form::read(step, self, &given, context);
        if !errors.is_empty() {
            return Err(Refused(errors));
        }
        let open_before = self.eligibility().map(Eligibility::classes);
        self.forget(step.fields());
        self.answers.extend(answers);
        if self.eligibility().map(Eligibility::classes) != open_before {
            self.forget(Step::Membership.fields());
        }
        if !self.age().is_some_and(Age::is_under_18) {
            self.forget(&[Field::BirthMonth, Field::BirthYear]);
        }
        Ok(())
    }

    pub(crate) fn forget(&mut self, fields: &[Field]) {
        self.answers.retain(|field, _| !fields.contains(field));
    }

    /// The draft as it would be with what stands in `step`'s form just now, right or wrong: only
    /// to say what it means ([`crate::standing`]), never to be kept.
    #[must_use]
    pub fn preview<'a>(&self, step: Step, given: impl Fn(Field) -> &'a str) -> Self {
        let mut preview = self.clone();
        for field in step.fields() {
            preview.answers.insert(*field, given(*field).trim().to_owned());
        }
        preview.answers.retain(|_, answer| !answer.is_empty());
        preview
    }

    /// The chosen answers, as the decision sees them.
    #[must_use]
    pub fn choices(&self) -> Choices {
        let get = |field| self.get(field);
        Choices {
            who: get(Field::Who).and_then(Who::parse),
            age: self.age(),
            experience: get(Field::Experience).and_then(Experience::parse),
            membership: get(Field::Membership).and_then(Class::parse),
            group_kind: get(Field::GroupKind).and_then(GroupKind::parse),
            group_work: get(Field::GroupWork).and_then(form::yes_or_no),
        }
    }

    /// What the answers lead to.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        decide(&self.choices())
    }

    /// The postcode that `step` asks for, if it is one: a person's, or a group's.
    #[must_use]
    pub fn postcode(&self, step: Step) -> Option<Postcode> {
        let field = match step {
            Step::Where => Field::Postcode,
            Step::Group => Field::GroupPostcode,
            _ => return None,
        };
        Postcode::parse(self.get(field)?).ok()
    }

    /// How old the person is, if answered.
    #[must_use]
    pub fn age(&self) -> Option<Age> {
        self.get(Field::Age).and_then(Age::parse)
    }

    /// Which classes are open, once the answers that decide it are there.
    #[must_use]
    pub fn eligibility(&self) -> Option<Eligibility> {
        let choices = self.choices();
        eligibility(choices.age?, choices.experience)
    }

    /// Which branch was chosen by somebody without a postcode.
    #[must_use]
    pub fn branch_choice(&self) -> Option<BranchChoice> {
        self.get(Field::Branch).map(|slug| match slug {
            BranchChoice::NONE => BranchChoice::None,
            slug => BranchChoice::Branch(slug.to_owned()),
        })
    }
}
