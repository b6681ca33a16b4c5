//! Ending a membership: first why, then a look at what will happen.

use leptos::prelude::*;
use register::{Member, Version};
use rules::EndReason;

use super::super::super::choices::{Choice, choices};
use super::super::confirm::{Question, question};
use super::{changed_meanwhile, path, summary, version};
use crate::words::words;

/// A membership being ended.
#[derive(Debug, Clone)]
pub struct EndForm {
    /// Its number.
    pub number: String,
    /// Whose it is.
    pub name: String,
    /// The member as they were seen.
    pub seen: Version,
    /// Why it ends.
    pub how: Option<EndReason>,
    /// What is wrong.
    pub wrong: Option<WrongEnd>,
    /// The member as they are now, if they were changed meanwhile.
    pub now: Option<Member>,
}

/// Why a membership cannot be ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongEnd {
    /// No reason was chosen.
    NoReason,
    /// It has ended, or waits.
    NotCurrent,
}

impl EndForm {
    pub(crate) fn wrong(&self) -> AnyView {
        summary(self.wrong.map(|wrong| ("how", wrong.says())).into_iter())
    }
}

impl WrongEnd {
    fn says(self) -> &'static str {
        match self {
            Self::NoReason => words().member_forms.no_end_reason,
            Self::NotCurrent => words().member_forms.not_current,
        }
    }
}

/// `/committee/<branch>/members/<number>/end`: why.
pub(crate) fn end(form: &EndForm, base: &str) -> impl IntoView + use<> {
    let w = &words().member_forms;
    let options: Vec<_> = EndReason::ALL
        .iter()
        .map(|how| Choice { value: how.as_str(), label: (w.end_reason)(*how), hint: "" })
        .collect();
    let chosen = form.how.map(EndReason::as_str);
    let error = form.wrong.map(WrongEnd::says);
    view! {
        {changed_meanwhile(form.now.as_ref())}
        <form class="narrow" method="post" novalidate>
            <p>{(w.end_says)(&form.name)}</p>
            {version(form.seen)}
            {choices("how", w.end_legend, &options, chosen, error)}
            <div class="actions">
                <button class="button" type="submit">{words().join.phrase.go_on}</button>
                <a href=path(base, &form.number)>{w.leave}</a>
            </div>
            <p><a href=format!("{base}/doubles")>{w.joined_twice}</a></p>
        </form>
    }
}

/// The same address, once a reason was chosen: what will happen, and the button that does it.
pub(crate) fn check(form: &EndForm, how: EndReason, base: &str) -> impl IntoView + use<> {
    let w = &words().member_forms;
    question(Question {
        says: (w.end_check)(&form.name, how),
        button: w.end_button,
        sends: vec![
            ("version", form.seen.to_string()),
            ("how", how.as_str().to_owned()),
            ("sure", "yes".to_owned()),
        ],
        back: w.leave,
        back_to: path(base, &form.number),
    })
}
