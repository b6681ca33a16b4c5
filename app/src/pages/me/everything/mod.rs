//! Everything that is held, to be read, and as a file.

mod facts;
mod file;
mod parts;

use leptos::prelude::*;
use register::Everything;

use super::super::committee::days::moment;
use super::super::committee::{SignedInPage, Viewer};
use super::super::paths;
use crate::words::words;

pub use file::{everything_file, everything_file_by_link};

/// Everything that is held under an address.
#[derive(Debug, Clone)]
pub struct EverythingPage {
    /// Who looks.
    pub viewer: Viewer,
    /// What is held.
    pub everything: Everything,
}

/// `/me/everything`.
pub(crate) fn everything(page: EverythingPage) -> impl IntoView {
    let w = &words().everything;
    let EverythingPage { viewer, everything } = page;
    let put_together = (w.put_together)(&moment(everything.at));
    let parts = everything_parts(&everything);
    let not_here: Vec<_> =
        w.not_here_points.iter().map(|point| view! { <li>{*point}</li> }).collect();
    view! {
        <SignedInPage title=w.title viewer=viewer description=w.description>
            <div class="page-head">
                <h1>{w.title}</h1>
                <p class="lead">{w.lead} " " {put_together}</p>
            </div>
            <section class="narrow">
                <p class="actions">
                    <a class="button" href=paths::ME_FILE download>{w.file}</a>
                    <a href=paths::ME>{w.back}</a>
                </p>
                <p class="hint">{w.file_hint}</p>
            </section>
            {parts}
            <section class="narrow">
                <h2>{w.not_here}</h2>
                <ul>{not_here}</ul>
            </section>
        </SignedInPage>
    }
}

/// What is held, a section for each part.
pub(crate) fn everything_parts(everything: &Everything) -> AnyView {
    everything.parts.iter().map(parts::section).collect_view().into_any()
}
