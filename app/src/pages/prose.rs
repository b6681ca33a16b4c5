//! Running text, from the tables of words.

use leptos::prelude::*;

use super::layout::site;
use crate::words::{Block, Kept, Section, words};

/// Sections of running text, one after the other.
#[component]
pub(crate) fn Prose(sections: &'static [Section]) -> impl IntoView {
    let section = |section: &'static Section| {
        view! {
            <section>
                <h2>{section.heading}</h2>
                {section.blocks.iter().map(block).collect_view()}
            </section>
        }
    };
    view! { <div class="prose">{sections.iter().map(section).collect_view()}</div> }
}

fn block(block: &'static Block) -> AnyView {
    match *block {
        Block::Text(text) => view! { <p>{text}</p> }.into_any(),
        Block::Naming(text) => view! { <p>{text(&site())}</p> }.into_any(),
        Block::List(points) => {
            let point = |point: &&'static str| view! { <li>{*point}</li> };
            view! { <ul>{points.iter().map(point).collect_view()}</ul> }.into_any()
        }
        Block::Terms(terms) => {
            let term = |&(name, text): &(&'static str, &'static str)| {
                view! { <div><dt>{name}</dt><dd>{text}</dd></div> }
            };
            view! { <dl class="terms">{terms.iter().map(term).collect_view()}</dl> }.into_any()
        }
        Block::Kept(terms) => {
            let retention = site().retention;
            let term = |&(name, text): &Kept| {
                view! { <div><dt>{name}</dt><dd>{text(&retention)}</dd></div> }
            };
            view! { <dl class="terms">{terms.iter().map(term).collect_view()}</dl> }.into_any()
        }
        Block::Link(text, to) => view! { <p><a href=to>{text}</a></p> }.into_any(),
        Block::Contact => view! { <ContactAddress/> }.into_any(),
    }
}

/// The contact address, as text that has to be put right by hand (R12): never a link, never the
/// address itself, so that there is nothing to harvest.
#[component]
pub(crate) fn ContactAddress() -> impl IntoView {
    view! {
        <div class="address">
            <p><strong>{site().contact_shown()}</strong></p>
            <p class="hint">{words().site.replace_at}</p>
        </div>
    }
}
