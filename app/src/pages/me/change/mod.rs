//! What members change of their own: a page for each, which says what it means before it is done.

mod branch;
mod class;
mod details;
mod done;
mod email;
mod house;

use leptos::prelude::*;
use register::OwnContact;

use super::super::committee::{SignedInPage, Viewer};
use super::super::form::error_summary;
use super::super::paths;
use crate::words::words;

pub use branch::BranchChange;
pub use class::{ClassForm, ClassStage};
pub use details::{DetailsChange, WrongOwn};
pub use done::Changed;
pub(super) use done::note;
pub use email::{EmailForm, WrongEmail};
pub use house::{HouseChange, HouseCheck};

/// A page that changes something, with whose it is.
#[derive(Debug, Clone)]
pub struct ChangePage {
    /// Who looks.
    pub viewer: Viewer,
    /// The name of whoever has the membership.
    pub name: String,
    /// Its number.
    pub number: String,
    /// What is shown.
    pub shows: ShowsChange,
}

/// What such a page shows.
#[derive(Debug, Clone)]
pub enum ShowsChange {
    /// The class of the membership.
    Class(ClassForm),
    /// The form for name and telephone number.
    Details(DetailsChange),
    /// The form for another e-mail address.
    Email(EmailForm),
    /// The form for a branch.
    Branch(BranchChange),
    /// The form for a new postcode.
    House(HouseChange),
    /// What that would change, before it is done.
    HouseCheck(Box<HouseCheck>),
}

impl ShowsChange {
    fn title(&self) -> &'static str {
        let w = &words().change;
        match self {
            Self::Class(form) => form.stage.title(),
            Self::Details(_) => w.details_title,
            Self::Email(_) => w.email_title,
            Self::Branch(_) => w.branch_title,
            Self::House(_) => w.house_title,
            Self::HouseCheck(_) => w.house_check,
        }
    }

    /// What is wrong with the form, each with its field.
    fn wrong(&self) -> Vec<(&'static str, &'static str)> {
        match self {
            Self::Class(form) => form.stage.wrong().into_iter().collect(),
            Self::Details(form) => form.wrong.iter().map(|wrong| wrong.says()).collect(),
            Self::Email(form) => form.wrong.map(WrongEmail::says).into_iter().collect(),
            Self::Branch(form) => form.wrong().into_iter().collect(),
            Self::House(form) => form.wrong.map(house::says).into_iter().collect(),
            Self::HouseCheck(_) => Vec::new(),
        }
    }

    fn into_view(self) -> AnyView {
        match self {
            Self::Class(form) => class::class(form).into_any(),
            Self::Details(form) => details::details(form).into_any(),
            Self::Email(form) => email::email(form).into_any(),
            Self::Branch(form) => branch::branch(form).into_any(),
            Self::House(form) => house::house(form).into_any(),
            Self::HouseCheck(check) => house::check(*check).into_any(),
        }
    }

    /// Whether something was changed meanwhile, and nothing was done.
    const fn is_conflict(&self) -> bool {
        match self {
            Self::Details(form) => form.now.is_some(),
            Self::Email(form) => form.now.is_some(),
            Self::Branch(form) => form.now.is_some(),
            Self::House(form) => form.now.is_some(),
            Self::Class(_) | Self::HouseCheck(_) => false,
        }
    }
}

/// `/me/<number>/...`.
pub(crate) fn change(page: ChangePage) -> impl IntoView {
    let w = &words().change;
    let ChangePage { viewer, name, number, shows } = page;
    let (heading, wrong) = (shows.title(), shows.wrong());
    let is_well = wrong.is_empty() && !shows.is_conflict();
    let before = if is_well { "" } else { words().join.phrase.error_title };
    // A question is its page's heading.
    let is_question = matches!(&shows, ShowsChange::Class(form) if form.stage.is_question());
    let head = (!is_question).then(|| view! { <h1>{heading}</h1> });
    let whose = (w.of)(&name, &number);
    let inner = shows.into_view();
    view! {
        <SignedInPage
            title=format!("{before}{heading}")
            viewer=viewer
            description=w.description
        >
            <div class="wizard">
                {error_summary(&wrong)}
                {head}
                {inner}
                <p class="hint">{whose}</p>
            </div>
        </SignedInPage>
    }
}

/// The version of what was seen, which goes with a form.
fn version(seen: register::Version) -> impl IntoView {
    view! { <input type="hidden" name="version" value=seen.to_string()/> }
}

/// The button of a form, and the way out of it.
fn actions(button: &'static str) -> impl IntoView {
    view! {
        <div class="actions">
            <button class="button" type="submit">{button}</button>
            <a href=paths::ME>{words().change.leave}</a>
        </div>
    }
}

/// Says that it was changed meanwhile, on another device perhaps, and shows what is there now.
fn changed_meanwhile(now: Option<(String, OwnContact)>) -> impl IntoView {
    let w = &words().change;
    now.map(|(name, contact)| {
        view! {
            <section class="meanwhile" role="alert">
                <h2>{w.meanwhile}</h2>
                <p>{w.meanwhile_text}</p>
                {terms(Some(&name), &contact)}
            </section>
        }
    })
}

/// How to reach somebody, as names and values.
pub(super) fn terms(name: Option<&str>, contact: &OwnContact) -> impl IntoView + use<> {
    let w = &words().change;
    let or_none = |value: &Option<String>| value.clone().unwrap_or_else(|| w.not_given.to_owned());
    let lines = [
        name.map(|name| (w.name, name.to_owned())),
        Some((w.email, contact.email.clone())),
        Some((w.phone, or_none(&contact.phone))),
        Some((w.postcode, or_none(&contact.postcode))),
    ];
    let lines: Vec<_> = lines
        .into_iter()
        .flatten()
        .map(|(what, it)| view! { <div><dt>{what}</dt><dd>{it}</dd></div> })
        .collect();
    view! { <dl class="terms">{lines}</dl> }
}
