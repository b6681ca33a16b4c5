//! Reads `decision-table.txt` as its readers do: by its words alone, without the code's own types.

use rules::{Cell, Choices, Outcome, Reason, Row};

pub(crate) const FILE: &str = include_str!("../../decision-table.txt");

/// A row as it was approved.
#[derive(Debug)]
pub(crate) struct Approved {
    /// All cells, the six answers and the four of the outcome.
    pub(crate) cells: Vec<String>,
    /// The last four.
    pub(crate) outcome: [String; 4],
}

impl Approved {
    /// Whether the words in the row's answers cover these ones.
    pub(crate) fn matches(&self, choices: &Choices) -> bool {
        let work = choices.group_work.map(|relates| if relates { "yes" } else { "no" });
        let answers = [
            choices.who.map(|answer| answer.as_str()),
            choices.age.map(|answer| answer.as_str()),
            choices.experience.map(|answer| answer.as_str()),
            choices.membership.map(|answer| answer.as_str()),
            choices.group_kind.map(|answer| answer.as_str()),
            work,
        ];
        self.cells.iter().zip(answers).all(|(cell, answer)| covers(cell, answer.unwrap_or("-")))
    }
}

fn covers(cell: &str, answer: &str) -> bool {
    cell == "any" || cell == answer
}

/// The lines of the table below the heading that starts with `number`, without its head.
fn table(number: &str) -> Vec<Vec<String>> {
    let below = FILE.split_once(&format!("\n{number} ")).expect("the heading").1;
    let mut lines = below.lines().skip_while(|line| !line.starts_with("---"));
    lines.next().expect("the rule under the head");
    lines
        .take_while(|line| !line.is_empty())
        .map(|line| line.replace("||", "|").split('|').map(|cell| cell.trim().into()).collect())
        .collect()
}

/// The first table.
pub(crate) fn approved_rows() -> Vec<Approved> {
    let approved = |cells: Vec<String>| {
        let outcome: Vec<_> = cells.iter().skip(6).cloned().collect();
        let outcome = outcome.try_into().expect("six answers and four words on the outcome");
        Approved { cells, outcome }
    };
    table("1.").into_iter().map(approved).collect()
}

/// A row of the second table.
#[derive(Debug)]
pub(crate) struct Placing {
    postcode: String,
    branch: String,
    /// What it leads to.
    pub(crate) outcome: String,
}

impl Placing {
    pub(crate) fn matches(&self, postcode: &str, branch: &str) -> bool {
        covers(&self.postcode, postcode) && covers(&self.branch, branch)
    }
}

/// The second table.
pub(crate) fn approved_placings() -> Vec<Placing> {
    let placing = |cells: Vec<String>| {
        let [postcode, branch, outcome] = cells.try_into().expect("three cells");
        Placing { postcode, branch, outcome }
    };
    table("2.").into_iter().map(placing).collect()
}

/// An outcome in the words of the file: outcome, why, rights, guardian.
pub(crate) fn in_words(outcome: Outcome) -> [String; 4] {
    let words = |a: &str, b: &str, c: &str, d: &str| [a.into(), b.into(), c.into(), d.into()];
    match outcome {
        Outcome::Asks(step) => words(&format!("asks: {step}"), "-", "-", "-"),
        Outcome::Group(kind) => words("group", kind.as_str(), "-", "-"),
        Outcome::NotAGroup => words("shown associate", "work", "-", "-"),
        Outcome::Individual { class, reason, guardian } => {
            let why = match reason {
                Reason::MeetsCriteria => "meets the criteria",
                Reason::UnderEighteen => "under eighteen",
                Reason::DoesNotIdentify => "none fits",
                Reason::NotSaid => "not said",
            };
            let rights = class.rights();
            let rights: Vec<_> =
                [(rights.speak, "speak"), (rights.vote, "vote"), (rights.stand, "stand")]
                    .into_iter()
                    .filter_map(|(has, right)| has.then_some(right))
                    .collect();
            let guardian = if guardian { "yes" } else { "no" };
            words(class.as_str(), why, &rights.join(" "), guardian)
        }
    }
}

/// A row that the code writes, in the words of the file.
pub(crate) fn cells(row: &Row) -> Vec<String> {
    fn cell<T: ToString>(cell: Cell<T>) -> String {
        match cell {
            Cell::Any => "any".into(),
            Cell::Missing => "-".into(),
            Cell::Is(value) => value.to_string(),
        }
    }
    let work = match row.group_work {
        Cell::Any => Cell::Any,
        Cell::Missing => Cell::Missing,
        Cell::Is(relates) => Cell::Is(if relates { "yes" } else { "no" }),
    };
    let answers = [
        cell(row.who),
        cell(row.age),
        cell(row.experience),
        cell(row.membership),
        cell(row.group_kind),
        cell(work),
    ];
    answers.into_iter().chain(in_words(row.outcome)).collect()
}
