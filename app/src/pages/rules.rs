//! The rules as readable text, made from the code that applies them.

use leptos::prelude::*;
use rules::{Cell as Answer, Class, Outcome, Rights, SEATS, decision_table};

use super::layout::{ProsePage, site};
use super::prose::Prose;
use super::table::{Cell, Table};
use crate::words::words;

/// Every combination of answers and what it leads to.
#[component]
pub(crate) fn RulesPage() -> impl IntoView {
    let words = &words().rules;
    let descriptions = words.descriptions.iter().map(|text| view! { <li>{*text}</li> });
    let person_columns =
        vec![words.age_column, words.experience_column, words.open_column, words.why_column];
    let group_columns = vec![words.kind_column, words.work_column, words.outcome_column];
    let rights_columns =
        vec![words.right_column, (words.class)(Class::Full), (words.class)(Class::Associate)];
    view! {
        <ProsePage head=&words.head>
            <section>
                <h2>{words.person_heading}</h2>
                <div class="prose">
                    <p>{words.person_lead}</p>
                    <ul>{descriptions.collect_view()}</ul>
                    <p>{words.descriptions_lead}</p>
                </div>
                <Table caption=words.person_caption columns=person_columns rows=person_rows()/>
            </section>
            <section>
                <h2>{words.rights_heading}</h2>
                <Table caption=words.rights_caption columns=rights_columns rows=rights_rows()/>
            </section>
            <section>
                <h2>{words.group_heading}</h2>
                <div class="prose"><p>{(words.group_lead)(SEATS)}</p></div>
                <Table caption=words.group_caption columns=group_columns rows=group_rows()/>
            </section>
            <Prose sections=words.sections/>
        </ProsePage>
    }
}

/// The rows of the decision table that end in an individual membership. Those that differ in the
/// class alone are one row here: a choice.
fn person_rows() -> Vec<Vec<Cell>> {
    let words = &words().rules;
    let mut rows: Vec<PersonRow> = Vec::new();
    for row in decision_table() {
        let Outcome::Individual { class, reason, guardian } = row.outcome else { continue };
        let age = told(row.age, words.age, words.not_asked);
        let experience = told(row.experience, words.experience, words.not_asked);
        let class = (words.class)(class);
        match rows.last_mut().filter(|last| (last.age, last.experience) == (age, experience)) {
            Some(last) => last.classes.push(class),
            None => {
                let mut why = vec![(words.reason)(reason).to_owned()];
                why.extend(guardian.then(|| (words.guardian)(site().retention.guardian)));
                rows.push(PersonRow { age, experience, classes: vec![class], why });
            }
        }
    }
    let cells = |row: PersonRow| {
        vec![
            Cell::from(row.age),
            Cell::from(row.experience),
            Cell::from(row.classes.join(&format!(" {} ", words.or)).as_str()),
            Cell::from(row.why),
        ]
    };
    rows.into_iter().map(cells).collect()
}

struct PersonRow {
    age: &'static str,
    experience: &'static str,
    classes: Vec<&'static str>,
    why: Vec<String>,
}

/// An answer in words; `unasked` where it makes no difference or is not there.
fn told<T>(answer: Answer<T>, words: fn(T) -> &'static str, unasked: &'static str) -> &'static str {
    match answer {
        Answer::Is(answer) => words(answer),
        Answer::Any | Answer::Missing => unasked,
    }
}

fn rights_rows() -> Vec<Vec<Cell>> {
    let words = &words().rules;
    let row = |name: &'static str, has: fn(Rights) -> bool| {
        let answer = |class: Class| if has(class.rights()) { words.yes } else { words.no };
        [name, answer(Class::Full), answer(Class::Associate)].map(Cell::from).to_vec()
    };
    vec![
        row(words.speak, |rights| rights.speak),
        row(words.vote, |rights| rights.vote),
        row(words.stand, |rights| rights.stand),
    ]
}

/// The rows of the decision table that are about groups whose questions are all answered.
fn group_rows() -> Vec<Vec<Cell>> {
    let words = &words().rules;
    let cells = |row: rules::Row| {
        let outcome = match row.outcome {
            Outcome::Group(_) => words.group_joins,
            Outcome::NotAGroup => words.group_not,
            Outcome::Asks(_) | Outcome::Individual { .. } => return None,
        };
        let kind = told(row.group_kind, words.kind, words.not_asked);
        let relates = |relates| if relates { words.yes } else { words.no };
        let work = match row.group_work {
            Answer::Is(answer) => relates(answer),
            Answer::Any | Answer::Missing => words.not_asked,
        };
        Some([kind, work, outcome].map(Cell::from).to_vec())
    };
    decision_table().filter_map(cells).collect()
}
