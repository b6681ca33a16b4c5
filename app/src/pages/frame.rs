//! What stands around every page: the header and the footer.

use leptos::prelude::*;

use super::layout::site;
use super::paths;
use crate::words::words;

/// The network's name and the main pages.
#[component]
pub(crate) fn SiteHeader() -> impl IntoView {
    let w = &words().site;
    view! {
        <header class="site-header">
            <div>
                <a class="brand" href=paths::HOME>{site().short_name}" "<span>{w.brand}</span></a>
                <nav aria-label=w.navigation>
                    <a href=paths::JOIN>{w.join}</a>
                    <a href=paths::MEMBERSHIP>{w.membership}</a>
                    <a href=paths::BRANCHES>{w.branches}</a>
                </nav>
            </div>
        </header>
    }
}

/// What the network is, and the pages that are needed less often.
#[component]
pub(crate) fn SiteFooter() -> impl IntoView {
    let w = &words().site;
    view! {
        <footer class="site-footer">
            <div>
                <p>{(w.footer)(&site())}</p>
                <nav aria-label=w.footer_navigation>
                    <a href=paths::RULES>{w.rules}</a>
                    <a href=paths::PRIVACY>{w.privacy}</a>
                    <a href=paths::ACCESSIBILITY>{w.accessibility}</a>
                    <a href=paths::CONTACT>{w.contact}</a>
                </nav>
            </div>
        </footer>
    }
}
