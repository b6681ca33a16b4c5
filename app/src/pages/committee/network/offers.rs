//! Who offered to help start a branch.

use leptos::prelude::*;
use register::HelpOffer;

use crate::pages::committee::days::day;
use crate::pages::table::{Cell, Table};
use crate::words::words;

pub(super) fn offers(offers: Vec<HelpOffer>) -> impl IntoView {
    let w = &words().network;
    if offers.is_empty() {
        return view! { <p>{w.no_offers}</p> }.into_any();
    }
    let columns = vec![w.name, w.email, w.phone, w.district, w.since];
    let row = |offer: HelpOffer| {
        vec![
            Cell::from(offer.name),
            Cell::from(offer.email),
            Cell::from(offer.phone.unwrap_or_default()),
            Cell::from(offer.district),
            Cell::from(day(offer.offered)),
        ]
    };
    let rows: Vec<_> = offers.into_iter().map(row).collect();
    view! {
        <p>{w.offers_lead}</p>
        <Table caption=w.offers columns=columns rows=rows/>
    }
    .into_any()
}
