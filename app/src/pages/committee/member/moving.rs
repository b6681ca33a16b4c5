//! Moving a member to another branch.

use leptos::prelude::*;
use register::{InBranch, Member, TextError, Version};

use super::super::super::choices::select_field;
use super::super::super::form::{TextArea, text_area};
use super::{changed_meanwhile, path, summary, version};
use crate::words::words;

/// A member being moved.
#[derive(Debug, Clone)]
pub struct MoveForm {
    /// Their membership number.
    pub number: String,
    /// Their name.
    pub name: String,
    /// The member as they were seen.
    pub seen: Version,
    /// Where they can go.
    pub branches: Vec<InBranch>,
    /// Where they are to go, as the form sends it.
    pub to: String,
    /// Why.
    pub why: String,
    /// What is wrong.
    pub wrong: Vec<WrongMove>,
    /// The member as they are now, if they were changed meanwhile.
    pub now: Option<Member>,
}

/// Why somebody cannot be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongMove {
    /// No branch was chosen, or none that takes members.
    NoBranch,
    /// They are there.
    ThereAlready,
    /// Their membership has ended, or waits.
    NotCurrent,
    /// The reason is not right.
    Why(TextError),
}

impl MoveForm {
    /// What the form sends for no branch at all.
    pub const NO_BRANCH: &'static str = "none at all";

    pub(crate) fn wrong(&self) -> AnyView {
        summary(self.wrong.iter().map(|wrong| wrong.says()))
    }
}

impl WrongMove {
    fn says(self) -> (&'static str, &'static str) {
        let w = &words().member_forms;
        match self {
            Self::NoBranch => ("to", w.no_branch_chosen),
            Self::ThereAlready => ("to", w.there_already),
            Self::NotCurrent => ("to", w.not_current),
            Self::Why(TextError::Missing) => ("why", w.no_reason),
            Self::Why(TextError::TooLong) => ("why", w.reason_too_long),
        }
    }
}

/// `/committee/<branch>/members/<number>/branch`.
pub(crate) fn moving(form: &MoveForm, base: &str) -> impl IntoView + use<> {
    let w = &words().member_forms;
    let error = |name| {
        form.wrong.iter().map(|wrong| wrong.says()).find(|said| said.0 == name).map(|said| said.1)
    };
    let branches = form.branches.iter().map(|it| (it.slug.as_str(), it.name.as_str()));
    let options: Vec<_> = [("", w.choose)]
        .into_iter()
        .chain(branches)
        .chain([(MoveForm::NO_BRANCH, words().member.no_branch)])
        .collect();
    let why = text_area(&TextArea {
        name: "why",
        label: w.why,
        hint: w.why_hint,
        value: &form.why,
        error: error("why"),
    });
    view! {
        {changed_meanwhile(form.now.as_ref())}
        <form class="narrow" method="post" novalidate>
            <p>{(w.move_says)(&form.name)}</p>
            {version(form.seen)}
            {select_field("to", w.to, &options, &form.to, error("to"))}
            {why}
            <div class="actions">
                <button class="button" type="submit">{w.move_button}</button>
                <a href=path(base, &form.number)>{w.leave}</a>
            </div>
        </form>
    }
}
