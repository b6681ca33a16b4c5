//! When something is not there or does not work: what happened, what is kept, what to do next.

use leptos::prelude::*;

use super::layout::ProsePage;
use super::paths;
use super::prose::Prose;
use crate::page::Trouble;
use crate::words::words;

/// The page for each kind of trouble; its status is the server's business.
#[component]
pub(crate) fn TroublePage(trouble: Trouble) -> impl IntoView {
    let w = &words().trouble;
    let (words, to) = match trouble {
        Trouble::NotFound => (&w.not_found, paths::HOME),
        Trouble::NoMember => (&w.no_member, paths::COMMITTEES),
        Trouble::Unreadable => (&w.unreadable, paths::RESUME),
        Trouble::TooLarge => (&w.too_large, paths::RESUME),
        Trouble::OutOfOrder => (&w.out_of_order, paths::RESUME),
        Trouble::AnswersGone => (&w.answers_gone, paths::JOIN),
        Trouble::OtherSite => (&w.other_site, paths::HOME),
        Trouble::TooMany => (&w.too_many, paths::RESUME),
        Trouble::Fault => (&w.fault, paths::RESUME),
        Trouble::Unavailable => (&w.unavailable, paths::RESUME),
    };
    view! {
        <ProsePage head=&words.head>
            <Prose sections=words.sections/>
            <p class="actions"><a class="button" href=to>{words.go_on}</a></p>
        </ProsePage>
    }
}
