//! The contact page.

use leptos::prelude::*;

use super::layout::ProsePage;
use super::prose::Prose;
use crate::words::words;

/// The contact page.
#[component]
pub(crate) fn ContactPage() -> impl IntoView {
    let words = &words().contact;
    view! { <ProsePage head=&words.head><Prose sections=words.sections/></ProsePage> }
}
