//! Members who are likely to be the same person, side by side, and the question before two become
//! one.

use leptos::prelude::*;
use register::{Double, DoubleOf};

use super::super::table::{Cell, Table};
use super::confirm::{Question, question};
use super::days::day;
use crate::words::words;

/// The pairs.
#[derive(Debug, Clone)]
pub struct Doubles {
    /// Each with what they have in common.
    pub pairs: Vec<Double>,
    /// Whether one that was to be merged is none any more.
    pub changed: bool,
}

/// Two members, of whom one is to go on.
#[derive(Debug, Clone)]
pub struct Merging {
    /// The one who goes on.
    pub keep: DoubleOf,
    /// The one whose membership ends.
    pub other: DoubleOf,
}

/// `/committee/<branch>/doubles`.
pub(super) fn doubles(shown: &Doubles, base: &str) -> impl IntoView + use<> {
    let w = &words().doubles;
    let changed = shown.changed.then(|| {
        view! { <p class="meanwhile" role="alert">{w.changed}</p> }
    });
    let lead = if shown.pairs.is_empty() { w.nobody } else { w.lead };
    let pairs: Vec<_> = shown.pairs.iter().map(|double| pair(double, base)).collect();
    view! {
        {changed}
        <p>{lead}</p>
        {pairs}
    }
}

fn pair(double: &Double, base: &str) -> impl IntoView + use<> {
    let w = &words().doubles;
    let Double { first, second, alike } = double;
    let merge = |keep: &DoubleOf, other: &DoubleOf| {
        let to = format!("{base}/doubles/{}/{}", keep.row.number, other.row.number);
        view! { <a href=to>{(w.keep)(&keep.row.number)}</a> }
    };
    view! {
        <section>
            <h2>{(w.alike)(*alike)}</h2>
            {side_by_side(first, second, w.first, w.second)}
            <p class="actions">{merge(first, second)} {merge(second, first)}</p>
        </section>
    }
}

fn side_by_side(
    one: &DoubleOf,
    two: &DoubleOf,
    first: &'static str,
    second: &'static str,
) -> impl IntoView + use<> {
    let (w, member) = (&words().doubles, &words().member);
    let or_none = |value: &Option<String>| value.as_deref().unwrap_or(member.not_given).to_owned();
    let since = |of: &DoubleOf| of.row.started.map(day).unwrap_or_default();
    let class = |of: &DoubleOf| (words().join.class)(of.row.class).to_owned();
    let rows = [
        (w.number, one.row.number.clone(), two.row.number.clone()),
        (member.name, one.row.name.clone(), two.row.name.clone()),
        (member.email, one.row.email.clone(), two.row.email.clone()),
        (member.phone, or_none(&one.phone), or_none(&two.phone)),
        (member.postcode, or_none(&one.postcode), or_none(&two.postcode)),
        (words().members.class, class(one), class(two)),
        (w.since, since(one), since(two)),
    ];
    let rows =
        rows.map(|(name, one, two)| vec![Cell::from(name), Cell::from(one), Cell::from(two)]);
    view! {
        <Table caption=w.side_by_side columns=vec![w.what, first, second] rows=rows.to_vec()/>
    }
}

/// `/committee/<branch>/doubles/<keep>/<other>`.
pub(super) fn merge(merging: &Merging, base: &str) -> impl IntoView + use<> {
    let w = &words().doubles;
    let Merging { keep, other } = merging;
    view! {
        {side_by_side(keep, other, w.kept, w.ends)}
        {question(Question {
            says: (w.merge_says)(&keep.row.number, &other.row.number),
            button: w.merge_button,
            sends: vec![("keep", keep.version.to_string()), ("other", other.version.to_string())],
            back: words().member_forms.leave,
            back_to: format!("{base}/doubles"),
        })}
    }
}
