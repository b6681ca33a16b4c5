//! What all of the pages have in common.

use leptos::prelude::*;
use leptos_meta::{Meta, Title};

use crate::site::Site;
use crate::words::Head;

/// The site's settings, which the server provides to every page.
pub(crate) fn site() -> Site {
    expect_context()
}

/// The tab's title, the description, and the `<main>` that the skip link leads to.
#[component]
pub(crate) fn Page(
    #[prop(into)] title: String,
    #[prop(into)] description: String,
    children: Children,
) -> impl IntoView {
    view! {
        <Title text=title.clone()/>
        <Meta property="og:title" content=title/>
        <Meta name="description" content=description/>
        <main id="main" class="page" tabindex="-1">{children()}</main>
    }
}

/// A page that opens with its heading and a paragraph.
#[component]
pub(crate) fn ProsePage(head: &'static Head, children: Children) -> impl IntoView {
    view! {
        <Page title=head.title description=head.description>
            <div class="page-head">
                <h1>{head.heading}</h1>
                <p class="lead">{head.lead}</p>
            </div>
            {children()}
        </Page>
    }
}
