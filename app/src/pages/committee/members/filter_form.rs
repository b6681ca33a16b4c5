//! The filter of the list of members: a form whose answers stand in the address.

use leptos::prelude::*;
use register::{Order, Placed, Status};
use rules::Class;

use super::super::super::choices::{checkbox, select_field};
use super::super::super::form::{TextField, text_field};
use super::listing::{Column, Listing, NAME_COLUMN};
use crate::words::words;

/// The filter, open when it says something.
pub(super) fn filter_form(listing: &Listing, base: &str) -> impl IntoView + use<> {
    let w = &words().members;
    let filter = &listing.filter;
    let statuses: Vec<_> = Status::ALL.iter().map(|it| (it.as_str(), (w.status)(*it))).collect();
    let orders: Vec<_> = Order::ALL.iter().map(|it| (it.as_str(), (w.order)(*it))).collect();
    let classes = Class::ALL.iter().map(|it| (it.as_str(), (words().join.class)(*it)));
    let classes: Vec<_> = [("", w.any)].into_iter().chain(classes).collect();
    let placed = Placed::ALL.iter().map(|it| (it.as_str(), (w.placed)(*it)));
    let placed: Vec<_> = [("", w.any)].into_iter().chain(placed).collect();
    let columns = Column::ALL.map(|column| {
        let ticked = listing.columns.contains(&column);
        checkbox(column_id(column), "column", column.as_str(), (w.column)(column), ticked)
    });
    let day = |name: &'static str, label, value: Option<chrono::NaiveDate>| {
        let error = listing.wrong.iter().map(|wrong| wrong.says()).find(|said| said.0 == name);
        let value = value.map(|day| day.to_string()).unwrap_or_default();
        text_field(&TextField {
            name,
            label,
            kind: "date",
            autocomplete: "off",
            value: &value,
            error: error.map(|said| said.1),
            ..TextField::default()
        })
    };
    let district = text_field(&TextField {
        name: "district",
        label: w.district,
        kind: "text",
        autocomplete: "off",
        value: filter.district.as_deref().unwrap_or(""),
        ..TextField::default()
    });
    // What is searched for stands in no address: with it, the answers come in a form.
    let method = if listing.is_search() { "post" } else { "get" };
    let searched = listing.is_search().then(|| {
        view! { <input type="hidden" name="text" value=filter.text.clone()/> }
    });
    let open = !listing.wrong.is_empty() || !listing.query(None).is_empty();
    view! {
        <details class="filter" open=open>
            <summary>{w.filter}</summary>
            <form id="filter" method=method action=base.to_owned() novalidate>
                {searched}
                <div class="fields">
                    {select_field("status", w.status_label, &statuses, filter.status.as_str(), None)}
                    {select_field("class", w.class, &classes, filter.class.map_or("", Class::as_str), None)}
                    {day("from", w.joined_from, filter.joined_from)}
                    {day("until", w.joined_until, filter.joined_until)}
                    {district}
                    {select_field("placed", w.placed_label, &placed, filter.placed.map_or("", Placed::as_str), None)}
                    {select_field("order", w.order_label, &orders, listing.order.as_str(), None)}
                </div>
                <div class="ticks">
                    {checkbox("under-18", "under-18", "yes", w.only_under_18, filter.under_18)}
                </div>
                <input type="hidden" name="column" value=NAME_COLUMN/>
                <fieldset class="field">
                    <legend>{w.columns}</legend>
                    <div class="ticks">{columns.into_iter().collect_view()}</div>
                </fieldset>
                <div class="actions">
                    <button class="button" type="submit">{w.apply}</button>
                    <a href=base.to_owned()>{w.show_all}</a>
                </div>
            </form>
        </details>
    }
}

const fn column_id(column: Column) -> &'static str {
    match column {
        Column::Since => "column-since",
        Column::District => "column-district",
        Column::Email => "column-email",
        Column::Number => "column-number",
        Column::Branch => "column-branch",
    }
}
