//! What is around the pages of one group: for a committee, its branch; for a nominee, nothing else.

use leptos::prelude::*;
use register::InBranch;

use super::super::branch_page::BranchPage;
use super::super::done::{Done, done_note};
use super::super::frame::{SignedInPage, Viewer};
use super::{AskForm, GroupPage, JudgeForm, NameForm, ask, judge, name, page};
use crate::pages::paths;
use crate::words::words;

/// A page of a group, with who looks at it.
#[derive(Debug, Clone)]
pub struct GroupView {
    /// Who looks.
    pub viewer: Viewer,
    /// The branch whose committee they come from; `None` for a nominee.
    pub branch: Option<InBranch>,
    /// The membership number of the group.
    pub number: String,
    /// What has just been done.
    pub done: Option<Done>,
    /// What is shown.
    pub shows: ShowsGroup,
}

/// What a page of a group shows.
#[derive(Debug, Clone)]
pub enum ShowsGroup {
    /// The group.
    Group(GroupPage),
    /// The form to ask for evidence.
    Ask(AskForm),
    /// Evidence that was opened.
    Judge(JudgeForm),
    /// The form to name a representative.
    Name(NameForm),
}

impl ShowsGroup {
    fn is_refused(&self) -> bool {
        match self {
            Self::Group(page) => page.changed || page.nominee.wrong.is_some(),
            Self::Ask(form) => form.changed || form.wrong.is_some(),
            Self::Judge(form) => form.changed || !form.wrong.is_empty(),
            Self::Name(form) => form.changed || !form.wrong.is_empty(),
        }
    }

    fn title(&self) -> String {
        let w = &words().groups;
        match self {
            Self::Group(page) => page.group.group.name.clone(),
            Self::Ask(form) => format!("{}: {}", w.ask, form.group.group.name),
            Self::Judge(form) => format!("{}: {}", w.evidence, form.opened.group.group.name),
            Self::Name(form) => format!("{}: {}", w.name_title, form.group.group.name),
        }
    }

    /// What is wrong, and the page itself.
    fn into_parts(self, base: &str, committee: Option<&str>) -> (AnyView, AnyView) {
        match self {
            Self::Group(shown) => (shown.wrong(), page::page(&shown, base, committee).into_any()),
            Self::Ask(form) => (form.wrong(), ask::ask(&form, base).into_any()),
            Self::Judge(form) => (form.wrong(), judge::judge(&form, base).into_any()),
            Self::Name(form) => (form.wrong(), name::name(&form, base).into_any()),
        }
    }
}

/// The page.
pub(crate) fn group_view(view: GroupView) -> AnyView {
    let GroupView { viewer, branch, number, done, shows } = view;
    let before_title = if shows.is_refused() { words().join.phrase.error_title } else { "" };
    let title = shows.title();
    let Some(branch) = branch else {
        let (summary, inner) = shows.into_parts(&format!("{}/{number}", paths::GROUPS), None);
        return view! {
            <SignedInPage title=format!("{before_title}{title}") viewer=viewer>
                <div class="page-head"><h1>{title}</h1></div>
                {summary}
                {done_note(done)}
                {inner}
            </SignedInPage>
        }
        .into_any();
    };
    let of_branch = format!("/committee/{}", branch.slug);
    let committee = format!("{of_branch}/committee");
    let (summary, inner) =
        shows.into_parts(&format!("{of_branch}/groups/{number}"), Some(&committee));
    view! {
        <BranchPage title=title viewer=viewer branch=branch before_title=before_title>
            {summary}
            {done_note(done)}
            {inner}
        </BranchPage>
    }
    .into_any()
}
