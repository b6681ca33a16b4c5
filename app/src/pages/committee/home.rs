//! Where somebody comes after signing in: everything that they have a role in.

use leptos::prelude::*;
use register::{InBranch, Role};

use super::super::paths;
use super::frame::{SignedInPage, Viewer};
use crate::words::words;

/// `/committee`.
#[component]
pub(crate) fn CommitteesPage(
    viewer: Viewer,
    roles: Vec<Role>,
    /// The branches that an administrator sees; nobody else gets any.
    branches: Vec<InBranch>,
) -> impl IntoView {
    let w = &words().committee;
    let held = roles.iter().map(|role| match role {
        Role::Administrator => view! {
            <li>
                {w.administrator} " "
                <a href=paths::NETWORK_BRANCHES>{w.network_branches}</a> " "
                <a href=paths::ADMINISTRATORS>{w.administrators}</a>
            </li>
        }
        .into_any(),
        Role::Committee { branch, office } => {
            let says = (w.office)(*office, &branch.name);
            view! { <li><a href=dashboard(branch)>{says}</a></li> }.into_any()
        }
        Role::Nominee { group } => {
            let to = format!("{}/{}", paths::GROUPS, group.number);
            view! { <li><a href=to>{(w.nominee)(&group.name)}</a></li> }.into_any()
        }
    });
    let held: Vec<_> = held.collect();
    let branches: Vec<_> = branches
        .iter()
        .map(|branch| {
            view! { <li><a href=dashboard(branch)>{branch.name.clone()}</a></li> }
        })
        .collect();
    let branches = (!branches.is_empty()).then(|| {
        view! {
            <section>
                <h2>{w.all_branches}</h2>
                <ul>{branches}</ul>
            </section>
        }
    });
    view! {
        <SignedInPage title=w.home viewer=viewer>
            <div class="page-head">
                <h1>{w.home}</h1>
                <p><a href=paths::ME>{words().me.to_own}</a></p>
            </div>
            <ul>{held}</ul>
            {branches}
        </SignedInPage>
    }
}

fn dashboard(branch: &InBranch) -> String {
    format!("/committee/{}", branch.slug)
}
