//! A roll that was frozen, and whether it still is what it was.

use leptos::prelude::*;
use register::FrozenRollShown;

use super::super::days::{date, moment};
use super::show::{HowMuch, counts, entries};
use crate::words::words;

/// `/committee/<branch>/roll/<roll>`. `path` is the address of all rolls.
pub(crate) fn frozen(
    shown: FrozenRollShown,
    how_much: HowMuch,
    path: &str,
) -> impl IntoView + use<> {
    let w = &words().roll;
    let FrozenRollShown { roll, entries: rows, whole } = shown;
    let all = format!("{path}/{}?{}", roll.id, HowMuch::ALL);
    let export = format!("{path}/{}/roll.csv", roll.id);
    let holds = if whole {
        view! { <p class="done">{w.whole}</p> }.into_any()
    } else {
        view! { <p class="meanwhile" role="alert">{w.broken}</p> }.into_any()
    };
    view! {
        <section class="roll">
            <h2>{date(roll.day)}</h2>
            <p>{(w.frozen_at)(&moment(roll.frozen_at), roll.by.as_deref())}</p>
            {holds}
            <p>{w.hash} " " <code class="hash">{roll.hash}</code></p>
            {counts(&roll.counts)}
            {entries(&rows, how_much, all)}
        </section>
        <p class="no-print"><a href=export>{w.export}</a></p>
        <p class="no-print"><a href=path.to_owned()>{w.all_rolls}</a></p>
    }
}
