//! The decision table: every combination of answers and what it leads to, written down by
//! following the rules themselves. `decision-table.txt` is the same table as it was approved by
//! people; a test holds the two and [`decide`] against each other, over the whole space.

use crate::answers::{Age, Experience, GroupKind, Who};
use crate::class::Class;
use crate::decision::{Choices, Outcome, decide};
use crate::step::Step;

/// One answer in a row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell<T> {
    /// Whatever it is, or none: it does not matter.
    Any,
    /// Not answered yet.
    Missing,
    /// This answer.
    Is(T),
}

impl<T: Copy + PartialEq> Cell<T> {
    /// Whether the row holds for this answer.
    pub fn matches(self, answer: Option<T>) -> bool {
        match self {
            Self::Any => true,
            Self::Missing => answer.is_none(),
            Self::Is(value) => answer == Some(value),
        }
    }

    fn answer(self) -> Option<T> {
        match self {
            Self::Any | Self::Missing => None,
            Self::Is(value) => Some(value),
        }
    }
}

/// A row of the table: it holds for every combination of answers that its cells match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Who is joining.
    pub who: Cell<Who>,
    /// How old they are.
    pub age: Cell<Age>,
    /// Whether a description of R2 fits.
    pub experience: Cell<Experience>,
    /// The class they chose.
    pub membership: Cell<Class>,
    /// The kind of group.
    pub group_kind: Cell<GroupKind>,
    /// Whether the group's work relates to mental health.
    pub group_work: Cell<bool>,
    /// What these answers lead to.
    pub outcome: Outcome,
}

impl Row {
    /// Whether the row holds for `choices`.
    #[must_use]
    pub fn matches(&self, choices: &Choices) -> bool {
        self.who.matches(choices.who)
            && self.age.matches(choices.age)
            && self.experience.matches(choices.experience)
            && self.membership.matches(choices.membership)
            && self.group_kind.matches(choices.group_kind)
            && self.group_work.matches(choices.group_work)
    }

    fn decided(mut self) -> Self {
        self.outcome = decide(&Choices {
            who: self.who.answer(),
            age: self.age.answer(),
            experience: self.experience.answer(),
            membership: self.membership.answer(),
            group_kind: self.group_kind.answer(),
            group_work: self.group_work.answer(),
        });
        self
    }
}

/// Every row of the table, in the order in which the questions are asked. Each combination of
/// answers matches exactly one.
pub fn decision_table() -> impl Iterator<Item = Row> {
    let mut rows = Vec::new();
    let nothing_matters = Row {
        who: Cell::Any,
        age: Cell::Any,
        experience: Cell::Any,
        membership: Cell::Any,
        group_kind: Cell::Any,
        group_work: Cell::Any,
        outcome: Outcome::Asks(Step::Who),
    };
    follow(nothing_matters, &mut rows);
    rows.into_iter()
}

/// Adds the rows for `row`'s answers: one when they decide the outcome; otherwise one for the
/// question that is asked left open, and those for each answer to it.
fn follow(row: Row, rows: &mut Vec<Row>) {
    let row = row.decided();
    let Outcome::Asks(step) = row.outcome else { return rows.push(row) };
    match step {
        Step::Who => branch(row, |row| &mut row.who, Who::ALL, rows),
        Step::Age => branch(row, |row| &mut row.age, Age::ALL, rows),
        Step::Experience => branch(row, |row| &mut row.experience, Experience::ALL, rows),
        Step::Membership => branch(row, |row| &mut row.membership, Class::ALL, rows),
        Step::GroupKind => branch(row, |row| &mut row.group_kind, GroupKind::ALL, rows),
        Step::GroupWork => branch(row, |row| &mut row.group_work, &[true, false], rows),
        // No other step's answer decides.
        _ => rows.push(row),
    }
}

fn branch<T: Copy + PartialEq>(
    row: Row,
    cell: fn(&mut Row) -> &mut Cell<T>,
    values: &[T],
    rows: &mut Vec<Row>,
) {
    let with = |value| {
        let mut row = row;
        *cell(&mut row) = value;
        row
    };
    if *cell(&mut { row }) != Cell::Any {
        // Answered, and asked again: the answer is not open to them.
        return rows.push(row);
    }
    rows.push(with(Cell::Missing).decided());
    for value in values {
        follow(with(Cell::Is(*value)), rows);
    }
}
