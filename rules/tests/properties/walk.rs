//! Ways through the steps, as people and programs take them.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::Index;
use rules::{Context, Draft, Step};

use crate::common::{self, Answers, try_answer, world};

/// What somebody may answer at `step`, right and wrong.
fn answers(step: Step) -> &'static [Answers] {
    match step {
        Step::Who => &[&[("who", "me")], &[("who", "group")], &[]],
        Step::Age => &[
            &[("age", "18-or-over")],
            &[("age", "13-to-17")],
            &[("age", "12-or-under")],
            &[("age", "old")],
        ],
        Step::Experience => &[
            &[("experience", "yes")],
            &[("experience", "no")],
            &[("experience", "rather-not-say")],
        ],
        Step::Membership => &[&[("membership", "full")], &[("membership", "associate")], &[]],
        Step::Where => &[
            &[("postcode", "bs56xx")],
            &[("postcode", "LS1 1AA"), ("start-branch", "yes")],
            &[("branch", "bath")],
            &[("branch", "none"), ("start-branch", "yes")],
            &[("postcode", "nowhere"), ("branch", "none")],
            &[],
        ],
        Step::Details => &[
            common::SAM.1,
            &[("name", "Alex Jones"), ("email", "alex@example.org"), ("phone", "0117 496 0123")],
            &[
                ("name", "Kim"),
                ("email", "k@example.org"),
                ("birth-month", "09"),
                ("birth-year", "2009"),
            ],
            &[
                ("name", "Kim"),
                ("email", "k@example.org"),
                ("birth-month", "1"),
                ("birth-year", "2020"),
            ],
            &[("name", "Kim")],
        ],
        Step::Guardian => {
            &[common::PARENT.1, &[("guardian-name", "Kim"), ("guardian-email", "k@example.org")]]
        }
        Step::GroupKind => &[&[("group-kind", "user-led")], &[("group-kind", "organisation")]],
        Step::GroupWork => {
            &[&[("group-work", "yes")], &[("group-work", "no")], &[("group-work", "?")]]
        }
        Step::Group => &[common::THE_GROUP.1, &[("group-name", "?")]],
        Step::Representatives => &[
            &[("representatives", "0")],
            &[
                ("representatives", "1"),
                ("representative-1-name", "Ann"),
                ("representative-1-email", "ann@example.org"),
                ("representative-1-chosen", "yes"),
                ("representative-2-name", "left over"),
            ],
            &[("representatives", "2")],
        ],
        Step::Consent => &[common::AGREED.1, &[("consent", "yes"), ("newsletter", "yes")], &[]],
        Step::Check => &[&[]],
    }
}

#[derive(Debug, Clone)]
pub(crate) enum Move {
    /// Answers the step that is shown, and goes where Continue leads.
    Continue(Index),
    /// Goes back.
    Back,
    /// Opens a step by its address.
    Open(Index),
    /// Comes from `check` to change an answer.
    Change(Index),
    /// Sends a step's form whatever is shown: another tab, or no browser at all.
    Send(Index, Index),
    /// Comes back later: the draft is read from what was kept.
    Return,
}

pub(crate) fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        12 => any::<Index>().prop_map(Move::Continue),
        2 => Just(Move::Back),
        1 => any::<Index>().prop_map(Move::Open),
        2 => any::<Index>().prop_map(Move::Change),
        4 => any::<(Index, Index)>().prop_map(|(step, pick)| Move::Send(step, pick)),
        1 => Just(Move::Return),
    ];
    prop::collection::vec(one, 0..48)
}

pub(crate) struct Walk {
    pub(crate) context: Context,
    pub(crate) draft: Draft,
    here: Step,
    from_check: bool,
    /// The last answers that were taken at each step.
    pub(crate) last: BTreeMap<Step, Answers>,
}

impl Walk {
    pub(crate) fn new() -> Self {
        let (draft, last) = (Draft::default(), BTreeMap::new());
        Self { context: world(), draft, here: Step::Who, from_check: false, last }
    }

    fn answer(&mut self, step: Step, pick: Index) -> bool {
        let pairs = *pick.get(answers(step));
        let taken = try_answer(&mut self.draft, step, pairs, &self.context).is_ok();
        if taken {
            self.last.insert(step, pairs);
        }
        taken
    }

    fn show(&mut self, step: Step) {
        let reached = self.draft.reaches(step, &self.context);
        self.here = if reached { step } else { self.draft.first_open(&self.context) };
    }

    pub(crate) fn make(&mut self, next: &Move) {
        match next {
            Move::Continue(pick) => {
                let step = self.here;
                if self.answer(step, *pick) {
                    self.here = self.draft.after(step, self.from_check, &self.context);
                    assert!(self.draft.reaches(self.here, &self.context));
                }
            }
            Move::Back => self.here = self.draft.before(self.here).unwrap_or(Step::Who),
            Move::Open(step) => self.show(*step.get(Step::ALL)),
            Move::Change(step) if self.here == Step::Check => {
                self.from_check = true;
                self.show(*step.get(Step::ALL));
            }
            Move::Change(_) => {}
            Move::Send(step, pick) => {
                self.answer(*step.get(Step::ALL), *pick);
                self.show(self.here);
            }
            Move::Return => self.draft = from_kept(&self.draft, &self.context),
        }
    }
}

pub(crate) fn from_kept(draft: &Draft, context: &Context) -> Draft {
    let kept = draft.iter().map(|(field, answer)| (field, answer.to_owned())).collect();
    Draft::from_kept(&kept, context)
}
