//! The first page.

use leptos::prelude::*;

use super::layout::{Page, site};
use super::paths;
use crate::words::{Point, words};

/// The first page: what the network is, the way in, and what membership means.
#[component]
pub(crate) fn HomePage() -> impl IntoView {
    let words = &words().home;
    let site = site();
    let point = |point: &'static Point| {
        view! { <li><h3>{point.heading}</h3><p>{point.text}</p></li> }
    };
    let paragraphs = |texts: &'static [&'static str]| {
        texts.iter().map(|text| view! { <p>{*text}</p> }).collect_view()
    };
    let step = |text: &&'static str| view! { <li>{*text}</li> };
    view! {
        <Page title=words.title description=(words.description)(&site)>
            <section class="hero">
                <h1>{words.heading}</h1>
                <p class="lead">{(words.lead)(&site)}</p>
                <p class="actions">
                    <a class="button" href=paths::JOIN>{words.join}</a>
                    <a href=paths::MEMBERSHIP>{words.explained}</a>
                </p>
                <p class="hint">{words.join_hint}</p>
            </section>
            <section class="meaning">
                <h2>{words.meaning_heading}</h2>
                <ul class="points" role="list">{words.meaning.iter().map(point).collect_view()}</ul>
            </section>
            <div class="beside">
                <section class="branches-intro">
                    <h2>{words.branches_heading}</h2>
                    <ol class="way">{words.branches.iter().map(step).collect_view()}</ol>
                    <p><a href=paths::BRANCHES>{words.branches_link}</a></p>
                </section>
                <section class="aside">
                    <h2>{words.group_heading}</h2>
                    {paragraphs(words.group)}
                    <p><a class="button button-quiet" href=paths::JOIN>{words.group_join}</a></p>
                </section>
            </div>
            <section class="care">
                <h2>{words.care_heading}</h2>
                {paragraphs(words.care)}
                <p><a href=paths::PRIVACY>{words.care_link}</a></p>
            </section>
        </Page>
    }
}
