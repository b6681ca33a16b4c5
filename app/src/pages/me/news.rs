//! The page behind the link in a letter by which news by e-mail is stopped. It names nobody: the
//! letter may have been passed on.

use leptos::prelude::*;

use super::super::layout::Page;
use super::super::paths;
use crate::words::words;

/// What the link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewsPage {
    /// The question, with the button.
    Asks,
    /// The news has stopped, just now or before.
    Stopped,
    /// There is no such link, or not any more.
    Gone,
}

pub(super) fn news(page: NewsPage) -> impl IntoView {
    let w = &words().agreed;
    let (heading, lines) = match page {
        NewsPage::Asks => (w.asks, w.asks_lines),
        NewsPage::Stopped => (w.stopped, w.stopped_lines),
        NewsPage::Gone => (w.gone, w.gone_lines),
    };
    let lines: Vec<_> = lines.iter().map(|line| view! { <p>{*line}</p> }).collect();
    let button = (page == NewsPage::Asks).then(|| {
        view! {
            <form method="post">
                <div class="actions"><button class="button" type="submit">{w.stop}</button></div>
            </form>
        }
    });
    let way = (page != NewsPage::Asks).then(|| {
        view! { <p><a href=paths::ME>{w.sign_in}</a></p> }
    });
    view! {
        <Page title=heading description=w.news>
            <div class="wizard"><h1>{heading}</h1> {lines} {button} {way}</div>
        </Page>
    }
}
