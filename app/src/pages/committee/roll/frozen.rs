//! A roll that was frozen, and whether it still is what it was.

use leptos::prelude::*;
use register::FrozenRollShown;

use super::super::days::{date, moment};
use super::show::{counts, entries_table, row};
use crate::words::words;

/// `/committee/<branch>/roll/<roll>`. `path` is the address of all rolls.
pub(crate) fn frozen(shown: FrozenRollShown, path: &str) -> impl IntoView + use<> {
    let w = &words().roll;
    let FrozenRollShown { roll, entries, whole } = shown;
    let rows = entries.iter().map(row);
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
            {entries_table(rows.collect())}
        </section>
        <p class="no-print"><a href=export>{w.export}</a></p>
        <p class="no-print"><a href=path.to_owned()>{w.all_rolls}</a></p>
    }
}
