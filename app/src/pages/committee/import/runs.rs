//! An import that goes on, and what came of it. What changes of the page has an id, by which a page
//! that is open finds it.

use leptos::prelude::*;
use maud::{Markup, html};

use super::super::branch_page::HEADING;
use crate::live::LiveControls;
use crate::site::Site;
use crate::words::words;

/// How it stands with an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportStands {
    /// This server is at it.
    Runs {
        /// So many are written.
        written: u32,
        /// Of so many.
        of: u32,
    },
    /// Another server is at it, or was stopped.
    Elsewhere,
    /// So many people were imported.
    Done(u32),
    /// It did not go through, and there is something to look at.
    Undone,
}

/// An import that goes on.
#[derive(Debug, Clone)]
pub struct ImportRuns {
    /// The short name of the branch.
    pub branch: String,
    /// How it stands.
    pub stands: ImportStands,
}

impl ImportRuns {
    /// Whether it may still change.
    #[must_use]
    pub const fn goes_on(&self) -> bool {
        matches!(self.stands, ImportStands::Runs { .. } | ImportStands::Elsewhere)
    }

    /// The parts of the page that change, as HTML, the heading among them: what a page that is open
    /// renews itself with.
    #[must_use]
    pub fn parts(&self, site: &Site) -> String {
        let title = self.title();
        let of_tab = (words().site.title)(title, site);
        html! { h1 id=(HEADING) data-title=(of_tab) { (title) } (self.markup()) }.into_string()
    }

    /// The heading.
    pub(in super::super) fn title(&self) -> &'static str {
        let w = &words().import;
        match self.stands {
            ImportStands::Runs { .. } | ImportStands::Elsewhere => w.runs_title,
            ImportStands::Done(_) => w.done_title,
            ImportStands::Undone => w.undone_title,
        }
    }

    fn markup(&self) -> Markup {
        let w = &words().import;
        let base = format!("/committee/{}", self.branch);
        html! {
            section id="import" data-said=[self.said()] {
                @match self.stands {
                    ImportStands::Runs { written, of } => {
                        p { label for="progress" { ((w.written)(written, of)) } }
                        progress id="progress" max=(of.max(1)) value=(written) {}
                        p { (w.goes_on) }
                    }
                    ImportStands::Elsewhere => { p { (w.elsewhere) } }
                    ImportStands::Done(many) => {
                        p class="done" { ((w.done)(many)) }
                        p { (w.told) }
                        p { a href={ (base) "/members?order=newest" } { (w.to_members) } }
                    }
                    ImportStands::Undone => {
                        p class="meanwhile" { (w.undone) }
                        p { a href="" { (w.look_again) } }
                    }
                }
            }
        }
    }

    /// What is read out: the end, and not every step to it.
    fn said(&self) -> Option<String> {
        match self.stands {
            ImportStands::Done(many) => Some((words().import.done)(many)),
            ImportStands::Undone => Some(words().import.undone.to_owned()),
            ImportStands::Runs { .. } | ImportStands::Elsewhere => None,
        }
    }
}

/// `/committee/<branch>/import/<key>`, while it goes on and afterwards.
pub(crate) fn runs(shown: &ImportRuns) -> impl IntoView + use<> {
    let w = &words().import;
    let part = shown.markup().into_string();
    let moves = shown.goes_on().then(|| {
        view! {
            <div class="moves">
                <a href="">{w.refresh}</a>
                <LiveControls/>
            </div>
        }
    });
    view! {
        {moves}
        <div class="part" inner_html=part></div>
    }
}
