//! The list of a branch's groups.

use leptos::prelude::*;
use register::{GroupRow, Groups, WhichGroups};

use super::super::super::table::{Cell, Table};
use super::stands;
use crate::words::words;

/// The list as it is shown.
#[derive(Debug, Clone)]
pub struct GroupList {
    /// Which groups were asked for.
    pub which: WhichGroups,
    /// Whether this is a later page than the first.
    pub later: bool,
    /// A page of them.
    pub groups: Groups,
}

impl GroupList {
    /// What the address says for some of them; nothing for all.
    pub const SOME: [(&'static str, WhichGroups); 2] =
        [("waiting", WhichGroups::Waiting), ("overdue", WhichGroups::Overdue)];
}

/// The address of these groups. `base` is that of all.
fn address(base: &str, which: WhichGroups) -> String {
    let said = GroupList::SOME.into_iter().find(|(_, some)| *some == which);
    said.map_or_else(|| base.to_owned(), |(word, _)| format!("{base}?show={word}"))
}

/// `/committee/<branch>/groups`. `base` is its address.
pub(crate) fn list(list: GroupList, base: &str) -> impl IntoView + use<> {
    let w = &words().groups;
    let GroupList { which, later, groups } = list;
    let choice = |says: &'static str, is: WhichGroups| {
        let to = address(base, is);
        view! { <a href=to aria-current=(which == is).then_some("page")>{says}</a> }
    };
    let (caption, none) = match which {
        WhichGroups::All => (w.caption, w.none),
        WhichGroups::Waiting => (w.caption_waiting, w.none_waiting),
        WhichGroups::Overdue => (w.caption_overdue, w.none_overdue),
    };
    let rows: Vec<_> = groups.rows.iter().map(|group| row(group, base)).collect();
    let table = if rows.is_empty() {
        view! { <p>{none}</p> }.into_any()
    } else {
        let columns = vec![w.group, w.kind, w.first_seat, w.second_seat];
        view! { <Table caption=caption columns=columns rows=rows/> }.into_any()
    };
    let this = address(base, which);
    let mark = if which == WhichGroups::All { '?' } else { '&' };
    let first = later.then(|| view! { <a href=this.clone()>{w.to_first}</a> });
    let after = groups.after.map(|after| {
        view! { <a href=format!("{this}{mark}from={after}")>{w.after}</a> }
    });
    let pages = (first.is_some() || after.is_some())
        .then(|| view! { <p class="actions">{first} {after}</p> });
    view! {
        <nav class="actions" aria-label=w.which>
            {choice(w.all, WhichGroups::All)}
            {choice(w.waiting, WhichGroups::Waiting)}
            {choice(w.late, WhichGroups::Overdue)}
        </nav>
        {table}
        {pages}
    }
}

fn row(row: &GroupRow, base: &str) -> Vec<Cell> {
    let w = &words().groups;
    let [first, second] = row.seats;
    vec![
        Cell::link(row.group.name.clone(), format!("{base}/{}", row.group.number)),
        Cell::from((w.kind_of)(row.kind)),
        Cell::from(stands(first)),
        Cell::from(stands(second)),
    ]
}
