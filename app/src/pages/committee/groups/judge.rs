//! Evidence that was opened, and what is said of it.

use leptos::prelude::*;
use register::{EvidenceOpened, SeatState, SentFile, TextError};

use super::super::super::choices::{Choice, choices};
use super::super::super::form::{TextArea, text_area};
use super::super::days::moment;
use super::ask::{WrongDue, due_field};
use super::page::judged;
use super::{changed, seat, summary, version};
use crate::words::words;

/// Evidence being judged.
#[derive(Debug, Clone)]
pub struct JudgeForm {
    /// What was opened.
    pub opened: EvidenceOpened,
    /// What was chosen.
    pub decision: Option<Decision>,
    /// What was written to be missing.
    pub missing: String,
    /// Until when they are to send it, as it was typed.
    pub due: String,
    /// What is wrong.
    pub wrong: Vec<WrongJudgement>,
    /// Whether somebody else changed the group meanwhile.
    pub changed: bool,
}

/// What is said of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// It is accepted.
    Accept,
    /// Something is missing.
    Query,
}

/// Why evidence cannot be judged so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongJudgement {
    /// Nothing was chosen.
    NoDecision,
    /// What is missing is not right.
    Missing(TextError),
    /// The day is not right.
    Due(WrongDue),
}

impl Decision {
    /// The word for it in a form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Query => "query",
        }
    }

    /// Reads the word for it.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Accept, Self::Query].into_iter().find(|decision| decision.as_str() == word)
    }
}

impl WrongJudgement {
    fn says(self) -> (&'static str, &'static str) {
        let w = &words().groups;
        match self {
            Self::NoDecision => ("decision", w.no_decision),
            Self::Missing(TextError::Missing) => ("missing", w.no_missing),
            Self::Missing(TextError::TooLong) => ("missing", w.missing_too_long),
            Self::Due(wrong) => wrong.says(),
        }
    }
}

impl JudgeForm {
    pub(super) fn wrong(&self) -> AnyView {
        summary(self.wrong.iter().map(|wrong| wrong.says()))
    }

    /// Whether this is what waits to be judged.
    fn waits(&self) -> bool {
        let seat = seat(&self.opened.group, self.opened.place);
        seat.stands.state == SeatState::Supplied && self.opened.round.judged.is_none()
    }
}

/// `…/seats/<place>/evidence/<round>`.
pub(super) fn judge(form: &JudgeForm, base: &str) -> impl IntoView + use<> {
    let w = &words().groups;
    let opened = &form.opened;
    let holder = &seat(&opened.group, opened.place).holder;
    let name = holder.as_ref().map_or("", |holder| holder.name.as_str());
    let sent = opened.round.supplied.map(|at| (w.sent_by)(name, &moment(at)));
    let text =
        opened.text.clone().map(|text| view! { <blockquote class="written">{text}</blockquote> });
    let path = format!("{base}/seats/{}/evidence/{}", opened.place, opened.round.number);
    let file = opened.file.as_ref().map(|file| download(file, &path));
    let said = if form.waits() { answer(form, base) } else { judged(&opened.round) };
    let back = (!form.waits()).then(|| {
        view! { <p><a href=base.to_owned()>{opened.group.group.name.clone()}</a></p> }
    });
    view! {
        {changed(form.changed, &opened.group)}
        <section class="narrow">
            <p>{sent}</p>
            {text}
            {file}
        </section>
        <div class="narrow">{said} {back}</div>
    }
}

fn download(file: &SentFile, path: &str) -> impl IntoView + use<> {
    let w = &words().groups;
    let about = format!("{} ({}, {})", file.name, (w.file_kind)(file.kind), (w.size)(file.size));
    view! {
        <p>{about}</p>
        <p><a href=format!("{path}/file") download>{w.download}</a></p>
        <p class="hint">{w.file_warning}</p>
    }
}

fn answer(form: &JudgeForm, base: &str) -> AnyView {
    let w = &words().groups;
    let error = |name| {
        form.wrong.iter().map(|wrong| wrong.says()).find(|said| said.0 == name).map(|said| said.1)
    };
    let options = [
        Choice { value: Decision::Accept.as_str(), label: w.accept, hint: w.accept_hint },
        Choice { value: Decision::Query.as_str(), label: w.query, hint: w.query_hint },
    ];
    let chosen = form.decision.map(Decision::as_str);
    let missing = text_area(&TextArea {
        name: "missing",
        label: w.missing,
        hint: w.missing_hint,
        value: &form.missing,
        error: error("missing"),
    });
    view! {
        <form method="post" novalidate>
            {version(form.opened.group.version)}
            {choices("decision", w.judge, &options, chosen, error("decision"))}
            {missing}
            {due_field(&form.due, error("due"))}
            <div class="actions">
                <button class="button" type="submit">{w.judge_button}</button>
                <a href=base.to_owned()>{w.leave}</a>
            </div>
        </form>
    }
    .into_any()
}
