//! The list of members: the search, the filter, what was found, and the way through it.

use leptos::prelude::*;
use register::{MemberRow, Members, Status};

use super::super::super::form::{TextField, error_summary, text_field};
use super::super::super::table::{Cell, Table};
use super::super::days::day;
use super::filter_form::filter_form;
use super::listing::{Column, Listing, WrongFilter};
use crate::words::words;

/// The list as it is shown.
#[derive(Debug, Clone)]
pub struct MemberList {
    /// What was asked for.
    pub listing: Listing,
    /// What was found; `None` when a day in the filter is none.
    pub found: Option<Members>,
}

impl WrongFilter {
    pub(super) fn says(self) -> (&'static str, &'static str) {
        let w = &words().members;
        match self {
            Self::From => ("from", w.wrong_day),
            Self::Until => ("until", w.wrong_day),
            Self::Order => ("until", w.days_the_wrong_way),
            Self::Choice(name) => (name, w.wrong_choice),
        }
    }
}

/// What is wrong with the filter.
pub(crate) fn wrong(list: &MemberList) -> impl IntoView + use<> {
    error_summary(&list.listing.wrong.iter().map(|wrong| wrong.says()).collect::<Vec<_>>())
}

/// The page. `base` is its address, without what stands behind the `?`.
pub(crate) fn list(list: MemberList, base: &str) -> impl IntoView + use<> {
    let w = &words().members;
    let MemberList { listing, found } = list;
    let search = TextField {
        name: "text",
        label: w.search,
        hint: w.search_hint,
        kind: "search",
        autocomplete: "off",
        value: &listing.filter.text,
        ..TextField::default()
    };
    let results = found.map(|found| results(&listing, found, base));
    view! {
        <form class="narrow" role="search" method="post" action=format!("{base}{}", listing.query(None))>
            {text_field(&search)}
            <div class="actions">
                <button class="button" type="submit">{w.search_button}</button>
                {listing.is_search().then(|| {
                    view! { <a href=format!("{base}{}", listing.query(None))>{w.clear_search}</a> }
                })}
            </div>
        </form>
        <p class="visually-hidden" id="results-said" role="status"></p>
        {filter_form(&listing, base)}
        <section id="results">{results}</section>
        <p><a href=format!("{}/doubles", base.trim_end_matches("/members"))>{w.doubles}</a></p>
        <p><a href=format!("{}/import", base.trim_end_matches("/members"))>{words().import.link}</a></p>
    }
}

fn results(listing: &Listing, found: Members, base: &str) -> AnyView {
    let w = &words().members;
    let says = (w.found)(found.count, &listing.filter);
    let ended = (listing.filter.status == Status::Ended).then(|| view! { <p>{w.ended_text}</p> });
    if found.rows.is_empty() {
        let again = !listing.filter.is_empty();
        let all = again.then(|| view! { <p><a href=base.to_owned()>{w.show_all}</a></p> });
        let nobody = if again { w.nobody_found } else { w.nobody_yet };
        return view! { <h2>{w.results}</h2> <p>{nobody}</p> {ended} {all} }.into_any();
    }
    let columns = [w.name, w.class].into_iter();
    let columns = columns.chain(listing.columns.iter().map(|column| (w.column)(*column)));
    let rows: Vec<_> =
        found.rows.iter().map(|member| row(member, &listing.columns, base)).collect();
    let export = go(listing, &format!("{base}.csv{}", listing.query(None)), w.export);
    let before = found.before.map(|at| {
        let to = format!("{base}{}", listing.query(Some(&at)));
        go(listing, &to, w.before)
    });
    let after = found.after.map(|at| {
        let to = format!("{base}{}", listing.query(Some(&at)));
        go(listing, &to, w.after)
    });
    view! {
        <h2>{w.results}</h2>
        <p>{says}</p>
        {ended}
        <Table caption=w.caption columns=columns.collect() rows=rows/>
        <div class="actions" role="group" aria-label=w.way>{before} {after} {export}</div>
    }
    .into_any()
}

/// A way on: a link, or, when something is searched for, a form that takes it along unseen.
fn go(listing: &Listing, to: &str, says: &'static str) -> AnyView {
    let to = to.to_owned();
    if !listing.is_search() {
        return view! { <a href=to>{says}</a> }.into_any();
    }
    let text = listing.filter.text.clone();
    view! {
        <form method="post" action=to>
            <input type="hidden" name="text" value=text/>
            <button class="button-quiet" type="submit">{says}</button>
        </form>
    }
    .into_any()
}

fn row(member: &MemberRow, columns: &[Column], base: &str) -> Vec<Cell> {
    let w = &words().members;
    let name = Cell::Link {
        says: member.name.clone(),
        to: format!("{base}/{}", member.number),
        beside: if member.under_18 { w.under_18 } else { "" },
    };
    let mut class = vec![(words().join.class)(member.class).to_owned()];
    match (member.started, member.ended) {
        (_, Some(ended)) => class.push((w.ended)(&day(ended))),
        (None, None) => class.push(w.waits.to_owned()),
        (Some(_), None) => {}
    }
    let chosen = columns.iter().map(|column| match column {
        Column::Since => Cell::from(member.started.map(day).unwrap_or_default()),
        Column::District => Cell::from(member.district.as_deref().unwrap_or(w.no_district)),
        Column::Email => Cell::from(member.email.clone()),
        Column::Number => Cell::from(member.number.clone()),
        Column::Branch => {
            Cell::from(member.branch.as_ref().map_or(w.no_branch, |branch| branch.name.as_str()))
        }
    });
    [name, Cell::from(class)].into_iter().chain(chosen).collect()
}
