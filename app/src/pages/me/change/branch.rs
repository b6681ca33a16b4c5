//! Choosing a branch by hand.

use leptos::prelude::*;
use register::{InBranch, OwnContact, Version};

use super::super::super::choices::select_field;
use super::{actions, changed_meanwhile, version};
use crate::words::words;

/// What the form calls it.
const BRANCH: &str = "branch";

/// A branch being chosen.
#[derive(Debug, Clone)]
pub struct BranchChange {
    /// Which state of the member was seen.
    pub seen: Version,
    /// The branches that take members.
    pub branches: Vec<InBranch>,
    /// The one that covers where they live.
    pub covers: Option<InBranch>,
    /// The short name of the one that is chosen so far.
    pub to: String,
    /// Whether none was chosen that takes members.
    pub is_wrong: bool,
    /// The name and the rest as they are now, if they were changed meanwhile.
    pub now: Option<(String, OwnContact)>,
}

impl BranchChange {
    pub(super) fn wrong(&self) -> Option<(&'static str, &'static str)> {
        self.is_wrong.then_some((BRANCH, words().change.no_branch))
    }
}

/// `/me/<number>/branch`.
pub(super) fn branch(form: BranchChange) -> impl IntoView {
    let w = &words().change;
    let error = form.wrong().map(|(_, says)| says);
    let covers = form.covers.map(|branch| view! { <p>{(w.branch_covers)(&branch.name)}</p> });
    let branches = form.branches.iter().map(|branch| (branch.slug.as_str(), branch.name.as_str()));
    let options: Vec<_> = std::iter::once(("", w.branch_none)).chain(branches).collect();
    let choice = select_field(BRANCH, w.branch, &options, &form.to, error);
    view! {
        {changed_meanwhile(form.now)}
        <p>{w.branch_text}</p>
        {covers}
        <form method="post" novalidate>
            {version(form.seen)}
            {choice}
            {actions(w.branch_button)}
        </form>
    }
}
