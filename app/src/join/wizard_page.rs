//! A page of the wizard, as the server renders it.

use leptos::prelude::*;
use leptos_meta::{Meta, Title};

use super::page;
use super::state::State;
use super::wizard::JoinWizard;
use crate::site::Site;
use crate::words::words;

/// The wizard at the place that `state` says.
pub(crate) fn wizard_page(state: State) -> AnyView {
    let title = page::title(state.step, &state.draft, state.is_refused(), &state.site);
    let description = (words().site.description)(&expect_context::<Site>());
    provide_context(state);
    view! {
        <Title text=title.clone() formatter=|title| title/>
        <Meta name="description" content=description/>
        <Meta property="og:title" content=title/>
        <JoinWizard/>
    }
    .into_any()
}
