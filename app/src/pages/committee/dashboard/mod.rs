//! The dashboard of a branch: who its members are, in numbers, as they change.

mod chart;
mod parts;

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use register::{BranchStatus, Dashboard};

use super::branch_page::BranchPage;
use super::frame::Viewer;
use crate::live::LiveControls;
use crate::words::words;
use parts::Parts;

/// What the dashboard shows, as it was at a moment.
#[derive(Debug, Clone)]
pub struct Picture {
    /// The numbers.
    pub dashboard: Dashboard,
    /// When they were read.
    pub at: DateTime<Utc>,
}

impl Picture {
    /// Whether what it shows may still change: nothing does where a branch has closed.
    #[must_use]
    pub fn moves(&self) -> bool {
        self.dashboard.status != BranchStatus::Closed
    }

    /// The parts of the page that change, as HTML: what a page that is open renews itself with.
    #[must_use]
    pub fn parts(&self) -> String {
        Parts::of(self).html()
    }
}

/// `/committee/<branch>`.
#[component]
pub(crate) fn DashboardPage(viewer: Viewer, picture: Picture) -> impl IntoView {
    let w = &words().dashboard;
    let branch = picture.dashboard.branch.clone();
    let title = (w.title)(&branch.name);
    let parts = Parts::of(&picture);
    let controls = if picture.moves() {
        view! { <a href="">{w.refresh}</a> <LiveControls/> }.into_any()
    } else {
        view! { <p>{w.closed}</p> }.into_any()
    };
    let part =
        |html: maud::Markup| view! { <div class="part" inner_html=html.into_string()></div> };
    view! {
        <BranchPage title=title viewer=viewer branch=branch>
            <div class="moves">
                {part(parts.updated)} {controls}
            </div>
            {part(parts.members)} {part(parts.recent)}
            <section>
                <h2>{w.weeks}</h2>
                {part(parts.chart)}
                <details>
                    <summary>{w.as_table}</summary>
                    {part(parts.table)}
                </details>
            </section>
            <div class="two">{part(parts.latest)} {part(parts.districts)}</div>
            <div class="two">{part(parts.representatives)} {part(parts.evidence)}</div>
            {part(parts.offers)}
        </BranchPage>
    }
}
