//! The roll for a day, as it would be now.

use leptos::prelude::*;
use register::{FrozenRoll, Roll, RollCounts, RollEntry};

use super::super::super::form::{TextField, error_summary, text_field};
use super::super::super::table::{Cell, Table};
use super::super::days::{date, moment};
use super::super::numbers::number;
use crate::words::words;

/// So many names are shown, unless somebody asks for all: a page of 20,000 is 12 MB.
const SHOWN: usize = 1_000;

/// How much of a roll is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HowMuch {
    /// What an old phone shows without getting stuck.
    Beginning,
    /// All of it, as it is printed.
    All,
}

impl HowMuch {
    /// What the address says for all of it.
    pub const ALL: &'static str = "all";
}

/// The page of a roll.
#[derive(Debug, Clone)]
pub struct RollPage {
    /// The roll; `None` when the day that was asked for is none.
    pub roll: Option<Roll>,
    /// How much of it is shown.
    pub how_much: HowMuch,
    /// The rolls that were frozen, the latest first.
    pub frozen: Vec<FrozenRoll>,
}

/// What is wrong with the day.
pub(crate) fn wrong(page: &RollPage) -> impl IntoView + use<> {
    let wrong = page.roll.is_none().then_some(("day", words().members.wrong_day));
    error_summary(wrong.as_slice())
}

/// `/committee/<branch>/roll`. `path` is its address.
pub(crate) fn roll(page: RollPage, path: &str) -> impl IntoView + use<> {
    let w = &words().roll;
    let RollPage { roll, how_much, frozen } = page;
    let day = roll.as_ref().map(|roll| roll.day.to_string());
    let field = text_field(&TextField {
        name: "day",
        label: w.day,
        kind: "date",
        autocomplete: "off",
        short: true,
        value: day.as_deref().unwrap_or(""),
        error: roll.is_none().then_some(words().members.wrong_day),
        ..TextField::default()
    });
    view! {
        <form class="no-print" method="get" action=path.to_owned() novalidate>
            {field}
            <div class="actions"><button class="button" type="submit">{w.show}</button></div>
        </form>
        {roll.map(|roll| shown(&roll, how_much, path))}
        {rolls(&frozen, path)}
    }
}

fn shown(roll: &Roll, how_much: HowMuch, path: &str) -> impl IntoView + use<> {
    let w = &words().roll;
    let all = format!("{path}?day={}&{}", roll.day, HowMuch::ALL);
    view! {
        <section class="roll">
            <h2>{date(roll.day)}</h2>
            <p>{w.as_known}</p>
            {counts(&roll.counts)}
            {entries(&roll.entries, how_much, all)}
        </section>
        <section class="no-print narrow">
            <p><a href=format!("{path}.csv?day={}", roll.day)>{w.export}</a></p>
            <h2>{w.freeze}</h2>
            <p>{w.freeze_text}</p>
            <form method="post" action=path.to_owned()>
                <input type="hidden" name="day" value=roll.day.to_string()/>
                <button class="button" type="submit">{w.freeze_button}</button>
            </form>
        </section>
    }
}

/// How many may do what.
pub(super) fn counts(counts: &RollCounts) -> impl IntoView + use<> {
    let phrase = &words().join.phrase;
    let lines =
        [(phrase.speak, counts.speak), (phrase.vote, counts.vote), (phrase.stand, counts.stand)];
    let line = |(says, count)| view! { <div><dt>{says}</dt><dd>{number(count)}</dd></div> };
    let lines = lines.map(line);
    view! { <dl class="terms counts">{lines.into_iter().collect_view()}</dl> }
}

/// Everybody on a roll, each with what they may. Where not all are shown, that stands above them,
/// on paper, too, with the way to `all`.
pub(super) fn entries(entries: &[RollEntry], how_much: HowMuch, all: String) -> AnyView {
    let w = &words().roll;
    if entries.is_empty() {
        return view! { <p>{w.nobody}</p> }.into_any();
    }
    let most = match how_much {
        HowMuch::Beginning => SHOWN,
        HowMuch::All => entries.len(),
    };
    let rows: Vec<_> = entries.iter().take(most).map(row).collect();
    let many = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let more = (rows.len() < entries.len()).then(|| {
        let says = (w.shown)(many(rows.len()), many(entries.len()));
        view! { <p>{says} " " <a class="no-print" href=all>{w.see_all}</a></p> }
    });
    let columns = vec![w.name, w.number, w.class, w.speak, w.vote, w.stand];
    view! {
        {more}
        <Table caption=w.caption columns=columns rows=rows/>
    }
    .into_any()
}

/// A line of it.
fn row(entry: &RollEntry) -> Vec<Cell> {
    let RollEntry { number, name, class } = entry;
    let phrase = &words().join.phrase;
    let yes = |may| Cell::from(if may { phrase.yes } else { phrase.no });
    let rights = class.rights();
    vec![
        Cell::from(name.as_deref().unwrap_or(words().roll.left)),
        Cell::from(number.as_str()),
        Cell::from((words().join.class)(*class)),
        yes(rights.speak),
        yes(rights.vote),
        yes(rights.stand),
    ]
}

fn rolls(frozen: &[FrozenRoll], path: &str) -> Option<impl IntoView + use<>> {
    let w = &words().roll;
    let row = |roll: &FrozenRoll| {
        vec![
            Cell::link(date(roll.day), format!("{path}/{}", roll.id)),
            Cell::from((w.frozen_at)(&moment(roll.frozen_at), roll.by.as_deref())),
            Cell::from((w.counted)(&roll.counts)),
        ]
    };
    let rows: Vec<_> = frozen.iter().map(row).collect();
    let columns = vec![w.roll_for, w.frozen, w.may];
    (!rows.is_empty()).then(|| {
        view! {
            <section class="no-print">
                <h2>{w.frozen_rolls}</h2>
                <Table caption=w.frozen_caption columns=columns rows=rows/>
            </section>
        }
    })
}
