//! The pages of a branch that are about its people.

use leptos::prelude::*;
use register::{HeldRole, InBranch};

use super::branch_page::BranchPage;
use super::done::{Done, done_note};
use super::frame::Viewer;
use super::roles::{self, RolesShown};
use crate::words::words;

/// A page of a branch, with who looks at it.
#[derive(Debug, Clone)]
pub struct BranchView {
    /// Who looks.
    pub viewer: Viewer,
    /// Which branch.
    pub branch: InBranch,
    /// What has just been done.
    pub done: Option<Done>,
    /// What is shown.
    pub shows: Shows,
}

/// What a page of a branch shows.
#[derive(Debug, Clone)]
pub enum Shows {
    /// Its committee, and who looks at evidence for it.
    Roles(RolesShown),
    /// The question before a role is withdrawn.
    WithdrawRole(HeldRole),
}

/// The page.
pub(crate) fn branch_view(view: BranchView) -> impl IntoView {
    let BranchView { viewer, branch, done, shows } = view;
    let base = format!("/committee/{}", branch.slug);
    let title = shows.title(&branch.name);
    let before_title = if shows.is_refused() { words().join.phrase.error_title } else { "" };
    let (summary, inner) = shows.into_parts(&base);
    view! {
        <BranchPage title=title viewer=viewer branch=branch before_title=before_title>
            {summary}
            {done_note(done)}
            {inner}
        </BranchPage>
    }
}

impl Shows {
    /// Whether it says that something was wrong with a form.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        match self {
            Self::Roles(roles) => roles.is_refused(),
            Self::WithdrawRole(_) => false,
        }
    }

    fn title(&self, branch: &str) -> String {
        match self {
            Self::Roles(_) => (words().roles.committee)(branch),
            Self::WithdrawRole(_) => words().roles.withdraw_heading.to_owned(),
        }
    }

    /// What is wrong, and the page itself.
    fn into_parts(self, base: &str) -> (AnyView, AnyView) {
        let nothing_wrong = ().into_any();
        match self {
            Self::Roles(shown) => {
                let wrong = roles::wrong(&shown).into_any();
                (wrong, roles::roles(shown, &format!("{base}/committee")).into_any())
            }
            Self::WithdrawRole(held) => {
                (nothing_wrong, roles::withdraw(&held, format!("{base}/committee")).into_any())
            }
        }
    }
}
