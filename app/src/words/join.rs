//! The words of the join: the one part of the words that the browser carries too.

use rules::{Class, ConsentText, Draft, Field, Problem, Standing, Step};

/// What the wizard says. Each function answers for every step, field and problem, so that a
/// language that leaves one out does not compile.
#[derive(Debug)]
pub(crate) struct JoinWords {
    /// The title of a page, from its question and the network's short name.
    pub(crate) title: fn(&str, &str) -> String,
    /// The question, which is the heading of the page.
    pub(crate) question: fn(Step, &Draft) -> &'static str,
    /// What comes under the question: paragraphs; why it is asked among them.
    pub(crate) intro: fn(Step, &Draft) -> &'static [&'static str],
    /// The list under the intro, if the step has one.
    pub(crate) list: fn(Step) -> &'static [&'static str],
    /// The label of a field.
    pub(crate) label: fn(Field) -> &'static str,
    /// The hint of a field; empty for none.
    pub(crate) hint: fn(Field) -> &'static str,
    /// An answer that can be chosen, and its hint (empty for none).
    pub(crate) option: fn(Field, &str) -> (&'static str, &'static str),
    /// What is wrong and what to do about it, in one sentence.
    pub(crate) problem: fn(Field, Problem) -> &'static str,
    /// What the answer means so far.
    pub(crate) standing: fn(&Standing<'_>) -> String,
    /// A class of membership, as a heading.
    pub(crate) class: fn(Class) -> &'static str,
    /// What is agreed to, in the version that is shown.
    pub(crate) consent: fn(ConsentText) -> &'static str,
    /// A postcode and the branch that covers it.
    pub(crate) postcode_in_branch: fn(&str, &str) -> String,
    /// "Question 3".
    pub(crate) progress: fn(usize) -> String,
    /// The heading of a seat: 1 or 2.
    pub(crate) seat: fn(usize) -> &'static str,
    /// The months, from the first.
    pub(crate) months: [&'static str; 12],
    /// Short phrases.
    pub(crate) phrase: JoinPhrases,
}

/// The short phrases of the wizard.
#[derive(Debug)]
pub(crate) struct JoinPhrases {
    /// The link to the privacy notice, beside what is agreed to.
    pub(crate) privacy: &'static str,
    /// The line over the last step, which is no question.
    pub(crate) last_step: &'static str,
    /// The button that goes on.
    pub(crate) go_on: &'static str,
    /// What a screen reader calls the part of the page with the link to the step before.
    pub(crate) way: &'static str,
    /// The link to the step before.
    pub(crate) back: &'static str,
    /// The link on `check` that goes back to an answer.
    pub(crate) change: &'static str,
    /// The button that sends everything.
    pub(crate) send: &'static str,
    /// What the button says while it is being sent.
    pub(crate) sending: &'static str,
    /// The button that forgets the answers.
    pub(crate) clear: &'static str,
    /// What is said beside it.
    pub(crate) clear_hint: &'static str,
    /// The heading of the error summary.
    pub(crate) there_is_a_problem: &'static str,
    /// Read out before an error beside its field.
    pub(crate) error: &'static str,
    /// Put before the title of a page with errors.
    pub(crate) error_title: &'static str,
    /// After the label of a question that may be left.
    pub(crate) optional: &'static str,
    /// What a right is called, and how it is answered.
    pub(crate) speak: &'static str,
    /// See `speak`.
    pub(crate) vote: &'static str,
    /// See `speak`.
    pub(crate) stand: &'static str,
    /// A right that a class has.
    pub(crate) yes: &'static str,
    /// A right that a class does not have.
    pub(crate) no: &'static str,
    /// The caption of the table of rights.
    pub(crate) rights: &'static str,
    /// The head of its first column.
    pub(crate) right: &'static str,
    /// The legend over the branches, for somebody without a postcode.
    pub(crate) without_postcode: &'static str,
    /// The choice of no branch.
    pub(crate) no_branch: &'static str,
    /// The legend over month and year of birth.
    pub(crate) born: &'static str,
    /// What is said under it.
    pub(crate) born_hint: &'static str,
    /// The link for somebody whose group does not join, but who may.
    pub(crate) join_yourself: &'static str,
    /// What an optional question shows on `check` when it was left.
    pub(crate) left_out: &'static str,
    /// When sending failed and will be tried again.
    pub(crate) not_sent_yet: &'static str,
    /// The button that tries at once.
    pub(crate) try_now: &'static str,
    /// When the answers on the page are not the ones that were kept last.
    pub(crate) changed_elsewhere: &'static str,
}
