//! What the pages of one branch have in common: its name and the way between them.

use http::request::Parts;
use leptos::prelude::*;
use register::InBranch;

use super::frame::{SignedInPage, Viewer};
use crate::words::words;

/// The place of the heading, which is another one once what a page waits for is done.
pub(super) const HEADING: &str = "heading";

/// A page of a branch.
#[component]
pub(crate) fn BranchPage(
    /// The title and the heading.
    #[prop(into)]
    title: String,
    viewer: Viewer,
    branch: InBranch,
    /// What stands before the title of a page that says that something is wrong.
    #[prop(optional)]
    before_title: &'static str,
    children: Children,
) -> impl IntoView {
    let w = &words().branch_pages;
    let here = use_context::<Parts>().map(|request| request.uri.path().to_owned());
    let base = format!("/committee/{}", branch.slug);
    let pages = [
        (w.dashboard, base.clone()),
        (w.members, format!("{base}/members")),
        (w.groups, format!("{base}/groups")),
        (w.roll, format!("{base}/roll")),
        (w.committee, format!("{base}/committee")),
    ];
    let links = pages.map(|(says, to)| {
        let current = (here.as_deref() == Some(to.as_str())).then_some("page");
        view! { <a href=to aria-current=current>{says}</a> }
    });
    let label = (w.label)(&branch.name);
    view! {
        <SignedInPage title=format!("{before_title}{title}") viewer=viewer>
            <div class="page-head">
                <nav aria-label=label>{links.into_iter().collect_view()}</nav>
                <h1 id=HEADING>{title}</h1>
            </div>
            {children()}
        </SignedInPage>
    }
}
