//! After sending: what was sent, what it leads to, what happens next. Nothing on it names the
//! person, and it is the same for somebody who was a member already.

use leptos::prelude::*;
use rules::Class;

use super::layout::{Page, site};
use super::paths;
use crate::join::{DoneNote, rights};
use crate::words::words;

/// `/join/done`. `None`: a bookmark, or another browser than the one that sent.
#[component]
pub(crate) fn DonePage(note: Option<DoneNote>) -> impl IntoView {
    let w = &words().done;
    let page = note.map_or_else(|| nothing().into_any(), |note| sent(note).into_any());
    view! {
        <Page title=w.title description=w.description>
            <div class="wizard">{page}</div>
        </Page>
    }
}

fn nothing() -> impl IntoView {
    let w = &words().done;
    view! {
        <h1>{w.nothing}</h1>
        <p>{w.nothing_text}</p>
        <p class="actions"><a class="button" href=paths::JOIN>{w.join}</a></p>
    }
}

fn sent(note: DoneNote) -> impl IntoView {
    let w = &words().done;
    let class = note.class.as_deref().and_then(Class::parse);
    let what = match class {
        Some(class) if note.guardian => (w.will_be)(class),
        Some(class) => (w.is)(class),
        None => w.group.to_owned(),
    };
    let branch = note.branch.as_deref().map(|branch| (w.branch)(branch));
    let next = match class {
        Some(_) if note.guardian => vec![(w.next_guardian)(site().retention.guardian)],
        Some(_) => w.next.iter().map(|line| (*line).to_owned()).collect(),
        None => w.next_group.iter().map(|line| (*line).to_owned()).collect(),
    };
    let other_way = if class.is_some() { w.as_group } else { w.as_person };
    let table = class.map(|class| rights(&[class]).into_string());
    view! {
        <h1>{w.heading}</h1>
        <div class="panel">
            <p>{what}</p>
            {branch.map(|branch| view! { <p>{branch}</p> })}
            {note.start_branch.then(|| view! { <p>{w.start_branch}</p> })}
            <p>{w.reference} " " <strong class="reference">{note.reference}</strong></p>
        </div>
        {table.map(|table| view! { <div inner_html=table/> })}
        <h2>{w.what_next}</h2>
        {next.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
        <p>{w.no_letter} " " <a href=paths::CONTACT>{w.write_to_us}</a></p>
        <h2>{w.other_way}</h2>
        <p>{other_way} " " <a href=paths::JOIN>{w.join_again}</a></p>
    }
}
