//! The way through the steps that the answers so far make.

use crate::answers::Who;
use crate::draft::{Context, Draft};
use crate::field::Field;
use crate::form;
use crate::step::Step;

impl Draft {
    /// The steps that the answers so far make necessary, in order, up to the last that is known:
    /// where the way goes on after a question is not known before it is answered.
    #[must_use]
    pub fn path(&self) -> Vec<Step> {
        let mut path = vec![Step::Who];
        match self.get(Field::Who).and_then(Who::parse) {
            None => {}
            Some(Who::Me) => {
                path.push(Step::Age);
                let Some(age) = self.age() else { return path };
                if !age.is_under_18() {
                    path.push(Step::Experience);
                }
                if self.eligibility().is_none() {
                    return path;
                }
                path.extend([Step::Membership, Step::Where, Step::Details]);
                if age.needs_guardian() {
                    path.push(Step::Guardian);
                }
                path.extend([Step::Consent, Step::Check]);
            }
            Some(Who::Group) => {
                path.extend([Step::GroupKind, Step::GroupWork]);
                if self.choices().group_work == Some(true) {
                    path.extend([Step::Group, Step::Representatives, Step::Consent, Step::Check]);
                }
            }
        }
        path
    }

    /// Whether `step` has been answered in a way that still goes with the other answers.
    #[must_use]
    pub fn has_answered(&self, step: Step, context: &Context) -> bool {
        if step == Step::Check {
            return false;
        }
        let given = |field| self.get(field).unwrap_or_default();
        // Only-associate is an answer too, and it has to be given: it is how we know that the
        // outcome has been seen.
        let seen = step != Step::Membership || self.get(Field::Membership).is_some();
        let goes_on = step != Step::GroupWork || self.choices().group_work == Some(true);
        seen && goes_on && form::read(step, self, &given, context).errors.is_empty()
    }

    /// The first step on the path that has to be answered before the answers can be sent; `check`
    /// once all are.
    #[must_use]
    pub fn first_open(&self, context: &Context) -> Step {
        self.path()
            .into_iter()
            .find(|step| !self.has_answered(*step, context))
            .unwrap_or(Step::GroupWork)
    }

    /// Whether `step` may be shown or answered now: it is on the path, and all before it is
    /// answered.
    #[must_use]
    pub fn reaches(&self, step: Step, context: &Context) -> bool {
        let open = self.first_open(context);
        self.path().into_iter().take_while(|on_path| *on_path != open).any(|past| past == step)
            || step == open
    }

    /// Where Continue leads after `step`: the step after it on the path, or, for somebody who
    /// came from `check` to change an answer, the first step that is open because of it.
    #[must_use]
    pub fn after(&self, step: Step, from_check: bool, context: &Context) -> Step {
        let open = self.first_open(context);
        if from_check {
            return open;
        }
        let path = self.path();
        let next = path.iter().skip_while(|on_path| **on_path != step).nth(1).copied();
        next.filter(|next| self.reaches(*next, context)).unwrap_or(open)
    }

    /// The step before `step` on the path; `None` at the first.
    #[must_use]
    pub fn before(&self, step: Step) -> Option<Step> {
        let path = self.path();
        let place = path.iter().position(|on_path| *on_path == step)?;
        path.get(place.checked_sub(1)?).copied()
    }

    /// The answers to questions that are asked: what remains when those to questions that are no
    /// longer asked are dropped. While an open question hides the way that goes on after it, the
    /// answers that may lie on that way stay: changing an answer loses none that come later.
    #[must_use]
    pub fn on_path(&self) -> Self {
        let path = self.path();
        let hidden = !path.contains(&Step::Check);
        let who = self.get(Field::Who).and_then(Who::parse);
        let may_come = |step: Step| match step {
            Step::Experience | Step::Guardian => who == step.who() && self.age().is_none(),
            _ => step.who().is_none_or(|of| Some(of) == who),
        };
        let asked = |step: &&Step| path.contains(step) || (hidden && may_come(**step));
        let mut remaining = self.clone();
        let steps = Step::ALL.iter().filter(|step| !asked(step));
        steps.for_each(|step| remaining.forget(step.fields()));
        remaining
    }
}
