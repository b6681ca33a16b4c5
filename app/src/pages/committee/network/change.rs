//! What a change of a branch would do, before it is done.

use leptos::prelude::*;
use register::{BranchChange, InBranch, MovesOf, NoChange, Placements};

use super::address;
use crate::pages::committee::confirm::{Question, question};
use crate::pages::committee::numbers::number;
use crate::pages::table::{Cell, Table};
use crate::words::words;

pub(super) fn look(
    change: &BranchChange,
    would: Placements,
    meanwhile: bool,
) -> impl IntoView + use<> {
    let w = &words().network;
    let says = (w.says)(change, &would);
    let warning = meanwhile.then(|| view! { <p class="done" role="alert">{w.meanwhile}</p> });
    let has_waiting = would.moves.iter().any(|moves| moves.waiting > 0);
    let mut columns = vec![w.district, w.from, w.to, w.members, w.groups];
    if has_waiting {
        columns.push(w.waiting);
    }
    let rows: Vec<_> = would.moves.into_iter().map(|moves| row(moves, has_waiting)).collect();
    let table = (!rows.is_empty()).then(|| {
        view! { <Table caption=w.who_moves columns=columns rows=rows/> }
    });
    let back_to = address(&would.branch);
    let asked = question(Question {
        says,
        button: (w.button)(change),
        sends: vec![("mark", would.mark.to_string())],
        back: w.leave,
        back_to,
    });
    view! {
        {warning}
        {table}
        {asked}
    }
}

fn row(moves: MovesOf, has_waiting: bool) -> Vec<Cell> {
    let w = &words().network;
    let named = |branch: Option<InBranch>| {
        branch.map_or_else(|| w.no_branch.to_owned(), |branch| branch.name)
    };
    let mut row = vec![
        Cell::from(moves.district.unwrap_or_else(|| w.no_district.to_owned())),
        Cell::from(named(moves.from)),
        Cell::from(named(moves.to)),
        Cell::from(number(moves.members)),
        Cell::from(number(moves.groups)),
    ];
    if has_waiting {
        row.push(Cell::from(number(moves.waiting)));
    }
    row
}

pub(super) fn may_not(branch: &InBranch, why: &NoChange) -> impl IntoView + use<> {
    let w = &words().network;
    let says: Vec<_> = (w.why_not)(why).into_iter().map(|line| view! { <p>{line}</p> }).collect();
    view! {
        {says}
        <p><a href=address(branch)>{w.back}</a></p>
    }
}
