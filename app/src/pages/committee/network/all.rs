//! All branches, and where people ask for one.

use leptos::prelude::*;
use register::{AboutHowMany, BranchesOverview, DistrictDemand, NetworkBranch};
use rules::Area;

use super::{BranchForm, address, name_form};
use crate::pages::area_list::{authorities, runs};
use crate::pages::committee::numbers::number;
use crate::pages::paths;
use crate::pages::table::{Cell, Table};
use crate::words::words;

pub(super) fn all(overview: BranchesOverview, form: &BranchForm) -> impl IntoView + use<> {
    let w = &words().network;
    let columns = vec![w.branch, w.status, w.members, w.groups, w.committee, w.areas];
    let rows: Vec<_> = overview.branches.into_iter().map(row).collect();
    let demand = if overview.demand.is_empty() {
        view! { <p>{w.no_demand}</p> }.into_any()
    } else {
        let columns = vec![w.district, w.without_branch, w.offers, w.who_offered];
        let rows: Vec<_> = overview.demand.into_iter().map(district).collect();
        view! {
            <p>{w.demand_lead}</p>
            <Table caption=w.demand columns=columns rows=rows/>
        }
        .into_any()
    };
    view! {
        <p>{w.branches_lead}</p>
        <Table caption=w.all_branches columns=columns rows=rows/>
        <section>
            <h2>{w.demand}</h2>
            {demand}
        </section>
        <section class="narrow">
            <h2>{w.found}</h2>
            <p>{w.found_lead}</p>
            {name_form(paths::NETWORK_BRANCHES.to_owned(), form, w.found_button)}
        </section>
    }
}

fn row(branch: NetworkBranch) -> Vec<Cell> {
    let w = &words().network;
    vec![
        Cell::link(branch.branch.name.clone(), address(&branch.branch)),
        Cell::from((w.status_name)(branch.status)),
        Cell::from(number(branch.members)),
        Cell::from(number(branch.groups)),
        Cell::from(number(branch.committee)),
        Cell::from(areas(&branch.areas)),
    ]
}

/// The areas as one line, with neighbouring districts drawn together.
fn areas(areas: &[Area]) -> String {
    if areas.is_empty() {
        return words().network.no_areas.to_owned();
    }
    let run = |(from, to): (String, Option<String>)| match to {
        Some(to) => (words().branches.range)(&from, &to),
        None => from,
    };
    let runs = runs(areas).into_iter().map(run);
    runs.chain(authorities(areas)).collect::<Vec<_>>().join(", ")
}

fn district(demand: DistrictDemand) -> Vec<Cell> {
    let w = &words().network;
    let who = if demand.offers == AboutHowMany::Nobody || Area::parse(&demand.district).is_err() {
        Cell::from("")
    } else {
        Cell::Link {
            says: w.who_offered.to_owned(),
            to: format!("{}/{}", paths::NETWORK_OFFERS, demand.district),
            beside: "",
        }
    };
    vec![
        Cell::from(demand.district),
        Cell::from((w.about)(demand.members)),
        Cell::from((w.about)(demand.offers)),
        who,
    ]
}
