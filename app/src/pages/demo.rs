//! The pages that only a demo has: what it is, the ways into it, and its letters.

use chrono::{DateTime, Utc};
use chrono_tz::Europe::London;
use leptos::prelude::*;
use register::InBranch;

use super::layout::{Page, ProsePage, site};
use super::paths;
use crate::words::words;

/// Given as context to the pages of a demo: each says that everybody in it is made up.
#[derive(Debug, Clone, Copy)]
pub struct InADemo;

/// A page that only a demo has.
#[derive(Debug, Clone)]
pub enum DemoPage {
    /// What it is, and the ways into it.
    Start {
        /// The branches that one may sign in to.
        branches: Vec<InBranch>,
    },
    /// The newest letters, the newest first.
    Letters(Vec<DemoLetter>),
    /// One of them.
    Letter(DemoLetter),
}

/// A letter as its reader sees it.
#[derive(Debug, Clone)]
pub struct DemoLetter {
    /// Its number.
    pub id: i64,
    /// The address that it went to.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// What it says, as plain text.
    pub text: String,
    /// When it was written.
    pub at: DateTime<Utc>,
}

impl DemoPage {
    pub(crate) fn into_view(self) -> AnyView {
        match self {
            Self::Start { branches } => start(&branches).into_any(),
            Self::Letters(newest) => letters(&newest).into_any(),
            Self::Letter(shown) => letter(&shown).into_any(),
        }
    }
}

fn start(branches: &[InBranch]) -> impl IntoView + use<> {
    let w = &words().demo;
    let chairs: Vec<_> = branches
        .iter()
        .map(|branch| {
            button(format!("{}/{}", paths::DEMO_CHAIR, branch.slug), (w.chair)(&branch.name))
        })
        .collect();
    let member = button(paths::DEMO_MEMBER.to_owned(), w.member.to_owned());
    let representative = button(paths::DEMO_REPRESENTATIVE.to_owned(), w.representative.to_owned());
    let contact = button(paths::DEMO_CONTACT.to_owned(), w.contact.to_owned());
    let guardian = button(paths::DEMO_GUARDIAN.to_owned(), w.guardian.to_owned());
    let administrator = button(paths::DEMO_ADMINISTRATOR.to_owned(), w.administrator.to_owned());
    view! {
        <ProsePage head=&w.head>
            <div class="prose">
                <section>
                    <h2>{w.sign_in}</h2>
                    {w.sign_in_lines.iter().map(|line| view! { <p>{*line}</p> }).collect_view()}
                    {chairs}
                    {administrator}
                </section>
                <section>
                    <h2>{w.own}</h2>
                    <p>{w.own_line}</p>
                    {member}
                </section>
                <section>
                    <h2>{w.group}</h2>
                    {w.group_lines.iter().map(|line| view! { <p>{*line}</p> }).collect_view()}
                    {representative}
                    {contact}
                </section>
                <section>
                    <h2>{w.family}</h2>
                    <p>{w.family_line}</p>
                    {guardian}
                </section>
                <section>
                    <h2>{w.letters}</h2>
                    <p>{w.letters_line}</p>
                    <p><a href=paths::DEMO_LETTERS>{w.letters_link}</a></p>
                </section>
                <section>
                    <h2>{w.join}</h2>
                    <p>{w.join_line}</p>
                    <p><a href=paths::JOIN>{w.join_link}</a></p>
                </section>
            </div>
        </ProsePage>
    }
}

fn button(to: String, says: String) -> impl IntoView {
    view! {
        <form method="post" action=to>
            <p class="actions"><button class="button" type="submit">{says}</button></p>
        </form>
    }
}

fn letters(newest: &[DemoLetter]) -> impl IntoView + use<> {
    let w = &words().demo;
    let none = newest.is_empty().then(|| view! { <p>{w.no_letters}</p> });
    let lines: Vec<_> = newest
        .iter()
        .map(|letter| {
            let to = format!("{}/{}", paths::DEMO_LETTERS, letter.id);
            view! {
                <li>
                    <a href=to>{letter.subject.clone()}</a>
                    <br/>
                    {sent(letter)}
                </li>
            }
        })
        .collect();
    let lines = (!lines.is_empty()).then(|| view! { <ul>{lines}</ul> });
    view! {
        <ProsePage head=&w.letters_head>
            <div class="prose">
                <p><a href=paths::DEMO_LETTERS>{w.refresh}</a></p>
                {none}
                {lines}
            </div>
        </ProsePage>
    }
}

fn letter(letter: &DemoLetter) -> impl IntoView + use<> {
    let w = &words().demo;
    let own = site().url;
    let (heading, sent) = (letter.subject.clone(), sent(letter));
    let paragraphs: Vec<_> =
        letter.text.trim().split("\n\n").map(|text| paragraph(text, &own)).collect();
    view! {
        <Page title=heading.clone() description=w.letters_head.description>
            <div class="page-head">
                <h1>{heading}</h1>
                <p class="hint">{sent}</p>
            </div>
            <div class="prose">
                {paragraphs}
                <p><a href=paths::DEMO_LETTERS>{w.back}</a></p>
            </div>
        </Page>
    }
}

/// Lines as they stand in the letter; one that is an address leads there.
fn paragraph(text: &str, own: &str) -> AnyView {
    let lines: Vec<_> = text
        .lines()
        .enumerate()
        .map(|(at, line)| {
            let end = (at > 0).then(|| view! { <br/> });
            view! { {end} {in_line(line, own)} }
        })
        .collect();
    view! { <p>{lines}</p> }.into_any()
}

fn in_line(line: &str, own: &str) -> AnyView {
    if !line.starts_with("https://") && !line.starts_with("http://") {
        return line.to_owned().into_any();
    }
    // Under whatever name this machine was asked: a key is kept for that name.
    let to = line.strip_prefix(own).filter(|path| path.starts_with('/')).unwrap_or(line);
    view! { <a href=to.to_owned()>{line.to_owned()}</a> }.into_any()
}

fn sent(letter: &DemoLetter) -> String {
    let time = letter.at.with_timezone(&London).format("%H:%M:%S").to_string();
    (words().demo.sent)(&letter.to, &time)
}
