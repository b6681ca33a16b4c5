//! A group moves: the new postcode, then what it means, then it is done.

use leptos::prelude::*;
use register::{HouseLook, Version};
use rules::{Field, Postcode, PostcodeError, Problem};

use super::super::super::choices::checkbox;
use super::super::super::form::{TextField, text_field};
use super::change::{GroupNow, actions, changed_meanwhile, version};
use crate::words::words;

/// A new postcode being given for a group.
#[derive(Debug, Clone)]
pub struct GroupMoveForm {
    /// Which state of the group was seen.
    pub seen: Version,
    /// What was typed.
    pub postcode: String,
    /// What is wrong with that.
    pub wrong: Option<WrongPostcode>,
    /// The group as it is now, if it was changed meanwhile.
    pub now: Option<GroupNow>,
}

/// Why a postcode cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongPostcode {
    /// None was given.
    Missing,
    /// It is none.
    Not(PostcodeError),
}

/// What a new postcode would change.
#[derive(Debug, Clone)]
pub struct GroupMoveCheck {
    /// Which state of the group was seen.
    pub seen: Version,
    /// The postcode.
    pub postcode: Postcode,
    /// What it means.
    pub look: HouseLook,
    /// Whether it means something else than what was shown before.
    pub is_other: bool,
}

pub(super) fn says(wrong: WrongPostcode) -> (&'static str, &'static str) {
    let problem = match wrong {
        WrongPostcode::Missing => Problem::Missing,
        WrongPostcode::Not(wrong) => Problem::Postcode(wrong),
    };
    (Field::GroupPostcode.as_str(), (words().join.problem)(Field::GroupPostcode, problem))
}

/// `/me/groups/<number>/postcode`.
pub(super) fn house(form: GroupMoveForm, back: &str) -> impl IntoView + use<> {
    let join = &words().join;
    let postcode = text_field(&TextField {
        name: Field::GroupPostcode.as_str(),
        label: (join.label)(Field::GroupPostcode),
        hint: (join.hint)(Field::Postcode),
        kind: "text",
        autocomplete: "postal-code",
        short: true,
        value: &form.postcode,
        error: form.wrong.map(|wrong| says(wrong).1),
    });
    view! {
        {changed_meanwhile(form.now)}
        <p>{words().own_group.move_text}</p>
        <form method="post" novalidate>
            {version(form.seen)}
            {postcode}
            {actions(join.phrase.go_on, back)}
        </form>
    }
}

/// The same address, once a postcode was given: what will change, and the button that does it.
pub(super) fn check(check: GroupMoveCheck, back: &str) -> impl IntoView + use<> {
    let (w, change) = (&words().own_group, &words().change);
    let GroupMoveCheck { seen, postcode, look, is_other } = check;
    let postcode = postcode.to_string();
    let other =
        is_other.then(|| view! { <p class="notice" role="alert">{change.covers_other}</p> });
    let questioned = look.unlisted.then(|| view! { <p>{(change.unlisted)(&postcode)}</p> });
    let from = look.from.as_ref().map(|branch| branch.name.as_str());
    let covers = look.covers.as_ref().map(|branch| branch.name.as_str());
    let says = match (from, covers) {
        (Some(from), Some(covers)) if look.asks => (w.chose)(from, covers),
        (Some(from), _) if look.stays => (w.stays_in)(from),
        _ => (w.moves)(from, covers),
    };
    let follow = look.asks.then(|| checkbox("branch", "branch", "covering", w.follow, false));
    let slug = look.covers.map(|branch| branch.slug).unwrap_or_default();
    view! {
        {other}
        <dl class="terms"><div><dt>{change.postcode}</dt><dd>{postcode.clone()}</dd></div></dl>
        {questioned}
        <p>{says}</p>
        <form method="post">
            {version(seen)}
            <input type="hidden" name=Field::GroupPostcode.as_str() value=postcode/>
            <input type="hidden" name="covers" value=slug/>
            <input type="hidden" name="sure" value="yes"/>
            {follow}
            {actions(w.move_button, back)}
        </form>
        <p><a href="">{change.other_postcode}</a></p>
    }
}
