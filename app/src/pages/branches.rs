//! The branches and what they cover.

use leptos::prelude::*;
use rules::{Branch, Branches};

use super::area_list::runs;
use super::layout::ProsePage;
use super::paths;
use super::prose::Prose;
use crate::words::words;

/// Each active branch with its areas, and what there is for everybody else.
#[component]
pub(crate) fn BranchesPage(
    /// The active branches.
    branches: Branches,
) -> impl IntoView {
    let words = &words().branches;
    let branch = |branch: &Branch| {
        let areas = runs(&branch.areas).into_iter().map(|(from, to)| {
            let text = to.map_or_else(|| from.clone(), |to| (words.range)(&from, &to));
            view! { <li>{text}</li> }
        });
        view! {
            <section class="branch">
                <h3>{(words.branch)(&branch.name)}</h3>
                <p>{words.covers}</p>
                <ul class="areas" role="list">{areas.collect_view()}</ul>
            </section>
        }
    };
    let listed: Vec<_> = branches.iter().map(branch).collect();
    let listed = if listed.is_empty() {
        view! { <p class="notice">{words.none}</p> }.into_any()
    } else {
        view! { <div class="branches">{listed}</div> }.into_any()
    };
    view! {
        <ProsePage head=&words.head>
            <section>
                <h2>{words.list_heading}</h2>
                {listed}
                <p>{words.nearest}</p>
                <p class="actions"><a class="button" href=paths::JOIN>{words.join}</a></p>
            </section>
            <Prose sections=words.sections/>
        </ProsePage>
    }
}
