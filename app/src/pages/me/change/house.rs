//! Moving house: the new postcode, then what it means, then it is done.

use leptos::prelude::*;
use register::{HouseLook, OwnContact, Version};
use rules::{Field, Postcode, PostcodeError, Problem};

use super::super::super::choices::checkbox;
use super::super::super::form::{TextField, text_field};
use super::{actions, changed_meanwhile, version};
use crate::words::words;

/// A new postcode being given.
#[derive(Debug, Clone)]
pub struct HouseChange {
    /// Which state of the member was seen.
    pub seen: Version,
    /// What was typed.
    pub postcode: String,
    /// What is wrong with that: `None` of the inner when there is nothing.
    pub wrong: Option<Option<PostcodeError>>,
    /// The name and the rest as they are now, if they were changed meanwhile.
    pub now: Option<(String, OwnContact)>,
    /// Whether the one there is can be taken back: their branch does not go by it.
    pub may_withdraw: bool,
}

/// What a new postcode would change.
#[derive(Debug, Clone)]
pub struct HouseCheck {
    /// Which state of the member was seen.
    pub seen: Version,
    /// The postcode.
    pub postcode: Postcode,
    /// What it means.
    pub look: HouseLook,
    /// Whether it means something else than what was shown before.
    pub is_other: bool,
}

impl HouseChange {
    /// The error that nothing was given.
    pub const MISSING: Option<Option<PostcodeError>> = Some(None);
}

pub(super) fn says(wrong: Option<PostcodeError>) -> (&'static str, &'static str) {
    let says = match wrong {
        None => words().change.no_postcode,
        Some(wrong) => (words().join.problem)(Field::Postcode, Problem::Postcode(wrong)),
    };
    (Field::Postcode.as_str(), says)
}

/// `/me/<number>/postcode`.
pub(super) fn house(form: HouseChange) -> impl IntoView {
    let w = &words().change;
    let postcode = text_field(&TextField {
        name: Field::Postcode.as_str(),
        label: (words().join.label)(Field::Postcode),
        hint: (words().join.hint)(Field::Postcode),
        kind: "text",
        autocomplete: "postal-code",
        short: true,
        value: &form.postcode,
        error: form.wrong.map(|wrong| says(wrong).1),
    });
    let withdraw = form.may_withdraw.then(|| {
        view! {
            <h2>{w.withdraw}</h2>
            <p>{w.withdraw_text}</p>
            <form method="post">
                {version(form.seen)}
                <input type="hidden" name="back" value="yes"/>
                <div class="actions">
                    <button class="button-quiet" type="submit">{w.withdraw_button}</button>
                </div>
            </form>
        }
    });
    view! {
        {changed_meanwhile(form.now)}
        <p>{w.house_text}</p>
        <form method="post" novalidate>
            {version(form.seen)}
            {postcode}
            {actions(words().join.phrase.go_on)}
        </form>
        {withdraw}
    }
}

/// The same address, once a postcode was given: what will change, and the button that does it.
pub(super) fn check(check: HouseCheck) -> impl IntoView {
    let w = &words().change;
    let HouseCheck { seen, postcode, look, is_other } = check;
    let postcode = postcode.to_string();
    let other = is_other.then(|| view! { <p class="notice" role="alert">{w.covers_other}</p> });
    let questioned = look.unlisted.then(|| view! { <p>{(w.unlisted)(&postcode)}</p> });
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
        <dl class="terms"><div><dt>{w.postcode}</dt><dd>{postcode.clone()}</dd></div></dl>
        {questioned}
        <p>{says}</p>
        <form method="post">
            {version(seen)}
            <input type="hidden" name="postcode" value=postcode/>
            <input type="hidden" name="covers" value=slug/>
            <input type="hidden" name="sure" value="yes"/>
            {follow}
            {actions(w.house_button)}
        </form>
        <p><a href="">{w.other_postcode}</a></p>
    }
}
