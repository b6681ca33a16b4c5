//! What stands around every page: the header and the footer.

use http::request::Parts;
use leptos::prelude::*;

use super::demo::InADemo;
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
                    {link(paths::JOIN, w.join)}
                    {link(paths::MEMBERSHIP, w.membership)}
                    {link(paths::BRANCHES, w.branches)}
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
                {notice()}
                <p>{(w.footer)(&site())}</p>
                <nav aria-label=w.footer_navigation>
                    {link(paths::ME, w.me)}
                    {link(paths::RULES, w.rules)}
                    {link(paths::PRIVACY, w.privacy)}
                    {link(paths::ACCESSIBILITY, w.accessibility)}
                    {link(paths::CONTACT, w.contact)}
                </nav>
            </div>
        </footer>
    }
}

/// That everybody here is made up, where that is so.
fn notice() -> impl IntoView {
    let w = &words().demo;
    use_context::<InADemo>().map(|InADemo| {
        view! { <p><strong>{w.notice}</strong> " " {link(paths::DEMO, w.about)}</p> }
    })
}

/// A link that says so where it leads to the page it is on.
fn link(to: &'static str, says: &'static str) -> impl IntoView {
    let here = use_context::<Parts>().is_some_and(|request| request.uri.path() == to);
    view! { <a href=to aria-current=here.then_some("page")>{says}</a> }
}
