//! One branch, and what can be done with it.

use leptos::prelude::*;
use register::{BranchStatus, NetworkBranch};
use rules::LocalAuthority;

use super::{BranchForm, address, in_address, name_form};
use crate::pages::choices::select_field;
use crate::pages::committee::numbers::number;
use crate::pages::form::{TextField, text_field};
use crate::pages::table::{Cell, Table};
use crate::words::words;

pub(super) fn one(
    branch: NetworkBranch,
    authorities: &[LocalAuthority],
    form: &BranchForm,
) -> impl IntoView + use<> {
    let w = &words().network;
    let base = address(&branch.branch);
    let committee = format!("/committee/{}", branch.branch.slug);
    let is_open = branch.status != BranchStatus::Closed;
    let facts = [
        (w.status, (w.status_name)(branch.status).to_owned()),
        (w.members, number(branch.members)),
        (w.groups, number(branch.groups)),
        (w.committee, number(branch.committee)),
    ];
    let facts = facts.map(|(what, says)| view! { <dt>{what}</dt><dd>{says}</dd> });
    let areas = if branch.areas.is_empty() {
        view! { <p>{w.no_areas}</p> }.into_any()
    } else {
        let row = |area: &rules::Area| {
            let mut row = vec![Cell::from(area.name().to_owned())];
            if is_open {
                let remove = format!("{base}/areas/{}/remove", in_address(area));
                row.push(Cell::link(w.remove, remove));
            }
            row
        };
        let rows: Vec<_> = branch.areas.iter().map(row).collect();
        let columns = if is_open { vec![w.area, w.change] } else { vec![w.area] };
        view! { <Table caption=w.areas columns=columns rows=rows/> }.into_any()
    };
    let next = is_open.then(|| {
        let activate = (branch.status == BranchStatus::Forming).then(|| {
            view! { <li><a href=format!("{base}/activate")>{w.activate}</a></li> }
        });
        view! {
            <section>
                <h2>{w.next}</h2>
                <ul>
                    {activate}
                    <li><a href=committee.clone()>{w.dashboard}</a></li>
                    <li><a href=format!("{committee}/committee")>{w.see_committee}</a></li>
                    <li><a href=format!("{base}/close")>{w.close}</a></li>
                </ul>
            </section>
        }
        .into_any()
    });
    // The other forms of the page leave the name as it is.
    let named = match form.error("name") {
        Some(_) => form.clone(),
        None => BranchForm { name: branch.branch.name.clone(), ..BranchForm::default() },
    };
    view! {
        <p>{(w.status_lead)(branch.status)}</p>
        <dl class="terms">{facts.into_iter().collect_view()}</dl>
        {next}
        <section>
            <h2>{w.areas}</h2>
            {areas}
        </section>
        {is_open.then(|| add_area(format!("{base}/areas"), form))}
        {(is_open && !authorities.is_empty())
            .then(|| add_authority(format!("{base}/authorities"), authorities, form))}
        <section class="narrow">
            <h2>{w.rename}</h2>
            <p>{(w.rename_lead)(&branch.branch.slug)}</p>
            {name_form(format!("{base}/name"), &named, w.rename_button)}
        </section>
    }
}

fn add_area(action: String, form: &BranchForm) -> AnyView {
    let w = &words().network;
    let error = form.error("area");
    let field = TextField {
        name: "area",
        label: w.area,
        hint: w.area_hint,
        kind: "text",
        autocomplete: "off",
        short: true,
        value: &form.area,
        error: error.as_deref(),
    };
    view! {
        <section class="narrow">
            <h2>{w.add_area}</h2>
            <p>{w.add_area_lead}</p>
            <form method="post" action=action novalidate>
                {text_field(&field)}
                <div class="actions">
                    <button class="button" type="submit">{w.add_area_button}</button>
                </div>
            </form>
        </section>
    }
    .into_any()
}

fn add_authority(action: String, authorities: &[LocalAuthority], form: &BranchForm) -> AnyView {
    let w = &words().network;
    let error = form.error("authority");
    let choices = authorities.iter().map(|authority| (authority.code(), authority.name()));
    let choices: Vec<_> = [("", w.choose_authority)].into_iter().chain(choices).collect();
    view! {
        <section class="narrow">
            <h2>{w.add_authority}</h2>
            <p>{w.add_authority_lead}</p>
            <form method="post" action=action novalidate>
                {select_field("authority", w.authority, &choices, &form.authority, error.as_deref())}
                <div class="actions">
                    <button class="button" type="submit">{w.add_authority_button}</button>
                </div>
            </form>
        </section>
    }
    .into_any()
}
