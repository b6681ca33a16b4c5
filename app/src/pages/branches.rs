//! The branches and what they cover.

use leptos::prelude::*;
use register::PostcodeEdition;
use rules::{Area, Branch, Branches};

use super::area_list::{authorities, runs};
use super::layout::ProsePage;
use super::paths;
use super::prose::Prose;
use crate::words::words;

/// Each active branch with its areas, and what there is for everybody else.
#[component]
pub(crate) fn BranchesPage(
    /// The active branches.
    branches: Branches,
    /// The postcode directory that is in use.
    edition: Option<PostcodeEdition>,
) -> impl IntoView {
    let words = &words().branches;
    let branch = |branch: &Branch| {
        let areas = runs(&branch.areas).into_iter().map(|(from, to)| {
            let text = to.map_or_else(|| from.clone(), |to| (words.range)(&from, &to));
            view! { <li>{text}</li> }
        });
        let has_postcodes =
            branch.areas.iter().any(|area| !matches!(area, Area::LocalAuthority(_)));
        let postcodes = has_postcodes.then(|| {
            view! {
                <p>{words.covers}</p>
                <ul class="areas" role="list">{areas.collect_view()}</ul>
            }
        });
        let names = authorities(&branch.areas);
        let authorities = (!names.is_empty()).then(|| {
            let names = names.into_iter().map(|name| view! { <li>{name}</li> });
            view! {
                <p>{words.covers_authorities}</p>
                <ul class="areas" role="list">{names.collect_view()}</ul>
            }
        });
        view! {
            <section class="branch">
                <h3>{(words.branch)(&branch.name)}</h3>
                {postcodes}
                {authorities}
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
            {edition.map(|edition| sources(&edition))}
        </ProsePage>
    }
}

/// Whose data the directory is.
fn sources(edition: &PostcodeEdition) -> impl IntoView + use<> {
    let words = &words().branches;
    view! {
        <footer class="hint">
            <p>{(words.directory)(edition.year())}</p>
            <p><a href=LICENCE>{words.directory_licence}</a></p>
        </footer>
    }
}

const LICENCE: &str = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";
