//! The document around every page.

use leptos::config::LeptosOptions;
use leptos::prelude::*;
use leptos_meta::{HashedStylesheet, Meta, MetaTags, Title, provide_meta_context};

use crate::page::Page;
use crate::pages::{SiteFooter, SiteHeader};
use crate::site::Site;
use crate::words::words;

/// The whole document: the page, what stands around it, and, where the page has an island, the
/// code for it.
pub fn shell(options: LeptosOptions, site: Site, page: Page) -> impl IntoView {
    provide_meta_context();
    provide_context(site.clone());
    let w = &words().site;
    let description = (w.description)(&site);
    let name = site.name.clone();
    let title = move |page: String| (w.title)(&page, &site);
    let scripts = page.has_island();
    view! {
        <!DOCTYPE html>
        <html lang=w.language>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <Meta property="og:site_name" content=name/>
                <Meta property="og:type" content="website"/>
                <Meta property="og:description" content=description/>
                <Title formatter=title/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <link rel="manifest" href="/manifest.webmanifest"/>
                <HashedStylesheet options=options.clone()/>
                {scripts.then(|| view! { <HydrationScripts options islands=true/> })}
                <MetaTags/>
            </head>
            <body>
                <a class="skip-link" href="#main">{w.skip}</a>
                <SiteHeader/>
                {page.into_view()}
                <SiteFooter/>
            </body>
        </html>
    }
}
