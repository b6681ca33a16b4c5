//! A page of the wizard, as the server renders it.

use leptos::prelude::*;
use leptos_meta::Title;

use super::page;
use super::state::State;
use super::wizard::JoinWizard;

/// The wizard at the place that `state` says.
pub(crate) fn wizard_page(state: State) -> AnyView {
    let title = page::title(state.step, &state.draft, state.given.is_some(), &state.site);
    provide_context(state);
    view! {
        <Title text=title formatter=|title| title/>
        <JoinWizard/>
    }
    .into_any()
}
